package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.model.Warning.Code;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ShortType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each doubt has its warning with the numbers, and an image like the study's has none. */
class ApplicabilityTest {

	private static final PrognosticModel ZHANG = Examples.zhang();

	@Test
	void anImageLikeTheStudysHasNoWarning() {
		assertEquals(List.of(), warnings(Examples.facts()));
	}

	@Test
	void withoutTagsTheAcquisitionIsUnknown() {
		final List<Warning> w = warnings(Examples.facts(Map.of()));
		assertEquals(List.of(Code.ACQUISITION_UNKNOWN), codes(w));
		assertEquals("The image carries no acquisition tags: contrast phase and tube voltage can't be checked. The model was " +
			"made from CT with contrast, venous phase (60 s), 120 kV.", w.get(0).message());
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "ContrastBolusAgent,-,NO_CONTRAST", "ContrastBolusAgent,NONE,NO_CONTRAST",
		"ContrastBolusAgent,'',NO_CONTRAST", "KVP,100,TUBE_VOLTAGE", "SliceThickness,5.0,SLICE_THICKNESS",
		"Modality,MR,NOT_CT_LIKE", "SeriesDescription,Thorax arterial 1.25,OTHER_PHASE",
		"SeriesDescription,CHEST W/O CONTRAST,OTHER_PHASE", "SeriesDescription,delayed 5 min,OTHER_PHASE",
		"SeriesDescription,Nativ Thorax,OTHER_PHASE" })
	void tagsThatDifferAreNamed(final String keyword, final String value, final Code code) {
		assertEquals(List.of(code), codes(warnings(Examples.facts(Examples.tags(keyword, value)))));
	}

	@ParameterizedTest
	@CsvSource({ "KVP,120.0", "KVP,?", "SeriesDescription,Part 3 Startup PORTAL VENOUS", "SeriesDescription,Chest",
		"SeriesDescription,arterial and venous", "SliceThickness,1.0", "SeriesDescription,Inventory" })
	void tagsThatAgreeOrSayNothingAreNot(final String keyword, final String value) {
		assertEquals(List.of(), warnings(Examples.facts(Examples.tags(keyword, value))));
	}

	@ParameterizedTest
	@CsvSource({ "101500,101600,0", "101500.5,101530.25,1", "101500,101830,1", "235930,000030,0" })
	void theDelayDecidesThePhaseWhereItIsKnown(final String start, final String taken, final int expected) {
		final Map<String, String> tags = Examples.tags("ContrastBolusStartTime", start);
		tags.put("AcquisitionTime", taken);
		tags.put("SeriesDescription", "arterial");
		final List<Warning> w = warnings(Examples.facts(tags));
		assertEquals(expected, w.stream().filter(x -> x.code() == Code.OTHER_PHASE).count(), w.toString());
	}

	@Test
	void theDelayIsNamed() {
		final Map<String, String> tags = Examples.tags("ContrastBolusStartTime", "101500");
		tags.put("AcquisitionTime", "101530");
		assertEquals("The image was taken 30 s after the start of the contrast (accepted: 45 to 90 s); the model was made " +
			"from the venous phase (60 s).", warnings(Examples.facts(tags)).get(0).message());
	}

	@Test
	void theDistanceOfSlicesCountsAsWellAsTheirThickness() {
		final List<Warning> w = warnings(Examples.facts(new ImageInfo("i", "HU", Examples.tags("SliceThickness", "1.25"),
			List.of()), 3.27));
		assertEquals("Slices are 1.25 mm thick and 3.27 mm apart; the model was made from 1.25 mm.", w.get(0).message());
	}

	@Test
	void theReadersWarningsComeFirst() {
		final List<Warning> w = warnings(Examples.facts(new ImageInfo("i", "", Examples.tags("KVP", "80"), List.of(
			"slices overlap")), 1.25));
		assertEquals(List.of(Code.IMAGE_READER, Code.NOT_HU, Code.TUBE_VOLTAGE), codes(w));
		assertEquals("slices overlap", w.get(0).message());
		assertEquals("The image was taken at 80 kV; the model was made from 120 kV.", w.get(2).message());
	}

	@Test
	void aFeatureOutsideItsPlausibleRangeIsNamed() {
		final Prediction p = ZHANG.predict(Examples.extraction(ZHANG, 29.335, 0.4, 0.14, 1.7e5), Examples.facts(),
			ClinicalValues.NONE);
		assertEquals(List.of("original_firstorder_Kurtosis is 29.34, outside the plausible 1 to 15. It adds -0.1634 to the " +
			"score."), p.warnings().stream().map(Warning::message).toList());
	}

	@Test
	void rawValuesAirAndBoneAreSeenInTheVoxels() {
		final Img<ShortType> image = ArrayImgs.shorts(60, 60, 30);
		image.forEach(v -> v.set((short) 1064));
		final Mask mask = box(image, 10, 10, 5, 19, 19, 9);
		assertEquals(List.of(Code.NOT_CT_LIKE, Code.ROI_BONE), codes(warnings(facts(image, mask))));
		image.forEach(v -> v.set((short) 40));
		fill(image, 0, -1000);
		assertEquals(List.of(), codes(warnings(facts(image, mask))));
		image.getAt(12, 12, 6).set((short) -201);
		image.getAt(13, 12, 6).set((short) -200);
		image.getAt(14, 12, 6).set((short) 300);
		image.getAt(15, 12, 6).set((short) 301);
		final List<Warning> w = warnings(facts(image, mask));
		assertEquals(List.of(Code.ROI_AIR, Code.ROI_BONE), codes(w));
		assertEquals("1 of 500 voxels of the ROI (0.2 %) lie below -200 HU: air or lung. A few of them dominate Kurtosis " +
			"and move the score; draw the ROI without them.", w.get(0).message());
	}

	@Test
	void paddingOutsideTheScannersCircleIsNoWarning() {
		final Img<ShortType> image = ArrayImgs.shorts(60, 60, 30);
		image.forEach(v -> v.set((short) 40));
		fill(image, 0, -3024);
		fill(image, 59, -1000);
		final ImageFacts facts = facts(image, box(image, 10, 10, 5, 19, 19, 9));
		assertEquals(-1000, facts.sampledMin());
		assertEquals(List.of(), warnings(facts));
		fill(image, 59, -2000);
		assertEquals(List.of(Code.NOT_CT_LIKE), codes(warnings(facts(image, box(image, 10, 10, 5, 19, 19, 9)))));
	}

	@Test
	void smallAndFlatRoisAreSeen() {
		final Img<ShortType> image = ArrayImgs.shorts(60, 60, 30);
		fill(image, 0, -1000);
		final List<Warning> w = warnings(facts(image, box(image, 10, 10, 5, 20, 19, 5)));
		assertEquals(List.of(Code.ROI_SMALL, Code.ROI_ONE_SLICE), codes(w));
		assertEquals("The ROI has 110 voxels; below 200 texture features are unstable.", w.get(0).message());
	}

	private static List<Warning> warnings(final ImageFacts facts) {
		return ZHANG.predict(Examples.extraction(ZHANG, 3.2, 0.4, 0.2, 1e5), facts, ClinicalValues.NONE).warnings();
	}

	private static List<Code> codes(final List<Warning> warnings) {
		return warnings.stream().map(Warning::code).toList();
	}

	private static void fill(final Img<ShortType> image, final int x, final int value) {
		for (int z = 0; z < image.dimension(2); z++)
			for (int y = 0; y < image.dimension(1); y++)
				image.getAt(x, y, z).set((short) value);
	}

	private static Mask box(final Img<ShortType> image, final int x0, final int y0, final int z0, final int x1,
		final int y1, final int z1)
	{
		final BoundingBox box = new BoundingBox(x0, y0, z0, x1, y1, z1);
		final byte[] inside = new byte[(int) box.voxels()];
		Arrays.fill(inside, (byte) 1);
		return Mask.of("box", grid(image), box, inside);
	}

	private static Geometry grid(final Img<ShortType> image) {
		return Geometry.axisAligned(image.dimensionsAsLongArray(), new double[] { 0.7, 0.7, 1.25 });
	}

	private static ImageFacts facts(final Img<ShortType> image, final Mask mask) {
		return ImageFacts.of(new Volume(image, grid(image), VoxelType.INT16, new ImageInfo("i", "HU", Examples.tags("KVP",
			"120"), List.of())), mask, ZHANG.roi());
	}
}
