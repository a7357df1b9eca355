package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFileTest {

	private static ParameterFile parse(final String text) {
		return ParameterFile.parse("p.yaml", text, ToyFamilies.REGISTRY);
	}

	private static ExtractionSettings setting(final String line) {
		return parse("setting:\n  " + line.replace("; ", "\n  ") + "\n").settings();
	}

	private static String refusal(final String text) {
		return assertThrows(InputException.class, () -> parse(text)).getMessage();
	}

	private static List<String> ids(final ParameterFile file) {
		return file.settings().features().stream().map(Feature::id).toList();
	}

	@Test
	void anEmptyMappingIsPyRadiomicsDefaults() {
		final ParameterFile file = parse("{}");
		assertEquals(new Binning.FixedWidth(25), file.settings().binning());
		assertEquals(1, file.settings().label());
		assertEquals(TextureSettings.DEFAULT, file.settings().texture());
		assertEquals(RoiRules.DEFAULT, file.settings().roi());
		assertTrue(file.settings().additionalInfo());
		assertEquals(List.of("shape_Volume", "firstorder_Mean", "firstorder_Energy", "glcm_Contrast", "glcm_Id"), ids(file));
	}

	@Test
	void readsEverySettingThatIsSupported() {
		final ExtractionSettings s = setting("binWidth: 1e1; label: 2; voxelArrayShift: 1000; distances: [1, 2]; " +
			"symmetricalGLCM: false; weightingNorm: 'euclidean'; gldm_a: 1; force2D: true; force2Ddimension: 2; " +
			"additionalInfo: False; minimumROIDimensions: 3; minimumROISize: 10; geometryTolerance: 1e-3\n" +
			"featureClass: {glcm: }").withFeatures(List.of());
		final TextureSettings texture = new TextureSettings(List.of(1, 2), false, Optional.of(
			TextureSettings.Norm.EUCLIDEAN), 1, true, 2);
		assertEquals(new ExtractionSettings(new Binning.FixedWidth(10), 2, texture, 1000, new RoiRules(3, 10, 1e-3), false,
			List.of()), s);
	}

	@Test
	void binCountWinsOverBinWidth() {
		assertEquals(new Binning.FixedCount(32), setting("binCount: 32; binWidth: 5").binning());
		assertEquals(new Binning.FixedWidth(5), setting("binCount: null; binWidth: 5").binning());
	}

	@Test
	void theImageTypeMayChangeWhatItsFeaturesRead() {
		assertEquals(new Binning.FixedWidth(3), parse("imageType:\n  Original: {binWidth: 3}\nsetting: {binWidth: 9}")
			.settings().binning());
		assertEquals("Parameter file 'p.yaml': not supported yet: label for the image type Original alone (line 2).", refusal(
			"imageType:\n  Original: {label: 3}"));
	}

	@Test
	void featuresComeInTheOrderOfTheFile() {
		final ParameterFile file = parse("featureClass:\n  glcm: [Id, Contrast]\n  firstorder:\n  shape: [Old]\n");
		assertEquals(List.of("glcm_Id", "glcm_Contrast", "firstorder_Mean", "firstorder_Energy", "shape_Old"), ids(file));
		assertEquals(List.of("shape_Volume"), ids(parse("featureClass: {shape: []}")));
	}

	@Test
	void saysWhichNamesGiveNothingInPyRadiomicsEither() {
		final ParameterFile file = parse("featureClass:\n  glcm:\n    - Homogeneity1\n    - Id\n  shape2D:\n");
		assertEquals(List.of("glcm_Id"), ids(file));
		assertEquals(List.of("glcm_Homogeneity1 (line 3) is left out, as in PyRadiomics, which no longer computes it; " +
			"the same number is glcm_Id.", "shape2D (line 5) is left out, as in PyRadiomics: it needs force2D: true."), file
				.warnings());
	}

	@ParameterizedTest
	@ValueSource(strings = { "normalize: false", "normalizeScale: 100", "removeOutliers: ", "removeOutliers: 3",
		"resampledPixelSpacing: ", "resampledPixelSpacing: [1, 1, 1]; interpolator: null", "interpolator: 'sitkBSpline'",
		"interpolator: 3", "padDistance: 10", "preCrop: true", "resegmentRange: null", "resegmentMode: sigma",
		"resegmentShape: true", "correctMask: false", "label_channel: 0", "sigma: [1.0, 3]", "start_level: 0", "level: 2",
		"wavelet: coif1", "gradientUseSpacing: true", "lbp2DRadius: 1", "lbp2DSamples: 8", "lbp2DMethod: uniform",
		"lbp3DLevels: 2", "lbp3DIcosphereRadius: 1", "lbp3DIcosphereSubdivision: 1", "distances: [1]", "gldm_a: 0",
		"symmetricalGLCM: true", "weightingNorm:", "force2D: false", "force2Ddimension: 0", "minimumROIDimensions: 2",
		"minimumROISize:", "geometryTolerance: null", "voxelArrayShift: 0" })
	void acceptsWhatChangesNothing(final String line) {
		assertEquals(parse("{}").settings(), setting(line));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "normalize: true|normalize", "correctMask: true|correctMask",
		"label_channel: 1|label_channel", "resegmentRange: [-2, 2]|resegmentRange",
		"interpolator: sitkLinear; resampledPixelSpacing: [1, 1, 0]|resampledPixelSpacing" })
	void namesWhatIsNotSupportedYet(final String line, final String key) {
		final int at = line.contains("; ") ? 3 : 2;
		assertEquals("Parameter file 'p.yaml': not supported yet: " + key + " (line " + at + ").", assertThrows(
			InputException.class, () -> setting(line)).getMessage());
	}

	@Test
	void namesFiltersAsNotSupportedYet() {
		assertEquals("Parameter file 'p.yaml': not supported yet: image type LoG (line 3).", refusal(
			"imageType:\n  Original: {}\n  LoG:\n    sigma: [1]\n"));
	}

	@Test
	void shape2DComesWithForce2D() {
		final int all = ParameterFile.parse("p", "{}").settings().features().size();
		assertEquals(all + 9, ParameterFile.parse("p", "setting: {force2D: true}").settings().features().size());
		final ParameterFile with = ParameterFile.parse("p", "setting: {force2D: true}\nfeatureClass: {shape2D: [Perimeter]}");
		assertEquals(List.of("shape2D_Perimeter"), ids(with));
		assertEquals(List.of(), with.warnings());
		assertEquals(List.of(), ids(ParameterFile.parse("p", "featureClass: {shape2D: [Perimeter]}")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "binwidth: 2|unknown key 'binwidth' in 'setting'. Keys are: binWidth, binCount,",
		"binWidth: 0|'binWidth' must be a number above 0, not '0'.",
		"binWidth: '25'|'binWidth' must be a number, not '25'.", "binWidth:|'binWidth' must be a number, not nothing.",
		"binWidth: .inf|'binWidth' must be a number, not '.inf'.", "binWidth: 1e400|must be a number above 0",
		"binWidth: [1]|'binWidth' must be a number, not a list or mapping.",
		"binCount: 32.0|'binCount' must be a whole number, 1 or more, not '32.0'.",
		"label: 0|'label' must be a whole number, 1 or more, not '0'.",
		"label: 99999999999|'label' must be a whole number, 1 or more, not '99999999999'.",
		"force2D: yes|'force2D' must be true or false, not 'yes'.",
		"minimumROIDimensions: 4|'minimumROIDimensions' must be a whole number, from 1 to 3, not '4'.",
		"weightingNorm: none|'weightingNorm' must be one of manhattan, euclidean, infinity, no_weighting, not 'none'.",
		"distances: 1|'distances' must be a list, [..., ...].", "distances: []|'distances' must name at least one distance",
		"interpolator: cubic|'interpolator' must be one of sitkNearestNeighbor",
		"voxelArrayShift: 0.5|'voxelArrayShift' must be a whole number, not '0.5'.",
		"resegmentMode: x|'resegmentMode' must be one of absolute, relative, sigma, not 'x'.",
		"binWidth: 1; binWidth: 2|'binWidth' comes twice in 'setting'." })
	void refusesWrongSettingsWithTheirLine(final String line, final String message) {
		final int at = line.contains("; ") ? 3 : 2;
		final String said = assertThrows(InputException.class, () -> setting(line)).getMessage();
		assertTrue(said.startsWith("Parameter file 'p.yaml', line " + at + ": "), said);
		assertTrue(said.contains(message), said);
	}

	@Test
	void refusesWrongSectionsClassesAndFeatures() {
		assertEquals("Parameter file 'p.yaml', line 1: unknown section 'settings'. Sections are: setting, imageType, " +
			"featureClass, voxelSetting.", refusal("settings: {binWidth: 2}"));
		assertEquals("Parameter file 'p.yaml', line 3: unknown feature class 'GLCM'. Classes are: shape, firstorder, glcm.",
			refusal("featureClass:\n  shape:\n  GLCM: []\n"));
		assertEquals("Parameter file 'p.yaml', line 2: feature class 'glcm' has no feature 'contrast'. " +
			"Features are: Contrast, Id.", refusal("featureClass:\n  glcm: [Contrast, contrast]\n"));
		assertEquals("Parameter file 'p.yaml', line 1: 'glcm' must be a list, [..., ...].", refusal(
			"featureClass: {glcm: Contrast}"));
		assertEquals("Parameter file 'p.yaml', line 1: unknown image type 'log'. Image types are: Original, LoG, Wavelet, " +
			"Square, SquareRoot, Logarithm, Exponential, Gradient, LBP2D, LBP3D.", refusal("imageType: {log: {}}"));
		assertEquals("Parameter file 'p.yaml', line 1: 'setting' must be a mapping (KEY: VALUE lines, or {}).", refusal(
			"setting:\n"));
		assertTrue(refusal("voxelSetting: {radius: 2}").contains("unknown key 'radius' in 'voxelSetting'"));
	}

	@Test
	void refusesWhatIsNoYaml() {
		assertEquals("Parameter file 'p.yaml' is empty.", refusal("# nothing\n"));
		assertTrue(refusal("setting:\n  binWidth: [1\n").startsWith("Parameter file 'p.yaml', line 3: not valid YAML: "));
		assertTrue(refusal("setting: {}\n---\nsetting: {}\n").contains("not valid YAML"));
		assertTrue(refusal("- a\n").contains("must be a mapping"));
	}

	@Test
	void readsJsonWithTabs(@TempDir final Path folder) throws IOException {
		final Path file = Files.writeString(folder.resolve("p.json"),
			"{\n\t\"setting\": {\n\t\t\"label\":\t2,\n\t\t\"force2D\": false\n\t}\n}\n");
		assertEquals(2, ParameterFile.read(file).settings().label());
	}

	@Test
	void saysWhichFileCannotBeRead(@TempDir final Path folder) {
		final Path missing = folder.resolve("none.yaml");
		assertEquals("Parameter file '" + missing + "' can't be read: there is no such file.", assertThrows(
			InputException.class, () -> ParameterFile.read(missing)).getMessage());
		assertEquals("Parameter file '" + folder + "' can't be read: it is a folder.", assertThrows(InputException.class,
			() -> ParameterFile.read(folder)).getMessage());
	}

	@Test
	void voxelSettingsHaveNoEffect() {
		assertEquals(parse("{}").settings(), parse("voxelSetting: {kernelRadius: 2, maskedKernel: true, initValue: nan, " +
			"voxelBatch: 10000}").settings());
		assertFalse(parse("setting: {force2D: false}").settings().texture().force2D());
	}
}
