package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.nodes.Node;

/**
 * Settings that win over those of a parameter file, as pyradiomics takes them in its command line: "binWidth:10",
 * "distances:1,2", "force2D:1"; "binWidth=10" does too. A wrong one, which PyRadiomics leaves out, is an error.
 *
 * @param settings of the section setting
 * @param voxelSettings of the section voxelSetting, which PyRadiomics doesn't allow here
 */
record SettingOverrides(Map<String, ParameterNode> settings, Map<String, ParameterNode> voxelSettings) {

	/** What stands in place of a file's name and line. */
	static final String OPTION = "Setting ";

	private static final Set<String> VOXEL = Set.of("kernelRadius", "maskedKernel", "initValue", "voxelBatch");
	private static final Set<String> LISTS = Set.of("distances", "resampledPixelSpacing", "resegmentRange", "sigma");
	/** PyRadiomics makes these decimal: 10 becomes 10.0. */
	private static final Set<String> DECIMALS = Set.of("geometryTolerance", "binWidth", "normalizeScale",
		"removeOutliers", "resampledPixelSpacing", "resegmentRange", "sigma", "lbp2DRadius", "lbp3DIcosphereRadius");
	private static final Set<String> TRUTHS = Set.of("correctMask", "additionalInfo", "normalize", "force2D",
		"resegmentShape", "preCrop", "gradientUseSpacing", "symmetricalGLCM", "maskedKernel");

	/** Reads overrides; of two with the same key the later one wins. */
	static SettingOverrides of(final List<String> overrides) {
		final Map<String, ParameterNode> settings = new LinkedHashMap<>(), voxel = new LinkedHashMap<>();
		for (final String override : overrides) {
			final String[] parts = override.split("[:=]", 2);
			final String key = parts[0].strip();
			if (parts.length < 2 || !key.matches("\\w+")) throw new InputException(OPTION + "'" + override +
				"' must be KEY:VALUE, \"binWidth:10\".");
			final ParameterNode section = new ParameterNode(OPTION + "'" + override + "'", "setting", node(override, key,
				parts[1].strip()));
			if (VOXEL.contains(key)) voxel.putAll(ParameterRules.voxelSettings(section));
			else settings.putAll(ParameterRules.settings(section));
		}
		return new SettingOverrides(settings, voxel);
	}

	private static Node node(final String override, final String key, final String value) {
		return ParameterFile.compose(override, "{" + key + ": " + yaml(key, value) + "}");
	}

	private static String yaml(final String key, final String value) {
		if (value.equals("None")) return "null";
		if (!LISTS.contains(key)) return word(key, value);
		final String items = value.replaceFirst("^\\[(.*)]$", "$1");
		return Arrays.stream(items.split(",")).map(item -> word(key, item.strip())).collect(Collectors.joining(", ", "[",
			"]"));
	}

	private static String word(final String key, final String value) {
		if (TRUTHS.contains(key) && value.matches("[01]")) return Boolean.toString(value.equals("1"));
		if (TRUTHS.contains(key)) return value.toLowerCase(Locale.ROOT);
		if (DECIMALS.contains(key) && value.matches("[-+]?\\d+")) return value + ".0";
		return value;
	}
}
