package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.io.dicom.DicomFormat;
import io.github.radiomicsnomogram.io.dicom.RoiCase;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs convert and inspect. */
class ConvertCommandTest {

	@TempDir
	private Path folder;

	private Volume written() {
		return new NrrdFormat().read(folder.resolve("out.nrrd"), Progress.NONE);
	}

	@Test
	void writesWhatWasRead() {
		final Path image = RoiCase.series(folder);
		assertEquals(new Cli(Main.OK, "", ""), Cli.run("convert", "--image", image, "--out", folder.resolve("out.nrrd")));
		final Volume read = new DicomFormat().read(image, Progress.NONE);
		assertEquals("", read.geometry().firstDifference(written().geometry(), 1e-12).orElse(""));
		assertEquals(read.type(), written().type());
		assertArrayEquals(VoxelArrays.doubles(read), VoxelArrays.doubles(written()));
	}

	@Test
	void writesARoiOnTheImagesGrid() {
		final Path image = RoiCase.series(folder), set = RoiCase.structureSet(folder);
		assertEquals(new Cli(Main.OK, "", ""), Cli.run("convert", "--image", image, "--roi", set, "--roi-name", "GTV", "--out",
			folder.resolve("out.nrrd")));
		final double[] mask = VoxelArrays.doubles(written());
		assertEquals(60, mask.length);
		assertEquals(8, Arrays.stream(mask).sum());
		// Voxels (1, 0, 1) and (2, 1, 2) of 4 x 3 x 5.
		assertEquals(1, mask[13]);
		assertEquals(1, mask[30]);
	}

	@Test
	void refusesWhatItCannotDo() {
		final Path image = RoiCase.series(folder);
		Cli.run("convert", "--image", image, "--suv", "--out", folder.resolve("out.nrrd")).refusedWith("SUV can't be computed",
			"Modality (0008,0060) is 'CT'");
		Cli.run("convert", "--image", image, "--series", "99", "--out", folder.resolve("out.nrrd")).refusedWith("none with number 99");
		Cli.run("convert", "--image", image, "--out", folder.resolve("out.png")).misusedWith("must end in .nrrd");
		Cli.run("convert", "--image", SmallCase.image(folder), "--series", "1", "--out", folder.resolve("out.nrrd"))
			.refusedWith("no DICOM series");
		assertTrue(Files.notExists(folder.resolve("out.nrrd")));
	}

	@Test
	void writesEveryFormat() {
		final Path image = SmallCase.image(folder);
		final Volume read = new NrrdFormat().read(image, Progress.NONE);
		for (final String name : new String[] { "out.nrrd", "out.nii", "out.nii.gz", "out.mha", "out.tif" }) {
			final Cli run = Cli.run("convert", "--image", image, "--out", folder.resolve(name));
			assertEquals(Main.OK, run.exitCode(), run.err());
			assertEquals(name.endsWith("tif"), run.err().contains("TIFF can't hold where the image lies"), run.err());
			final Volume again = ImageFiles.with(new TiffFormat()).read(folder.resolve(name), Progress.NONE);
			assertEquals(read.type(), again.type());
			assertArrayEquals(VoxelArrays.doubles(read), VoxelArrays.doubles(again));
			for (int d = 0; d < 3; d++)
				// NIfTI-1 keeps single precision.
				assertEquals(read.geometry().spacing(d), again.geometry().spacing(d), 1e-7);
		}
	}

