package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.filter.WaveletFilter;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
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
		return Golden.cases().stream().flatMap(name -> Golden.settings(name, Pattern.compile("S[0-9].*|D1|P1")).stream()
			.filter(setting -> !setting.equals("S12") && !Golden.description(name, setting).has("error")).map(
				setting -> DynamicTest.dynamicTest(name + " " + setting, () -> compare(name, setting))));
	}

	private static void compare(final String name, final String setting) {
		final ExtractionSettings settings = Golden.parameters(setting);
		final PreparedImage image = new PreparedImage(Golden.image(name), settings);
		final Mask mask = Golden.mask(name, settings.label());
		final PreparedRoi roi = image.roi(mask, Progress.NONE);
		final Map<String, String> ours = Provenance.of(image, mask, () -> ImageScan.sha1OfLabels(mask, settings.label()), roi,
			ValueRange.of(new RoiVoxels(roi.image(), roi.mask())), settings);
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
		else if (theirs.isJsonObject()) assertEquals(python(theirs), ours, key);
		else if (theirs.getAsJsonPrimitive().isNumber()) assertNear(key, theirs, ours);
		else assertEquals(theirs.getAsString(), ours, key);
	}

	/** A dictionary of numbers, words and lists as Python shows it. */
	private static String python(final JsonElement json) {
		return json.toString().replace('"', '\'').replace(":", ": ").replace(",", ", ");
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
		assertTrue(text("{binWidth: 25.0, label: 2, sigma: [1, 2.5], geometryTolerance: 1e-3}").endsWith(
			"'resegmentRange': None, 'label': 2, 'additionalInfo': True, 'binWidth': 25.0, 'sigma': [1, 2.5], " +
				"'geometryTolerance': 0.001}"));
		assertEquals("{'minimumROIDimensions': 2, 'minimumROISize': None, 'normalize': True, 'normalizeScale': 1, " +
			"'removeOutliers': None, 'resampledPixelSpacing': [1, 1.0, 0], 'interpolator': 3, 'preCrop': False, " +
			"'padDistance': 10, 'distances': [1], 'force2D': False, 'force2Ddimension': 0, 'resegmentRange': [-inf, 300], " +
			"'label': 1, 'additionalInfo': True, 'resegmentMode': 'absolute', 'weightingNorm': None, 'gldm_a': 1, " +
			"'binCount': 16, 'kernelRadius': 2, 'initValue': nan, 'maskedKernel': False}", text(
				"{resegmentMode: \"absolute\", resampledPixelSpacing: [1, 1.0, 0], interpolator: 3, padDistance: 10, " +
					"weightingNorm: null, gldm_a: 1, normalize: TRUE, binCount: 0x10, resegmentRange: [-.inf, 300]}\n" +
					"voxelSetting: {kernelRadius: 2, initValue: .nan, maskedKernel: false}"));
	}

	private static String text(final String setting) {
		return SettingsText.of(ParameterFile.parse("p", "setting: " + setting).settings());
	}

	@Test
	void settingsThatWereChangedSinceAreNotThoseOfTheFile() {
		final ExtractionSettings s = ParameterFile.parse("p", "setting: {binWidth: 5.0, label: 2, force2D: true}\n" +
			"imageType: {LoG: {sigma: [1, 2.0], binWidth: 1e1}, Original: {}, Wavelet: {wavelet: 'db2', level: 1}}")
				.settings();
		assertEquals("{'LoG': {'sigma': [1, 2.0], 'binWidth': 10.0}, 'Original': {}, 'Wavelet': {'wavelet': 'db2', " +
			"'level': 1}}", SettingsText.ofImageTypes(s));
		final ExtractionSettings other = s.withBinning(new Binning.FixedCount(8)).withLabel(3).withAdditionalInfo(false);
		assertEquals("{'LoG': {'sigma': [1, 2.0], 'binWidth': 10}, 'Original': {}, 'Wavelet': {'wavelet': 'db2'}}",
			SettingsText.ofImageTypes(other));
		assertTrue(SettingsText.of(other).endsWith("'force2D': True, 'force2Ddimension': 0, 'resegmentRange': None, " +
			"'label': 3, 'additionalInfo': False, 'binCount': 8}"), SettingsText.of(other));
		assertTrue(s.withTexture(TextureSettings.DEFAULT).imageTypes().get(2).filter() instanceof WaveletFilter w && !w
			.force2D());
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
