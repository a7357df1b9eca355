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
		final ExtractionSettings read = ParameterFile.parse("column " + StudyData.SETTINGS_COLUMN, "setting: " + yaml)
			.settings().withLabel(1);
		// How the file was written doesn't matter, only what it means.
		return new ExtractionSettings(read.roi(), read.preprocessing(), read.general(), read.imageTypes(), read.features(), read
			.voxel(), false, ExtractionSettings.defaults().written());
	}
}