	@Test
	void aMaskOnAnotherGridIsResampledOnlyWhereAskedFor() throws IOException {
		final Path image = SmallCase.image(folder), shifted = SmallCase.shifted(folder), out = folder.resolve("out.nrrd");
		Cli.run("convert", "--image", image, "--roi", shifted, "--out", out).refusedWith(
			"lie on different grids (origin along x: 0.0 against 3.0 mm)", "image: size 8 x 7 x 5", "ROI:   size 8 x 7 x 5",
			"--resample-mask");
		assertTrue(Files.notExists(out));
		final Cli run = Cli.run("convert", "--image", image, "--roi", shifted, "--resample-mask", "--out", out);
		assertEquals(Main.OK, run.exitCode(), run.err());
		// 3 mm are 3.75 voxels of 0.8 mm: columns 2 to 5 lie at 5.75 to 8.75, of which two are outside.
		assertTrue(run.err().contains("24 voxels (30.7200 mm3) became 12 voxels (15.3600 mm3)"), run.err());
		assertTrue(run.err().contains("outside the image and was lost: the centres of 12 of its 24 voxels (15.3600 mm3)"), run.err());
		assertEquals(12, Arrays.stream(VoxelArrays.doubles(written())).sum());
		Cli.run("convert", "--image", image, "--roi", SmallCase.mask(folder), "--label", 9, "--out", out).refusedWith(
			"no voxel with label 9");
		final Path shorter = SmallCase.shorter(folder);
		Cli.run("extract", "--image", image, "--mask", shorter).refusedWith("size along z: 5 against 4 voxels",
			"--resample-mask");
		final Cli extracted = Cli.run("extract", "--image", image, "--mask", shorter, "--resample-mask");
		assertEquals(Main.OK, extracted.exitCode(), extracted.err());
		assertTrue(extracted.err().contains("24 voxels (30.7200 mm3) became 24 voxels"), extracted.err());
		final Cli same = Cli.run("extract", "--image", image, "--mask", SmallCase.mask(folder), "--resample-mask");
		assertEquals("", same.err());
	}

	/** Any label image is a ROI file too, for every verb; its ROIs have numbers. */
	@Test
	void aLabelImageIsARoiFile() {
		final Path image = SmallCase.image(folder), mask = SmallCase.mask(folder), out = folder.resolve("out.nrrd");
		final Cli masked = Cli.run("extract", "--image", image, "--mask", mask, "--label", 1);
		assertEquals(Main.OK, masked.exitCode(), masked.err());
		for (final String which : new String[] { "--label", "--roi-name" }) {
			assertEquals(masked, Cli.run("extract", "--image", image, "--roi", mask, which, 1));
			Cli.run("extract", "--image", image, "--roi", mask, which, 3).refusedWith("is a single voxel");
			assertEquals(new Cli(Main.OK, "", ""), Cli.run("convert", "--image", image, "--roi", mask, which, 1, "--out", out));
		}
		final Cli first = Cli.run("extract", "--image", image, "--roi", mask);
		assertTrue(first.err().contains("'mask.nrrd' is a label image with labels 1, 2, 3; label 1 was taken."), first.err());
		assertEquals(Cli.run("extract", "--image", image, "--mask", mask).out(), first.out());
		for (final String verb : new String[] { "extract", "predict", "convert" }) {
			final Path to = folder.resolve(verb + ".nrrd");
			Cli.run(verb, "--image", image, "--roi", mask, "--roi-name", "GTV*", "--out", to).refusedWith("'mask.nrrd'",
				"labels 1, 2, 3", "--label N");
			Cli.run(verb, "--image", image, "--roi", mask, "--roi-name", "7", "--out", to).refusedWith("label 7");
			Cli.run(verb, "--image", image, "--roi", mask, "--roi-threshold", "0.5", "--out", to).refusedWith(
				"'" + mask + "' is no DICOM segmentation");
		}
	}

	@Test
	void segmentsOfSlicerAreChosenByName() throws IOException {
		final Path image = SmallCase.image(folder), seg = folder.resolve("s.seg.nrrd"), out = folder.resolve("out.nrrd");
		Files.writeString(seg, "NRRD0004\ntype: uchar\ndimension: 3\nspace: LPS\nsizes: 2 2 1\n" +
			"space directions: (0.8,0,0) (0,0.8,0) (0,0,2)\nspace origin: (0.8,-4.2,5)\nencoding: text\n" +
			"Segment0_Name:=tumour\nSegment0_LabelValue:=1\nSegment1_Name:=node\nSegment1_LabelValue:=5\n\n1 1 1 5\n");
		Cli.run("convert", "--image", image, "--roi", seg, "--out", out).refusedWith("holds 2 ROIs", "1: 'tumour'", "5: 'node'");
		assertEquals(new Cli(Main.OK, "", ""), Cli.run("convert", "--image", image, "--roi", seg, "--roi-name", "tum*", "--out",
			out));
		final double[] mask = VoxelArrays.doubles(written());
		assertEquals(3, Arrays.stream(mask).sum());
		// Voxels (1, 1, 1) and (2, 1, 1) of 8 x 7 x 5, and (1, 2, 1).
		assertEquals(1, mask[65]);
		assertEquals(1, mask[66]);
		for (final Object[] way : new Object[][] { { "--roi", "1" }, { "--mask", "tumour" } }) {
			final Cli run = Cli.run("extract", "--image", image, way[0], seg, "--roi-name", way[1]);
			assertEquals(Main.OK, run.exitCode(), run.err());
		}
		// As a mask it is what it is to PyRadiomics, a label image on another grid.
		Cli.run("extract", "--image", image, "--mask", seg).refusedWith("lie on different grids");
		final Cli inspected = Cli.run("inspect", seg);
		for (final String words : new String[] { "ROIs of s.seg.nrrd", "5: 'node', 1 segment", "Grid: size 2 x 2 x 1",
			"Labels: 1 (3 voxels), 5 (1 voxel)" })
			assertTrue(inspected.out().contains(words), inspected.out());
		assertTrue(Cli.run("inspect", SmallCase.mask(folder)).out().contains("Labels: 1 (24 voxels), 2 (8 voxels), 3 (1 voxel)"));
	}

