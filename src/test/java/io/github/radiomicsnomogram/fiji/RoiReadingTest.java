package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.io.dicom.RoiCase;
import io.github.radiomicsnomogram.preprocess.MaskResampling;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the ROIs of files get to the voxels of an image: threshold, labels, resampling. */
class RoiReadingTest {

	@TempDir
	Path folder;

	private ImagePlus stack;
	private Volume volume;

	@BeforeEach
	void open() {
		stack = DicomJob.open(new DicomOptions(RoiCase.series(folder).toString(), "", false), null, Progress.NONE).image();
		volume = ImagePlusVolumes.of(stack);
	}

	private RoiMask read(final Path file, final String name, final boolean resample, final String threshold) {
		return RoiResolver.mask(stack, volume, new RoiChoice("auto", "none", "1", file.toString(), name, resample, threshold));
	}

	private static String refusal(final Runnable work) {
		return assertThrows(InputException.class, work::run).getMessage();
	}

	/** Labels 1 and 2 on a grid that begins half a voxel beside the series' second voxels. */
	private Path labels() {
		final Geometry g = volume.geometry();
		final Geometry other = new Geometry(new long[] { 3, 2, 2 }, g.spacing(), g.toPatient(1.25, 1, 1), g.direction());
		final Img<UnsignedByteType> labels = ArrayImgs.unsignedBytes(new byte[] { 1, 1, 0, 2, 0, 0, 1, 0, 0, 2, 2, 2 }, 3, 2, 2);
		final Path file = folder.resolve("labels.nrrd");
		NrrdWriter.write(new Volume(labels, other, VoxelType.UINT8, ImageInfo.of("labels", "")), file);
		return file;
	}

	@Test
	void fractionsCountFromTheThresholdOn() {
		final Path seg = RoiCase.segmentation(folder);
		assertEquals(3, read(seg, "1", false, PredictOptions.HALF).mask().voxelCount());
		assertEquals(3, read(seg, "1", false, "").mask().voxelCount());
		assertEquals(4, read(seg, "1", false, "0.4").mask().voxelCount());
		assertEquals(3, read(seg, "one", false, " 0.6 ").mask().voxelCount());
		assertTrue(read(seg, "1", false, "0.4").warnings().toString().contains("fraction 0.4 or more"));
		assertTrue(refusal(() -> read(seg, "1", false, "0.61")).contains("empty"));
		for (final String wrong : new String[] { "0", "1.01", "-1", "NaN", "half" })
			assertTrue(refusal(() -> read(seg, "1", false, wrong)).contains("'" + wrong + "' (roi_threshold)"));
		final RoiImportJob.Result shown = RoiImportJob.run(stack, new RoiImportOptions(seg.toString(), "one", false, "0.4",
			RoiImportOptions.OVERLAY), Progress.NONE);
		assertEquals(4, RoiMasks.of(shown.rois(), volume.geometry()).mask().voxelCount());
	}

	@Test
	void labelsOnAnotherGridAreResampledOnlyWhereThatIsWanted() {
		final Path file = labels();
		final String refused = refusal(() -> read(file, "2", false, ""));
		assertTrue(refused.contains("size along x: 4 against 3 voxels") && refused.contains("\n  image: size 4 x 3 x 5") && refused
			.contains("\n  mask:  size 3 x 2 x 2") && refused.contains("resample_roi"), refused);
		final RoiMask done = read(file, "2", true, "");
		// A quarter of a voxel is put right, the fourth column stays as near.
		final Mask expected = Mask.of("labels.nrrd", volume.geometry(), new BoundingBox(1, 2, 1, 3, 2, 2), new byte[] { 1, 0, 0, 1, 1,
			1 });
		assertEquals(expected, done.mask());
		assertTrue(done.warnings().get(0).contains("4 voxels") && done.warnings().get(0).contains("became 4 voxels"), done
			.warnings().toString());
		// The same as a mask, and by its label.
		assertEquals(expected, RoiResolver.mask(stack, volume, new RoiChoice("mask", file.toString(), "2", "", "", true, ""))
			.mask());
		assertEquals(List.of("label 1", "label 2"), RoiResolver.masks(stack, volume, new RoiChoice("file", "none", "", file
			.toString(), "all", true, ""), 1).stream().map(r -> r.mask().get().mask().name()).toList());
		final String named = refusal(() -> read(file, "GTV*", true, ""));
		assertTrue(named.contains("is a label image, whose ROIs have numbers, no names: labels [1, 2]"), named);
		final RoiImportJob.Result shown = RoiImportJob.run(stack, new RoiImportOptions(file.toString(), "2", true, "",
			RoiImportOptions.OVERLAY), Progress.NONE);
		assertEquals(expected, RoiMasks.of(shown.rois(), volume.geometry()).mask());
	}

	/** Images that don't know their place begin at one corner, as scaled copies do: a voxel of 2 mm is 8 of 1 mm. */
	@Test
	void labelsWithoutAPlaceBeginAtTheSameCorner() {
		final ImagePlus image = calibrated(IJ.createImage("ct", "16-bit black", 8, 6, 4), 1);
		final ImagePlus small = calibrated(IJ.createImage("small", "8-bit black", 4, 3, 2), 2);
		small.getStack().getProcessor(2).set(1, 2, 5);
		final Volume of = ImagePlusVolumes.of(image);
		final RoiMask done = RoiMasks.ofLabels(small, 5, of, true);
		assertEquals(Mask.of("small", of.geometry(), new BoundingBox(2, 4, 2, 3, 5, 3), new byte[] { 1, 1, 1, 1, 1, 1, 1, 1 }),
			done.mask());
		assertTrue(done.warnings().get(0).contains("1 voxel (8.00000 mm3) became 8 voxels (8.00000 mm3)"), done.warnings()
			.toString());
		assertTrue(done.warnings().get(1).contains("outer corners"), done.warnings().toString());
		assertTrue(refusal(() -> RoiMasks.ofLabels(small, 5, of, false)).contains("resample_roi"));
	}

	private static ImagePlus calibrated(final ImagePlus image, final double mm) {
		final Calibration c = image.getCalibration();
		c.setUnit("mm");
		c.pixelWidth = c.pixelHeight = c.pixelDepth = mm;
		return image;
	}

	@Test
	void aSegmentationOnAnotherGridIsResampledTheSameWay() {
		final Path seg = RoiCase.coarse(folder);
		final String refused = refusal(() -> read(seg, "1", false, ""));
		assertTrue(refused.contains("pixel spacing") && refused.contains("resample_roi"), refused);
		final RoiMask done = read(seg, "1", true, "");
		assertEquals(MaskResampling.onto(volume, Mask.of("one", new Geometry(new long[] { 2, 2, 1 }, new double[] { 1.5, 1, 2 },
			new double[] { -10, -20, 4 }, volume.geometry().direction()), new BoundingBox(0, 0, 0, 1, 1, 0), new byte[] { 0, 1, 1,
				0 })).mask(), done.mask());
	}
}
