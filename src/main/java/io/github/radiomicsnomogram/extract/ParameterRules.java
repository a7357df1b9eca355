package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.filter.Lbp3DFilter;
import io.github.radiomicsnomogram.filter.WaveletFilter;
import io.github.radiomicsnomogram.preprocess.Interpolator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * PyRadiomics' schema of the sections setting (and each image type) and voxelSetting: which keys there are, and the type
 * and range of each.
 */
final class ParameterRules {

	private static final int ANY = Integer.MAX_VALUE;

	/** The one key at which PyRadiomics' schema doesn't accept null. */
	private static final String WAVELET = "wavelet";

	/** Keys of setting and of image types. */
	private static final Map<String, Consumer<ParameterNode>> SETTINGS = settings();

	private static final Map<String, Consumer<ParameterNode>> VOXEL_SETTINGS = voxelSettings();

	private ParameterRules() {}

	/** Checks a section setting, which may be missing (null), and returns what it holds. */
	static Map<String, ParameterNode> settings(final ParameterNode section) {
		return checked(section, SETTINGS);
	}

	/** Checks a section voxelSetting, which may be missing (null), and returns what it holds. */
	static Map<String, ParameterNode> voxelSettings(final ParameterNode section) {
		return checked(section, VOXEL_SETTINGS);
	}

	private static Map<String, ParameterNode> checked(final ParameterNode section,
		final Map<String, Consumer<ParameterNode>> rules)
	{
		if (section == null) return Map.of();
		final Map<String, ParameterNode> entries = section.entries();
		entries.forEach((key, node) -> {
			final Consumer<ParameterNode> rule = rules.get(key);
			if (rule == null) throw node.error("unknown key '" + key + "' in '" + section.key() + "'. Keys are: " + String
				.join(", ", rules.keySet()) + ".");
			if (!node.isNull() || key.equals(WAVELET)) rule.accept(node);
		});
		return entries;
	}

	private static Map<String, Consumer<ParameterNode>> settings() {
		final Map<String, Consumer<ParameterNode>> rules = new LinkedHashMap<>();
		addFeatures(rules);
		addRoi(rules);
		addPreprocessing(rules);
		addFilters(rules);
		return Collections.unmodifiableMap(rules);
	}

	private static void addFeatures(final Map<String, Consumer<ParameterNode>> rules) {
		rules.put("binWidth", ParameterNode::positive);
		rules.put("binCount", n -> n.integer(1, ANY));
		rules.put("voxelArrayShift", ParameterNode::integer);
		rules.put("distances", ParameterRules::distances);
		rules.put("symmetricalGLCM", ParameterNode::bool);
		rules.put("weightingNorm", n -> n.oneOf(List.of("manhattan", "euclidean", "infinity", "no_weighting")));
		rules.put("gldm_a", n -> n.integer(0, ANY));
		rules.put("force2D", ParameterNode::bool);
		rules.put("force2Ddimension", n -> n.integer(0, 2));
	}

	private static void distances(final ParameterNode node) {
		if (node.items().isEmpty()) throw node.error("'distances' must name at least one distance, [1].");
		node.items().forEach(item -> item.integer(1, ANY));
		if (node.items().stream().map(ParameterNode::integer).distinct().count() < node.items().size()) throw node.error(
			"'distances' must not name a distance twice.");
	}

	private static void addRoi(final Map<String, Consumer<ParameterNode>> rules) {
		rules.put("label", n -> n.integer(1, ANY));
		rules.put("label_channel", n -> n.integer(0, ANY));
		rules.put("minimumROIDimensions", n -> n.integer(1, 3));
		rules.put("minimumROISize", n -> n.integer(1, ANY));
		rules.put("geometryTolerance", ParameterNode::positive);
		rules.put("correctMask", ParameterNode::bool);
		rules.put("additionalInfo", ParameterNode::bool);
	}

	private static void addPreprocessing(final Map<String, Consumer<ParameterNode>> rules) {
		rules.put("normalize", ParameterNode::bool);
		rules.put("normalizeScale", ParameterNode::positive);
		rules.put("removeOutliers", ParameterNode::positive);
		rules.put("resampledPixelSpacing", ParameterRules::spacing);
		rules.put("interpolator", ParameterRules::interpolator);
		rules.put("padDistance", n -> n.integer(0, ANY));
		rules.put("preCrop", ParameterNode::bool);
		rules.put("resegmentRange", ParameterRules::range);
		rules.put("resegmentMode", n -> n.oneOf(List.of("absolute", "relative", "sigma")));
		rules.put("resegmentShape", ParameterNode::bool);
	}

	private static void spacing(final ParameterNode node) {
		if (node.items().size() != 3) throw node.error("'resampledPixelSpacing' must have 3 numbers, mm along x, y, z " +
			"(0 keeps the mask's), not " + node.items().size() + ".");
		node.items().forEach(ParameterNode::notNegative);
	}

	private static void interpolator(final ParameterNode node) {
		final List<String> names = new ArrayList<>();
		Arrays.stream(Interpolator.values()).forEach(i -> names.add(i.pyradiomicsName()));
		if (node.isWhole()) node.integer(1, names.size());
		else node.oneOf(names);
	}

	private static void range(final ParameterNode node) {
		if (node.items().isEmpty() || node.items().size() > 2) throw node.error(
			"'resegmentRange' must have 1 number (lower bound) or 2 (lower and upper bound), not " + node.items().size() + ".");
		node.items().forEach(ParameterNode::number);
	}

	private static void addFilters(final Map<String, Consumer<ParameterNode>> rules) {
		rules.put("sigma", n -> n.items().forEach(ParameterNode::positive));
		rules.put("start_level", n -> n.integer(0, ANY));
		rules.put("level", n -> n.integer(1, ANY));
		rules.put(WAVELET, ParameterRules::wavelet);
		rules.put("gradientUseSpacing", ParameterNode::bool);
		rules.put("lbp2DRadius", ParameterNode::positive);
		rules.put("lbp2DSamples", n -> n.integer(1, ANY));
		rules.put("lbp2DMethod", n -> n.oneOf(List.of("default", "ror", "uniform", "var")));
		rules.put("lbp3DLevels", n -> n.integer(2, Lbp3DFilter.MOST_LEVELS));
		rules.put("lbp3DIcosphereRadius", ParameterNode::positive);
		rules.put("lbp3DIcosphereSubdivision", n -> n.integer(0, ANY));
	}

	private static void wavelet(final ParameterNode node) {
		try {
			new WaveletFilter(node.text(), 1, 0, false, 0);
		}
		catch (final InputException e) {
			throw node.error(e.getMessage());
		}
	}

	private static Map<String, Consumer<ParameterNode>> voxelSettings() {
		final Map<String, Consumer<ParameterNode>> rules = new LinkedHashMap<>();
		rules.put("kernelRadius", n -> n.integer(1, ANY));
		rules.put("maskedKernel", ParameterNode::bool);
		rules.put("initValue", ParameterNode::numberOrNaN);
		rules.put("voxelBatch", n -> n.integer(1, ANY));
		return Collections.unmodifiableMap(rules);
	}
}
