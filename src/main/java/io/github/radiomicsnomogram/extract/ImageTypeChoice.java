package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.filter.ImageFilter;
import io.github.radiomicsnomogram.filter.LogFilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the section imageType of a parameter file. PyRadiomics lets any setting stand with an image type, where it holds
 * for that type alone; settings of steps that come before the filters have no effect there.
 */
final class ImageTypeChoice {

	private static final Set<String> FEATURE_KEYS = Set.copyOf(SettingsText.FEATURE_KEYS);

	private final ParameterView general;
	private final List<String> warnings;

	ImageTypeChoice(final ParameterView general, final List<String> warnings) {
		this.general = general;
		this.warnings = warnings;
	}

	/** The image types of a section, in its order; the original image if there is none. */
	List<ImageType> read(final ParameterNode section) {
		if (section == null || section.entries().isEmpty()) return List.of(ImageType.original(SettingsReader.features(
			general)));
		final List<ImageType> types = new ArrayList<>();
		section.entries().values().forEach(node -> types.add(readType(node)));
		return types;
	}

	private ImageType readType(final ParameterNode node) {
		final String name = node.key();
		if (!FilterSettings.names().contains(name)) throw node.error("unknown image type '" + name +
			"'. Image types are: " + String.join(", ", FilterSettings.names()) + ".");
		final Map<String, ParameterNode> own = ParameterRules.settings(node);
		own.values().forEach(setting -> checkEffect(name, setting));
		final ParameterView view = general.with(own);
		return new ImageType(name, filter(node, view), SettingsReader.features(view));
	}

	private ImageFilter filter(final ParameterNode type, final ParameterView view) {
		try {
			final ImageFilter filter = FilterSettings.read(type.key(), view);
			if (filter instanceof LogFilter log && log.sigma().isEmpty()) warnings.add("Image type LoG (line " + type.line() +
				") gives no image, as in PyRadiomics: it needs sigma, a list of mm.");
			return filter;
		}
		catch (final InputException e) {
			throw e.getMessage().startsWith("Parameter file") ? e : type.error(e.getMessage());
		}
	}

	private void checkEffect(final String type, final ParameterNode setting) {
		final String key = setting.key();
		if (FEATURE_KEYS.contains(key) || FilterSettings.keys(type).contains(key)) return;
		if (key.equals("label") && setting.integer() != general.integer("label", 1)) throw setting.error(
			"'label' can't differ for image type " + type + " alone; put it into 'setting'.");
		final boolean filters = FilterSettings.names().stream().anyMatch(other -> FilterSettings.keys(other).contains(key));
		warnings.add(key + " (line " + setting.line() + ") has no effect on image type " + type + ", as in PyRadiomics" +
			(filters ? "." : "; put it into 'setting'."));
	}
}
