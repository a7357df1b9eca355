package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.texture.TextureSettings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What each setting of a parameter file may be and does. Settings of steps that are not there yet (normalisation,
 * resampling, resegmentation) are checked, accepted where they change nothing, and refused where they would.
 */
final class ParameterRules {

	private static final int ANY = Integer.MAX_VALUE;
	private static final String ORIGINAL = "Original";
	private static final List<String> IMAGE_TYPES = List.of(ORIGINAL, "LoG", "Wavelet", "Square", "SquareRoot",
		"Logarithm", "Exponential", "Gradient", "LBP2D", "LBP3D");
	private static final List<String> NORMS = List.of("manhattan", "euclidean", "infinity", "no_weighting");
	private static final List<String> INTERPOLATORS = List.of("sitkNearestNeighbor", "sitkLinear", "sitkBSpline",
		"sitkGaussian", "sitkLabelGaussian", "sitkHammingWindowedSinc", "sitkCosineWindowedSinc", "sitkWelchWindowedSinc",
		"sitkLanczosWindowedSinc", "sitkBlackmanWindowedSinc", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");

	/** Settings that a single image type may change: those that its features read. */
	private static final Set<String> PER_IMAGE_TYPE = Set.of("binWidth", "binCount", "distances", "symmetricalGLCM",
		"weightingNorm", "gldm_a", "force2D", "force2Ddimension", "voxelArrayShift");

	private static final Map<String, BiConsumer<ParameterValues, ParameterNode>> SETTINGS = settings();
	private static final Map<String, BiConsumer<ParameterValues, ParameterNode>> VOXEL_SETTINGS = voxelSettings();

	private ParameterRules() {}

	/** Reads the section setting, which may be missing (null). */
	static void readSettings(final ParameterNode section, final ParameterValues values) {
		if (section == null) return;
		read(section, SETTINGS, values);
		if (values.resampledPixelSpacing != null && !values.noInterpolator) throw values.resampledPixelSpacing.notSupported(
			"resampledPixelSpacing");
	}

	/** Reads the section voxelSetting, which may be missing and has no effect on features of a whole ROI. */
	static void readVoxelSettings(final ParameterNode section, final ParameterValues values) {
		if (section != null) read(section, VOXEL_SETTINGS, values);
	}

	/** Reads the section imageType, which may be missing. */
	static void readImageTypes(final ParameterNode section, final ParameterValues values) {
		if (section == null) return;
		for (final ParameterNode type : section.entries().values()) {
			if (!IMAGE_TYPES.contains(type.key())) throw type.error("unknown image type '" + type.key() +
				"'. Image types are: " + String.join(", ", IMAGE_TYPES) + ".");
			if (!type.key().equals(ORIGINAL)) throw type.notSupported("image type " + type.key());
			if (type.isNull()) continue;
			for (final ParameterNode node : type.entries().values())
				if (SETTINGS.containsKey(node.key()) && !PER_IMAGE_TYPE.contains(node.key())) throw node.notSupported(node
					.key() + " for the image type Original alone");
			read(type, SETTINGS, values);
		}
	}

	private static void read(final ParameterNode section,
		final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules, final ParameterValues values)
	{
		section.entries().forEach((key, node) -> {
			final BiConsumer<ParameterValues, ParameterNode> rule = rules.get(key);
			if (rule == null) throw node.error("unknown key '" + key + "' in '" + section.key() + "'. Keys are: " + String
				.join(", ", rules.keySet()) + ".");
			rule.accept(values, node);
		});
	}

	private static Map<String, BiConsumer<ParameterValues, ParameterNode>> settings() {
		final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules = new LinkedHashMap<>();
		addGreyLevels(rules);
		addMatrices(rules);
		addRoi(rules);
		addPreprocessing(rules);
		addFilters(rules);
		return Collections.unmodifiableMap(rules);
	}

	private static Map<String, BiConsumer<ParameterValues, ParameterNode>> voxelSettings() {
		final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules = new LinkedHashMap<>();
		checked(rules, "kernelRadius", n -> n.integer(1, ANY));
		checked(rules, "maskedKernel", ParameterNode::bool);
		checked(rules, "initValue", ParameterNode::text);
		checked(rules, "voxelBatch", n -> n.integer(1, ANY));
		return Collections.unmodifiableMap(rules);
	}

	private static void addGreyLevels(final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules) {
		rules.put("binWidth", (v, n) -> v.binWidth = n.positive());
		rules.put("binCount", (v, n) -> v.binCount = n.isNull() ? 0 : n.integer(1, ANY));
		rules.put("voxelArrayShift", (v, n) -> v.voxelArrayShift = n.integer(Integer.MIN_VALUE, ANY));
	}

	private static void addMatrices(final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules) {
		rules.put("distances", (v, n) -> v.distances = distances(n));
		rules.put("symmetricalGLCM", (v, n) -> v.symmetricalGLCM = n.bool());
		rules.put("weightingNorm", (v, n) -> v.weightingNorm = n.isNull() ? Optional.empty() : Optional.of(
			TextureSettings.Norm.valueOf(n.oneOf(NORMS).toUpperCase(Locale.ROOT))));
		rules.put("gldm_a", (v, n) -> v.gldmA = n.integer(0, ANY));
		rules.put("force2D", (v, n) -> v.force2D = n.bool());
		rules.put("force2Ddimension", (v, n) -> v.force2DDimension = n.integer(0, 2));
	}

	private static List<Integer> distances(final ParameterNode node) {
		final List<Integer> distances = new ArrayList<>();
		for (final ParameterNode item : node.items())
			distances.add(item.integer(1, ANY));
		if (distances.isEmpty()) throw node.error("'distances' must name at least one distance, [1].");
		return distances;
	}

	private static void addRoi(final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules) {
		rules.put("label", (v, n) -> v.label = n.integer(1, ANY));
		rules.put("label_channel", (v, n) -> requireOff(n, n.integer(0, ANY) == 0));
		rules.put("minimumROIDimensions", (v, n) -> v.minimumROIDimensions = n.integer(1, 3));
		rules.put("minimumROISize", (v, n) -> v.minimumROISize = n.isNull() ? 0 : n.integer(1, ANY));
		rules.put("geometryTolerance", (v, n) -> v.geometryTolerance = n.isNull() ? 0 : n.positive());
		rules.put("correctMask", (v, n) -> requireOff(n, !n.bool()));
		rules.put("additionalInfo", (v, n) -> v.additionalInfo = n.bool());
	}

	/** Without resampling or filters, cropping the image to the ROI first changes nothing. */
	private static void addPreprocessing(final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules) {
		rules.put("normalize", (v, n) -> requireOff(n, !n.bool()));
		checked(rules, "normalizeScale", ParameterNode::positive);
		checked(rules, "removeOutliers", n -> unlessNull(n, ParameterNode::positive));
		rules.put("resampledPixelSpacing", (v, n) -> v.resampledPixelSpacing = n.isNull() ? null : n);
		rules.put("interpolator", (v, n) -> v.noInterpolator = n.isNull() || n.oneOf(INTERPOLATORS).isEmpty());
		checked(rules, "padDistance", n -> n.integer(0, ANY));
		checked(rules, "preCrop", ParameterNode::bool);
		rules.put("resegmentRange", (v, n) -> requireOff(n, n.isNull()));
		checked(rules, "resegmentMode", n -> n.oneOf(List.of("absolute", "relative", "sigma")));
		checked(rules, "resegmentShape", ParameterNode::bool);
	}

	/** Settings of filters, which have no effect while the original image is the only one. */
	private static void addFilters(final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules) {
		checked(rules, "sigma", n -> n.items().forEach(ParameterNode::positive));
		checked(rules, "start_level", n -> n.integer(0, ANY));
		checked(rules, "level", n -> n.integer(1, ANY));
		checked(rules, "wavelet", ParameterNode::text);
		checked(rules, "gradientUseSpacing", ParameterNode::bool);
		checked(rules, "lbp2DRadius", ParameterNode::positive);
		checked(rules, "lbp2DSamples", n -> n.integer(1, ANY));
		checked(rules, "lbp2DMethod", n -> n.oneOf(List.of("default", "ror", "uniform", "var")));
		checked(rules, "lbp3DLevels", n -> n.integer(1, ANY));
		checked(rules, "lbp3DIcosphereRadius", ParameterNode::positive);
		checked(rules, "lbp3DIcosphereSubdivision", n -> n.integer(0, ANY));
	}

	private static void checked(final Map<String, BiConsumer<ParameterValues, ParameterNode>> rules, final String key,
		final Consumer<ParameterNode> check)
	{
		rules.put(key, (values, node) -> check.accept(node));
	}

	private static void unlessNull(final ParameterNode node, final Consumer<ParameterNode> check) {
		if (!node.isNull()) check.accept(node);
	}

	private static void requireOff(final ParameterNode node, final boolean off) {
		if (!off) throw node.notSupported(node.key());
	}
}
