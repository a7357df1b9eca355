package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import com.google.gson.JsonElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ShortType;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProvenanceTest {

	/** Sums in another order and one more rounding in a coordinate: a few units in the last place of the largest term. */
	private static final double TOLERANCE = 1e-12;

	private static Map<String, String> describe(final Volume volume, final Mask mask, final ExtractionSettings settings) {
		return new Extractor(ToyFamilies.REGISTRY).extract(volume, mask, settings, Progress.NONE).provenance();
	}

	/** The masks of these cases hold other labels too, which PyRadiomics' checksum covers. */
	private static boolean hasOtherLabels(final String name) {
		return name.equals("prostate");
	}

	@TestFactory
	Stream<DynamicTest> diagnosticsAreThoseOfPyRadiomics() {
		return Golden.cases().stream().flatMap(name -> Golden.settings(name, Pattern.compile("S1|S11.*|D1|P1")).stream()
			.filter(setting -> !Golden.description(name, setting).has("error")).map(setting -> DynamicTest.dynamicTest(name +
				" " + setting, () -> compare(name, setting))));
	}

	private static void compare(final String name, final String setting) {
		final JsonElement label = Golden.description(name, setting).getAsJsonObject("settings").get("label");
		final ExtractionSettings settings = ExtractionSettings.defaults().withLabel(label == null ? 1 : label.getAsInt())
			.withFeatures(ToyFamilies.features("glcm_Id"));
		final Map<String, String> ours = describe(Golden.image(name), Golden.mask(name, settings.label()), settings);
		final List<String> columns = new ArrayList<>();
		for (final Map.Entry<String, JsonElement> theirs : Golden.description(name, setting).getAsJsonObject("diagnostics")
			.entrySet())
		{
			columns.add(theirs.getKey());
			if (theirs.getKey().equals("diagnostics_Mask-original_Hash") && hasOtherLabels(name)) continue;
			assertSame(theirs.getKey(), theirs.getValue(), ours.get(theirs.getKey()));
		}
		assertEquals(columns, ours.keySet().stream().filter(k -> k.startsWith("diagnostics_") && !k.matches(
			".*_(Settings|Versions_.*)")).toList());
	}

	private static void assertSame(final String key, final JsonElement theirs, final String ours) {
		if (theirs.isJsonArray()) {
			final String[] items = ours.substring(1, ours.length() - 1).split(", ");
			assertEquals(theirs.getAsJsonArray().size(), items.length, key);
			for (int i = 0; i < items.length; i++)
				assertNear(key, theirs.getAsJsonArray().get(i), items[i]);
		}
		else if (theirs.isJsonObject()) assertEquals("{'Original': {}}", ours, key);
		else if (theirs.getAsJsonPrimitive().isNumber()) assertNear(key, theirs, ours);
		else assertEquals(theirs.getAsString(), ours, key);
	}

	private static void assertNear(final String key, final JsonElement theirs, final String ours) {
		final double expected = theirs.getAsDouble();
		assertEquals(expected, Double.parseDouble(ours), TOLERANCE * Math.max(1, Math.abs(expected)), key);
		assertEquals(theirs.getAsString().contains("."), ours.contains("."), key + ": whole or not");
	}

	@Test
	void settingsAreWrittenAsPyRadiomicsWritesThem() {
		assertEquals("{'minimumROIDimensions': 2, 'minimumROISize': None, 'normalize': False, 'normalizeScale': 1, " +
			"'removeOutliers': None, 'resampledPixelSpacing': None, 'interpolator': 'sitkBSpline', 'preCrop': False, " +
			"'padDistance': 5, 'distances': [1], 'force2D': False, 'force2Ddimension': 0, 'resegmentRange': None, " +
			"'label': 1, 'additionalInfo': True, 'binWidth': 25}", SettingsText.of(ExtractionSettings.defaults()));
		final String changed = SettingsText.of(ParameterFile.parse("p", "setting: {binCount: 8, distances: [1, 2], " +
			"symmetricalGLCM: false, weightingNorm: infinity, gldm_a: 1, voxelArrayShift: 1000, geometryTolerance: 1e-3}",
			ToyFamilies.REGISTRY).settings());
		assertTrue(changed.contains("'distances': [1, 2]"), changed);
		assertTrue(changed.endsWith("'additionalInfo': True, 'binCount': 8, 'symmetricalGLCM': False, " +
			"'weightingNorm': 'infinity', 'gldm_a': 1, 'voxelArrayShift': 1000, 'geometryTolerance': 0.001}"), changed);
	}

	@Test
	void withoutAdditionalInfoTheWholeImageIsNotRead() {
		final Img<ShortType> voxels = ArrayImgs.shorts(3, 3, 3);
		voxels.getAt(1, 1, 1).set((short) -7);
		final Geometry grid = Geometry.axisAligned(new long[] { 3, 3, 3 }, new double[] { 1, 1, 2 });
		final Mask mask = Mask.of("lesion", grid, new BoundingBox(1, 1, 1, 2, 2, 2), new byte[] { 1, 1, 1, 0, 0, 0, 0, 0 });
		final Map<String, String> ours = describe(new Volume(voxels, grid, VoxelType.INT16, ImageInfo.of("ct", "HU")), mask,
			ExtractionSettings.defaults().withFeatures(List.of()).withAdditionalInfo(false));
		assertFalse(ours.containsKey("diagnostics_Image-original_Hash"));
		assertFalse(ours.containsKey("diagnostics_Image-original_Mean"));
		assertFalse(ours.containsKey("diagnostics_Mask-original_Hash"));
		assertEquals("3", ours.get("diagnostics_Mask-original_VoxelNum"));
		assertEquals(List.of("ct", "lesion", "HU", "-7.0", "0.0"), Stream.of("Image", "Mask", "ValueUnit", "RoiMinimum",
			"RoiMaximum").map(ours::get).toList());
	}
}
