package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.preprocess.Normalization;
import io.github.radiomicsnomogram.preprocess.Resampling;
import io.github.radiomicsnomogram.preprocess.Resegmentation;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings as PyRadiomics writes them into its columns diagnostics_Configuration_Settings and
 * diagnostics_Configuration_EnabledImageTypes: Python dictionaries. Words of a parameter file stand as they are there.
 */
final class SettingsText {

	/** Settings that features read. */
	static final List<String> FEATURE_KEYS = List.of("binWidth", "binCount", "distances", "symmetricalGLCM",
		"weightingNorm", "gldm_a", "force2D", "force2Ddimension", "voxelArrayShift");

	/** Settings that choose and check the ROI. */
	static final List<String> ROI_KEYS = List.of("label", "label_channel", "minimumROIDimensions", "minimumROISize",
		"geometryTolerance", "correctMask");

	/** Settings of the steps before filters. */
	static final List<String> PREPROCESSING_KEYS = List.of("normalize", "normalizeScale", "removeOutliers",
		"resampledPixelSpacing", "interpolator", "padDistance", "preCrop", "resegmentRange", "resegmentMode",
		"resegmentShape");

	/** Settings of feature maps. */
	static final List<String> VOXEL_KEYS = List.of("kernelRadius", "maskedKernel", "initValue", "voxelBatch");

	private SettingsText() {}

	/** All general settings: those that PyRadiomics always has, then the file's, then others that were changed. */
	static String of(final ExtractionSettings s) {
		final Map<String, String> texts = defaults();
		final Map<String, String> actual = actual(s);
		actual.keySet().stream().filter(texts::containsKey).forEach(key -> texts.put(key, actual.get(key)));
		texts.putAll(s.written().settings());
		actual.forEach(texts::putIfAbsent);
		return dictionary(texts);
	}

	/** The image types with their own settings. */
	static String ofImageTypes(final ExtractionSettings s) {
		final Map<String, String> types = new LinkedHashMap<>();
		for (final ImageType type : s.imageTypes())
			types.put(type.name(), dictionary(s.written().imageTypes().getOrDefault(type.name(), own(type, s))));
		return dictionary(types);
	}

	private static String dictionary(final Map<String, String> texts) {
		return texts.entrySet().stream().map(e -> "'" + e.getKey() + "': " + e.getValue()).collect(Collectors.joining(", ",
			"{", "}"));
	}

	private static Map<String, String> defaults() {
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("minimumROIDimensions", "2");
		texts.put("minimumROISize", "None");
		texts.put("normalize", "False");
		texts.put("normalizeScale", "1");
		texts.put("removeOutliers", "None");
		texts.put("resampledPixelSpacing", "None");
		texts.put("interpolator", "'sitkBSpline'");
		texts.put("preCrop", "False");
		texts.put("padDistance", Integer.toString(Preprocessing.DEFAULT_PAD));
		texts.put("distances", "[1]");
		texts.put("force2D", "False");
		texts.put("force2Ddimension", "0");
		texts.put("resegmentRange", "None");
		texts.put("label", "1");
		texts.put("additionalInfo", "True");
		return texts;
	}

	/** What differs from PyRadiomics' defaults, and the bins unless a file leaves them to PyRadiomics. */
	static Map<String, String> actual(final ExtractionSettings s) {
		final Map<String, String> texts = new LinkedHashMap<>();
		final RoiRules rules = s.rules();
		put(texts, "minimumROIDimensions", rules.minimumROIDimensions(), 2);
		put(texts, "minimumROISize", rules.minimumROISize(), 0);
		addPreprocessing(texts, s.preprocessing());
		put(texts, "label", s.label(), 1);
		if (!s.additionalInfo()) texts.put("additionalInfo", "False");
		texts.putAll(features(s.general(), s.written().settings().isEmpty() ? FeatureSettings.DEFAULT.withBinning(null)
			: FeatureSettings.DEFAULT));
		put(texts, "label_channel", s.roi().labelChannel(), 0);
		if (rules.geometryTolerance() != 0) texts.put("geometryTolerance", PythonText.of(rules.geometryTolerance()));
		if (rules.correctMask()) texts.put("correctMask", "True");
		addVoxel(texts, s.voxel());
		return texts;
	}

