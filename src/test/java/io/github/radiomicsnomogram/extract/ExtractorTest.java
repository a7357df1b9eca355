package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

class ExtractorTest {

	private static final Geometry GRID = Geometry.axisAligned(new long[] { 3, 3, 3 }, new double[] { 1, 1, 2 });
	private static final Volume IMAGE = new Volume(ArrayImgs.floats(new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
		14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27 }, 3, 3, 3), GRID, VoxelType.FLOAT32, ImageInfo.of("ct",
			"HU"));
	private static final Mask ROI = Mask.of("lesion", GRID, new BoundingBox(0, 0, 0, 1, 1, 0), new byte[] { 1, 1, 1, 0 });

	/** Hears everything and stops the work after some of it. */
	private static final class Listener implements Progress {

		private final List<String> heard = new ArrayList<>();
		private final int patience;

		Listener(final int patience) {
			this.patience = patience;
		}

		@Override
		public void update(final double fraction, final String message) {
			heard.add(Math.round(100 * fraction) + " % " + message);
		}

		@Override
		public boolean isCancelled() {
			return heard.size() > patience;
		}
	}

	private static Extraction extract(final Progress progress, final String... ids) {
		return new Extractor(ToyFamilies.REGISTRY).extract(IMAGE, ROI, ExtractionSettings.defaults().withFeatures(ToyFamilies
			.features(ids)), progress);
	}

	@Test
	void columnsComeFamilyByFamilyShapeFirstEachOnce() {
		final List<String> columns = extract(Progress.NONE, "glcm_Id", "firstorder_Mean", "glcm_Contrast", "glcm_Id",
			"shape_Volume").entries().stream().map(Extraction.Entry::column).toList();
		assertEquals(List.of("original_shape_Volume", "original_glcm_Id", "original_glcm_Contrast",
			"original_firstorder_Mean"), columns);
	}

	@Test
	void aValueIsFoundByItsColumn() {
		final Extraction extraction = extract(Progress.NONE, "glcm_Id");
		assertEquals(3, extraction.value("original_glcm_Id").orElseThrow().value());
		assertTrue(extraction.value("original_glcm_Contrast").isEmpty());
	}

	@Test
	void progressNamesEachFamily() {
		final Listener listener = new Listener(100);
		extract(listener, "glcm_Id", "firstorder_Mean");
		assertEquals(List.of("0 % Toy glcm", "50 % Toy firstorder", "100 % Features computed"), listener.heard);
	}

	@Test
	void theCallerMayStopItBetweenFamilies() {
		final Listener impatient = new Listener(1);
		assertThrows(CancellationException.class, () -> extract(impatient, "glcm_Id", "firstorder_Mean", "shape_Volume"));
		assertEquals(2, impatient.heard.size());
	}

	@Test
	void aFeatureOfNoFamilyIsAMistakeOfTheProgram() {
		final Feature stranger = ToyFamilies.feature("glcm_Id");
		final ExtractionSettings settings = ExtractionSettings.defaults().withFeatures(List.of(stranger));
		assertThrows(IllegalArgumentException.class, () -> new Extractor(new FeatureRegistry(
			List.of())).extract(IMAGE, ROI, settings, Progress.NONE));
	}

	@Test
	void severalRoisOfAnImageGiveWhatEachGivesAlone() {
		final ExtractionSettings settings = ParameterFile.parse("p", "setting: {normalize: true, binWidth: 0.5, " +
			"resampledPixelSpacing: [0.5, 0.5, 0], interpolator: sitkLinear}\nimageType: {Original: {}, Square: {}}").settings();
		final Mask other = Mask.of("other", GRID, new BoundingBox(1, 1, 1, 2, 2, 2), new byte[] { 1, 1, 1, 1, 0, 1, 1, 1 });
		final ImageExtractor both = new Extractor().on(IMAGE, settings);
		for (final Mask mask : List.of(ROI, other)) {
			final Extraction alone = new Extractor().extract(IMAGE, mask, settings.withLabel(7), Progress.NONE);
			final Extraction together = both.extract(mask, 7, Progress.NONE);
			assertEquals(alone, together);
			assertTrue(together.provenance().get("diagnostics_Configuration_Settings").contains("'label': 7"));
		}
	}

	@Test
	void shapeIsThatOfTheWholeRoiWithinTheBoxOfTheResegmentedOne() {
		final String setting = "setting: {resegmentRange: [14, 26], minimumROIDimensions: 1";
		final Mask all = Mask.of("all", GRID, GRID.box(), new byte[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
			1, 1, 1, 1, 1, 1, 1, 1, 1 });
		final String features = "}\nfeatureClass: {shape: [VoxelVolume], firstorder: [Minimum, Maximum]}";
		final Extraction whole = new Extractor().extract(IMAGE, all, ParameterFile.parse("p", setting + features).settings(),
			Progress.NONE);
		assertEquals(List.of(36.0, 14.0, 26.0), values(whole), "18 voxels of 2 cubic mm lie in the two upper slices");
		assertEquals(List.of(26.0, 14.0, 26.0), values(new Extractor().extract(IMAGE, all, ParameterFile.parse("p", setting +
			", resegmentShape: true" + features).settings(), Progress.NONE)));
	}

	private static List<Double> values(final Extraction extraction) {
		return extraction.entries().stream().map(e -> e.value().value()).toList();
	}

	@Test
	void saysWhichImagesAndFeaturesCannotBe() {
		final ExtractionSettings settings = ParameterFile.parse("p", "setting: {force2D: true, force2Ddimension: 1}\n" +
			"imageType: {LoG: {sigma: [1.0]}}\nfeatureClass: {shape2D: [Perimeter], firstorder: [Mean]}").settings();
		final Extraction extraction = new Extractor().extract(IMAGE, ROI, settings, Progress.NONE);
		assertEquals(List.of("original_shape2D_Perimeter"), extraction.entries().stream().map(Extraction.Entry::column)
			.toList());
		assertEquals(2, extraction.warnings().size(), extraction.warnings()::toString);
		assertTrue(extraction.warnings().get(0).startsWith("shape2D needs a ROI of one slice"));
		assertTrue(extraction.warnings().get(1).startsWith("LoG gives no image for sigma 1.0 mm"));
	}

	/** PyRadiomics 3.1.0 says "Error getting angle count" to the refused ones, and computes the others. */
	@Test
	void refusesTextureWithoutAnyDirection() {
		final Mask line = Mask.of("line", GRID, new BoundingBox(1, 1, 0, 1, 1, 2), new byte[] { 1, 1, 1 });
		for (final String family : List.of("glcm", "gldm", "ngtdm", "glrlm", "glszm")) {
			final boolean atDistances = !family.equals("glrlm") && !family.equals("glszm");
			assertEquals(atDistances, refuses(box(), "distances: [3]", family), family);
			assertEquals(false, refuses(box(), "distances: [2, 3]", family), family);
			assertEquals(true, refuses(line, "force2D: true", family), family);
			assertEquals(false, refuses(line, "force2D: true, force2Ddimension: 1", family), family);
		}
		assertEquals(false, refuses(line, "force2D: true", "firstorder"));
	}

	private static Mask box() {
		final byte[] inside = new byte[27];
		Arrays.fill(inside, (byte) 1);
		return Mask.of("box", GRID, GRID.box(), inside);
	}

	private static boolean refuses(final Mask mask, final String setting, final String family) {
		final ExtractionSettings settings = ParameterFile.parse("p", "setting: {minimumROIDimensions: 1, " + setting +
			"}\nfeatureClass: {" + family + ": }").settings();
		try {
			return new Extractor().extract(IMAGE, mask, settings, Progress.NONE).entries().isEmpty();
		}
		catch (final InputException e) {
			return e.getMessage().startsWith("No two voxels of the ROI's box of ");
		}
	}

	@Test
	void progressGoesForwardOverAllImages() {
		final Listener listener = new Listener(1000);
		new Extractor().extract(IMAGE, ROI, ParameterFile.parse("p", "imageType: {Square: {}, Original: {}, Wavelet: {}}\n" +
			"featureClass: {firstorder: , glcm: }").settings(), listener);
		final List<Long> percent = listener.heard.stream().map(h -> Long.parseLong(h.substring(0, h.indexOf(' ')))).toList();
		assertEquals(percent.stream().sorted().toList(), percent);
		assertTrue(listener.heard.stream().anyMatch(h -> h.contains("wavelet-LLL, ")), listener.heard::toString);
		assertTrue(listener.heard.get(listener.heard.size() - 1).startsWith("100 % "));
	}
}
