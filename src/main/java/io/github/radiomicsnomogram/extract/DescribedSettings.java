package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.InputException;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads settings back from PyRadiomics' columns diagnostics_Configuration_Settings and
 * diagnostics_Configuration_EnabledImageTypes: the counterpart of the description of an extraction.
 */
public final class DescribedSettings {

	/** Column of the general settings. */
	public static final String SETTINGS = Provenance.PREFIX + "Configuration_Settings";

	/** Column of the image types with their own settings. */
	public static final String IMAGE_TYPES = Provenance.PREFIX + "Configuration_EnabledImageTypes";

	private static final Pattern VOXEL = Pattern.compile("'(" + String.join("|", SettingsText.VOXEL_KEYS) +
		")': [^,}]*(, )?");

	private DescribedSettings() {}

	/**
	 * The settings without any features.
	 *
	 * @param name of the file, for messages
	 * @param settings text of {@link #SETTINGS}, a Python dictionary
	 * @param imageTypes text of {@link #IMAGE_TYPES}; without it the original image
	 * @throws InputException if a text is no dictionary of settings that this software knows
	 */
	public static ExtractionSettings parse(final String name, final String settings, final Optional<String> imageTypes) {
		final String yaml = "setting: " + yaml(VOXEL.matcher(settings).replaceAll("")) + "\n" + imageTypes.map(
			types -> "imageType: " + yaml(types) + "\n").orElse("");
		return essence(ParameterFile.parse(name, yaml).settings());
	}

	/** What decides values, whatever the words, the number of the label, and the features chosen. */
	public static ExtractionSettings essence(final ExtractionSettings s) {
		return new ExtractionSettings(s.roi().withLabel(1), s.preprocessing(), s.general(), s.imageTypes(), List.of(),
			VoxelSettings.DEFAULT, false, WrittenSettings.NONE);
	}

	/** A Python dictionary of texts, numbers, tuples and lists is YAML, but for a few words. */
	private static String yaml(final String python) {
		return python.strip().replaceAll("\\bNone\\b", "null").replaceAll("(?<![\\w.])(-?)inf\\b", "$1.inf").replaceAll(
			",?\\s*\\)", "]").replace('(', '[').replaceAll("\\s*\\n\\s*", " ");
	}
}
