package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.filter.Lbp2DFilter;
import io.github.radiomicsnomogram.filter.Lbp2DMethod;
import io.github.radiomicsnomogram.filter.LogFilter;
import io.github.radiomicsnomogram.filter.WaveletFilter;
import io.github.radiomicsnomogram.preprocess.Interpolator;
import io.github.radiomicsnomogram.preprocess.Normalization;
import io.github.radiomicsnomogram.preprocess.Resampling;
import io.github.radiomicsnomogram.preprocess.Resegmentation;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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

	private static boolean sameApartFromWords(final ExtractionSettings a, final ExtractionSettings b) {
		return wordless(a).equals(wordless(b));
	}

	private static ExtractionSettings wordless(final ExtractionSettings s) {
		return new ExtractionSettings(s.roi(), s.preprocessing(), s.general(), s.imageTypes(), s.features(), s.voxel(), s
			.additionalInfo(), WrittenSettings.NONE);
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
		assertEquals(RoiSelection.DEFAULT, file.settings().roi());
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
		assertEquals(new FeatureSettings(new Binning.FixedWidth(10), texture, 1000), s.general());
		assertEquals(new RoiSelection(2, 0, new RoiRules(3, 10, 1e-3, false)), s.roi());
		assertFalse(s.additionalInfo());
	}

	@Test
	void binCountWinsOverBinWidth() {
		assertEquals(new Binning.FixedCount(32), setting("binCount: 32; binWidth: 5").binning());
		assertEquals(new Binning.FixedWidth(5), setting("binCount: null; binWidth: 5").binning());
	}

	@Test
	void anImageTypeMayHaveSettingsOfItsOwn() {
		final ExtractionSettings s = parse("setting: {binWidth: 9, force2Ddimension: 1, wavelet: haar, level: 2}\n" +
			"imageType:\n  Wavelet: {binWidth: 3, force2D: true, level: 1}\n  Original: {}\n  LBP2D: {binCount: 4}\n")
				.settings();
		assertEquals(List.of("Wavelet", "Original", "LBP2D"), s.imageTypes().stream().map(ImageType::name).toList());
		assertEquals(List.of(new Binning.FixedWidth(3), new Binning.FixedWidth(9), new Binning.FixedCount(4)), s.imageTypes()
			.stream().map(type -> type.features().binning()).toList());
		assertEquals(new WaveletFilter("haar", 1, 0, true, 1), s.imageTypes().get(0).filter());
		assertEquals(new Lbp2DFilter(1, 8, Lbp2DMethod.UNIFORM, 1), s.imageTypes().get(2).filter());
		assertFalse(s.texture().force2D());
	}

	@Test
	void aSettingOfAnotherStepHasNoEffectOnAnImageType() {
		final ParameterFile file = parse("imageType:\n  Original:\n    normalize: true\n    sigma: [1]\n    label: 1\n");
		assertEquals(List.of("normalize (line 3) has no effect on image type Original, as in PyRadiomics; put it into " +
			"'setting'.", "sigma (line 4) has no effect on image type Original, as in PyRadiomics.",
			"label (line 5) has no effect on image type Original, as in PyRadiomics; put it into 'setting'."), file.warnings());
		assertTrue(file.settings().preprocessing().normalization().isEmpty());
		assertEquals("Parameter file 'p.yaml', line 2: 'label' can't differ for image type Original alone; put it into " +
			"'setting'.", refusal("imageType:\n  Original: {label: 3}"));
	}

	@Test
	void sigmaIsWholeOrNotAsWritten() {
		final ImageType log = parse("imageType: {LoG: {sigma: [1, 2.0, 2.50, 1]}}").settings().imageTypes().get(0);
		assertEquals(new LogFilter(List.of(1, 2.0, 2.5)), log.filter());
		assertEquals(List.of("Image type LoG (line 1) gives no image, as in PyRadiomics: it needs sigma, a list of mm."),
			parse("imageType: {LoG: {}}").warnings());
	}

	@Test
	void readsPreprocessing() {
		final Preprocessing all = setting("normalize: true; normalizeScale: 100; removeOutliers: 3; " +
			"resampledPixelSpacing: [1, 1, 0]; interpolator: 2; padDistance: 7; preCrop: true; resegmentRange: [-.inf, 2]; " +
			"resegmentMode: sigma; resegmentShape: true").preprocessing();
		assertEquals(new Preprocessing(Optional.of(new Normalization(100, OptionalDouble.of(3))), Optional.of(new Resampling(
			List.of(1.0, 1.0, 0.0), Interpolator.LINEAR, 7)), OptionalInt.empty(), Optional.of(new Resegmentation(List.of(
				Double.NEGATIVE_INFINITY, 2.0), Resegmentation.Mode.SIGMA)), true), all);
		assertEquals(OptionalInt.of(5), setting("preCrop: true").preprocessing().preCrop());
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
		"interpolator: 3", "padDistance: 10", "preCrop: false", "resegmentRange: null", "resegmentMode: sigma",
		"resegmentShape: false", "correctMask: false", "label_channel: 0", "sigma: [1.0, 3]", "start_level: 0", "level: 2",
		"wavelet: coif1", "gradientUseSpacing: true", "lbp2DRadius: 1", "lbp2DSamples: 8", "lbp2DMethod: uniform",
		"lbp3DLevels: 2", "lbp3DIcosphereRadius: 1", "lbp3DIcosphereSubdivision: 1", "distances: [1]", "gldm_a: 0",
		"symmetricalGLCM: true", "weightingNorm:", "force2D:", "padDistance:", "resegmentMode:", "level:", "normalizeScale:", "resegmentShape:", "force2D: false", "force2Ddimension: 0", "minimumROIDimensions: 2", "binCount:",
		"minimumROISize:", "geometryTolerance: null", "voxelArrayShift: 0" })
	void acceptsWhatChangesNothing(final String line) {
		assertTrue(sameApartFromWords(parse("{}").settings(), setting(line)));
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
		"binWidth: '25'|'binWidth' must be a number, not '25'.", "binWidth:|'binWidth' needs a value here; leave the line out for PyRadiomics' default.",
		"binWidth: .inf|'binWidth' must be a number above 0, not '.inf'.", "binWidth: 1e400|must be a number above 0",
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
		"wavelet: HAAR|No discrete wavelet is called 'HAAR'", "wavelet: mexh|No discrete wavelet is called 'mexh'", "wavelet:|No discrete wavelet is called ''",
		"resampledPixelSpacing: [1, 1]|must have 3 numbers", "resampledPixelSpacing: [-1, 1, 1]|a number from 0 up, not '-1'",
		"resegmentRange: [1, 2, 3]|must have 1 number (lower bound) or 2", "interpolator: 11|from 1 to 10, not '11'",
		"interpolator: '3'|must be one of sitkNearestNeighbor", "gldm_a: 1.0|0 or more, not '1.0'", "sigma: [0]|a number above 0",
		"sigma: 1.0|must be a list", "distances: [1, 1]|twice", "level: 0|1 or more, not '0'", "normalize: 1|true or false",
		"removeOutliers: 0|a number above 0", "padDistance: -1|0 or more, not '-1'", "label:|needs a value here",
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
	void aSectionWithoutContentIsAnErrorAsInPyRadiomics() {
		for (final String section : List.of("setting", "imageType", "featureClass", "voxelSetting")) {
			assertTrue(refusal(section + ":").contains("must be a mapping"), section);
			assertTrue(refusal(section + ": []").contains("must be a mapping"), section);
			assertTrue(sameApartFromWords(parse("{}").settings(), parse(section + ": {}").settings()), section);
		}
		assertTrue(refusal("imageType: {Original: }").contains("'Original' must be a mapping"));
		assertTrue(refusal("featureClass: {glcm: {}}").contains("'glcm' must be a list"));
	}

	@Test
	void readsNumbersAsYaml12() {
		assertEquals(16, setting("label: 0x10").label());
		assertEquals(8, setting("label: 0o10").label());
		assertEquals(10, setting("label: 010").label());
		assertEquals(1000, setting("label: 1_000").label());
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
	void readsVoxelSettings() {
		assertEquals(new VoxelSettings(2, false, Double.NaN, 10000), parse("voxelSetting: {kernelRadius: 2, " +
			"maskedKernel: false, initValue: nan, voxelBatch: 10000}").settings().voxel());
		assertEquals(VoxelSettings.DEFAULT, parse("voxelSetting: {initValue: 0.0}").settings().voxel());
	}
}
