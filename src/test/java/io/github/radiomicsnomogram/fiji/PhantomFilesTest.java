package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import io.github.radiomicsnomogram.phantom.Phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files in test-images are those that the generator makes, and the ROI set and the label image are one region. */
class PhantomFilesTest {

	private static final Phantom PHANTOM = Phantom.generate();

	@Test
	void theCommittedImagesAreTheGenerators() {
		assertSame(PhantomImages.image(PHANTOM), open(PhantomFiles.FOLDER, PhantomFiles.IMAGE));
		assertSame(PhantomImages.labels(PHANTOM), open(PhantomFiles.FOLDER, PhantomFiles.LABELS));
	}

	@Test
	void theCommittedRoisAreTheGenerators() throws IOException {
		assertSame(PhantomImages.rois(PHANTOM), rois(PhantomFiles.FOLDER));
	}

	@Test
	void theWriterWritesWhatIsCommitted(@TempDir final Path folder) throws IOException {
		PhantomFiles.write(folder);
		assertSame(open(PhantomFiles.FOLDER, PhantomFiles.IMAGE), open(folder, PhantomFiles.IMAGE));
		assertSame(open(PhantomFiles.FOLDER, PhantomFiles.LABELS), open(folder, PhantomFiles.LABELS));
		assertSame(rois(PhantomFiles.FOLDER), rois(folder));
	}

	@Test
	void theRoisFilledByImageJAreLabelOne() throws IOException {
		final ImagePlus labels = open(PhantomFiles.FOLDER, PhantomFiles.LABELS);
		final List<Roi> rois = rois(PhantomFiles.FOLDER);
		for (int z = 1; z <= labels.getStackSize(); z++) {
			final ImageProcessor filled = new ByteProcessor(labels.getWidth(), labels.getHeight());
			filled.setValue(1);
			for (final Roi roi : rois)
				if (roi.getPosition() == z) filled.fill(roi);
			final ImageProcessor slice = labels.getStack().getProcessor(z);
			for (int i = 0; i < slice.getPixelCount(); i++)
				assertEquals(slice.get(i) == 1, filled.get(i) == 1, "slice " + z);
		}
	}

	@Test
	void theImageIsInHounsfieldUnitsOnlyThroughItsCalibration() {
		final ImagePlus image = open(PhantomFiles.FOLDER, PhantomFiles.IMAGE);
		final Calibration c = image.getCalibration();
		assertEquals("HU", c.getValueUnit());
		assertEquals(-1024, c.getCValue(0));
		assertEquals(0, c.getCValue(Phantom.STORED_OFFSET));
		assertEquals(24, image.getStack().getVoxel(0, 0, 0), 100, "air, as stored");
	}

	private static ImagePlus open(final Path folder, final String name) {
		return IJ.openImage(folder.resolve(name).toString());
	}

	private static List<Roi> rois(final Path folder) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(folder.resolve(PhantomFiles.ROIS)))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
				rois.add(new RoiDecoder(zip.readAllBytes(), entry.getName().replace(".roi", "")).getRoi());
		}
		return rois;
	}

	/** Names, slices, kinds and vertices. */
	private static void assertSame(final List<Roi> expected, final List<Roi> actual) {
		assertEquals(expected.size(), actual.size());
		for (int i = 0; i < expected.size(); i++) {
			final Roi e = expected.get(i), a = actual.get(i);
			assertEquals(List.of(e.getName(), e.getPosition(), e.getType()), List.of(a.getName(), a.getPosition(), a.getType()));
			assertArrayEquals(e.getPolygon().xpoints, a.getPolygon().xpoints);
			assertArrayEquals(e.getPolygon().ypoints, a.getPolygon().ypoints);
		}
	}

	/** Pixels, grid and calibration to the last bit. */
	private static void assertSame(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getStackSize(), actual.getNSlices());
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		final Calibration e = expected.getCalibration(), a = actual.getCalibration();
		assertEquals(List.of(e.pixelWidth, e.pixelHeight, e.pixelDepth, e.getUnit(), e.getValueUnit()), List.of(
			a.pixelWidth, a.pixelHeight, a.pixelDepth, a.getUnit(), a.getValueUnit()));
		assertArrayEquals(e.getCoefficients(), a.getCoefficients());
		for (int z = 1; z <= expected.getStackSize(); z++) {
			final ImageProcessor slice = expected.getStack().getProcessor(z), other = actual.getStack().getProcessor(z);
			for (int i = 0; i < slice.getPixelCount(); i++)
				assertEquals(slice.get(i), other.get(i));
		}
	}
}