	private static void put(final Map<String, String> texts, final String key, final int value, final int usual) {
		if (value != usual) texts.put(key, Integer.toString(value));
	}

	private static void addPreprocessing(final Map<String, String> texts, final Preprocessing p) {
		p.normalization().ifPresent(n -> addNormalization(texts, n));
		p.resampling().ifPresent(r -> addResampling(texts, r));
		p.preCrop().ifPresent(pad -> {
			texts.put("preCrop", "True");
			texts.put("padDistance", Integer.toString(pad));
		});
		p.resegmentation().ifPresent(r -> addResegmentation(texts, r));
		if (p.resegmentShape()) texts.put("resegmentShape", "True");
	}

	private static void addNormalization(final Map<String, String> texts, final Normalization n) {
		texts.put("normalize", "True");
		texts.put("normalizeScale", PythonText.number(n.scale()));
		n.removeOutliers().ifPresent(v -> texts.put("removeOutliers", PythonText.number(v)));
	}

	private static void addResampling(final Map<String, String> texts, final Resampling r) {
		texts.put("resampledPixelSpacing", numbers(r.spacing()));
		texts.put("interpolator", "'" + r.interpolator().pyradiomicsName() + "'");
		texts.put("padDistance", Integer.toString(r.padDistance()));
	}

	private static void addResegmentation(final Map<String, String> texts, final Resegmentation r) {
		texts.put("resegmentRange", numbers(r.range()));
		texts.put("resegmentMode", "'" + r.mode().pyradiomicsName() + "'");
	}

	private static String numbers(final List<Double> values) {
		return values.stream().map(PythonText::number).collect(Collectors.joining(", ", "[", "]"));
	}

	private static void addVoxel(final Map<String, String> texts, final VoxelSettings v) {
		put(texts, "kernelRadius", v.kernelRadius(), VoxelSettings.DEFAULT.kernelRadius());
		if (!v.maskedKernel()) texts.put("maskedKernel", "False");
		if (v.initValue() != 0) texts.put("initValue", PythonText.number(v.initValue()));
		put(texts, "voxelBatch", v.voxelBatch(), VoxelSettings.ALL);
	}

	/** The settings that an image type has for itself. */
	static Map<String, String> own(final ImageType type, final ExtractionSettings s) {
		final Map<String, String> texts = FilterSettings.python(type.filter());
		texts.putAll(features(type.features(), s.general()));
		return texts;
	}

	/** The settings of features that differ from others. */
	private static Map<String, String> features(final FeatureSettings s, final FeatureSettings others) {
		final Map<String, String> texts = new LinkedHashMap<>();
		if (!s.binning().equals(others.binning())) addBinning(texts, s.binning());
		if (!s.texture().equals(others.texture())) addTexture(texts, s.texture(), others.texture());
		if (s.voxelArrayShift() != others.voxelArrayShift()) texts.put("voxelArrayShift", PythonText.number(s
			.voxelArrayShift()));
		return texts;
	}

	private static void addBinning(final Map<String, String> texts, final Binning binning) {
		if (binning instanceof Binning.FixedCount count) texts.put("binCount", Integer.toString(count.binCount()));
		if (binning instanceof Binning.FixedWidth width) texts.put("binWidth", PythonText.number(width.binWidth()));
	}

	private static void addTexture(final Map<String, String> texts, final TextureSettings s,
		final TextureSettings others)
	{
		if (!s.distances().equals(others.distances())) texts.put("distances", s.distances().toString());
		if (s.symmetricalGLCM() != others.symmetricalGLCM()) texts.put("symmetricalGLCM", PythonText.of(s
			.symmetricalGLCM()));
		if (!s.weightingNorm().equals(others.weightingNorm())) texts.put("weightingNorm", s.weightingNorm().map(n -> "'" + n
			.name().toLowerCase(Locale.ROOT) + "'").orElse("None"));
		put(texts, "gldm_a", s.gldmA(), others.gldmA());
		if (s.force2D() != others.force2D()) texts.put("force2D", PythonText.of(s.force2D()));
		put(texts, "force2Ddimension", s.force2DDimension(), others.force2DDimension());
	}
}
