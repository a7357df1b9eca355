package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.ParameterFile;

/** Reads PyRadiomics' column diagnostics_Configuration_Settings: a Python dictionary of all settings. */
final class TableSettings {

	private TableSettings() {}

	/**
	 * The settings, with no particular features.
	 *
	 * @throws InputException if they are none, or this software can't extract so
	 */
	static ExtractionSettings parse(final String cell) {
		// A Python dictionary of texts, numbers and lists is YAML, but for None.
		final String yaml = cell.replaceAll("\\bNone\\b", "null").replaceAll("\\(([^()']*)\\)", "[$1]");
		return ParameterFile.parse("column " + StudyData.SETTINGS_COLUMN, "setting: " + yaml).settings().withLabel(1)
			.withAdditionalInfo(false);
	}
}