	@Test
	void writesADicomSegmentationOfASeries() {
		final Path golden = Shared.path("golden/dicom/t3_rt_hole/dicom"), image = golden.resolve("image"), out = folder.resolve(
			"out.dcm");
		final Cli run = Cli.run("convert", "--image", image, "--roi", golden.resolve("RS.dcm"), "--roi-name", "1", "--out", out);
		assertEquals(Main.OK, run.exitCode(), run.err());
		assertEquals(Main.OK, Cli.run("convert", "--image", image, "--roi", out, "--out", folder.resolve("out.nrrd")).exitCode());
		assertEquals(Main.OK, Cli.run("convert", "--image", image, "--roi", golden.resolve("RS.dcm"), "--roi-name", "1", "--out",
			folder.resolve("direct.nrrd")).exitCode());
		assertArrayEquals(VoxelArrays.doubles(new NrrdFormat().read(folder.resolve("direct.nrrd"), Progress.NONE)), VoxelArrays
			.doubles(written()));
	}

	@Test
	void writesADicomSegmentationOfARoiOnly() {
		final Path image = RoiCase.series(folder), out = folder.resolve("out.dcm");
		Cli.run("convert", "--image", image, "--out", out).misusedWith("say of which ROI, --roi=FILE");
		Cli.run("convert", "--image", image, "--roi", RoiCase.structureSet(folder), "--roi-name", "GTV", "--out", out).refusedWith(
			"StudyInstanceUID");
		Cli.run("convert", "--image", SmallCase.image(folder), "--roi", SmallCase.mask(folder), "--out", out).refusedWith(
			"is no DICOM series, which a DICOM segmentation must refer to");
		assertTrue(Files.notExists(out));
	}

	@Test
	void inspectsSeriesAndRois() {
		RoiCase.series(folder);
		RoiCase.structureSet(folder);
		RoiCase.segmentation(folder);
		final Cli run = Cli.run("inspect", folder);
		assertEquals(Main.OK, run.exitCode(), run.err());
		for (final String words : new String[] { "Series 5: CT 'Thorax', 5 slices of 4 x 3", "Grid: size 4 x 3 x 5",
			"Values: -24.0 to 387.0 HU", "ROIs of RS", "4: 'GTV', 2 contours, drawn on series 1.2.3.4", "ROIs of seg.dcm",
			"2: 'two', 0 frames" })
			assertTrue(run.out().contains(words), run.out());
		assertTrue(!Cli.run("inspect", "--headers-only", folder).out().contains("Values"));
		assertTrue(Cli.run("inspect", folder.resolve("RS")).out().contains("6: 'Node', 1 contour"));
		assertTrue(Cli.run("inspect", SmallCase.image(folder)).out().contains("Grid: size 8 x 7 x 5"));
		Cli.run("inspect", folder.resolve("none")).refusedWith("There is no file");
	}

	@Test
	void inspectsPlaneByPlane() throws IOException {
		final Path series = RoiCase.series(folder);
		final String whole = Cli.run("inspect", series).out();
		RoiCase.damagedOutside(folder);
		final Cli damaged = Cli.run("inspect", series);
		assertEquals(Main.REFUSED, damaged.exitCode());
		assertTrue(damaged.err().contains("series 5 can't be read: ") && damaged.err().contains("PixelData"), damaged.err());
		final Cli headers = Cli.run("inspect", "--headers-only", series);
		assertEquals(Main.OK, headers.exitCode());
		assertEquals(whole.replaceFirst("Values: .*", "Pixels: not read; of all that can be wrong, only damage within them " +
			"doesn't show then"), headers.out());
	}
}
