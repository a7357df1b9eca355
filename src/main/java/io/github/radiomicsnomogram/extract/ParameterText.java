package io.github.radiomicsnomogram.extract;

import java.util.Map;

/** Writes settings as a PyRadiomics parameter file: the counterpart of {@link ParameterFile}. */
public final class ParameterText {

	private ParameterText() {}

	/**
	 * YAML that {@link ParameterFile} reads back to the same settings. Left out are the features, the settings of maps,
	 * additionalInfo, and the words of the file that the settings came from.
	 */
	public static String of(final ExtractionSettings settings) {
		final ExtractionSettings s = new ExtractionSettings(settings.roi(), settings.preprocessing(), settings.general(),
			settings.imageTypes(), settings.features(), VoxelSettings.DEFAULT, true, WrittenSettings.NONE);
		final StringBuilder out = new StringBuilder("setting:\n");
		append(out, "  ", SettingsText.actual(s));
		out.append("imageType:\n");
		for (final ImageType type : s.imageTypes()) {
			final Map<String, String> own = SettingsText.own(type, s);
			out.append("  ").append(type.name()).append(own.isEmpty() ? ": {}\n" : ":\n");
			append(out, "    ", own);
		}
		return out.toString();
	}

	private static void append(final StringBuilder out, final String indent, final Map<String, String> python) {
		python.forEach((key, value) -> out.append(indent).append(key).append(": ").append(yaml(value)).append('\n'));
	}

	/** A value as Python shows it in YAML's words. */
	private static String yaml(final String python) {
		return switch (python) {
			case "True" -> "true";
			case "False" -> "false";
			case "None" -> "null";
			default -> python.startsWith("'") ? python : python.replace("inf", ".inf");
		};
	}
}
