package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.DescribedSettings;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.ParameterText;
import io.github.radiomicsnomogram.io.CsvTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a table's features were extracted, row by row, as PyRadiomics' diagnostics columns tell it.
 *
 * @param byRow the rows' ids of each different setting; rows without a description are left out
 * @param typed whether the table tells the image types too
 * @param silent ids of the rows without a description
 */
record TableSettings(Map<ExtractionSettings, List<String>> byRow, boolean typed, List<String> silent) {

	/**
	 * Reads some rows.
	 *
	 * @param id column of the patient's id
	 * @return nothing if the table has no such column, or it is blank in all rows
	 * @throws InputException if a cell holds no settings, or this software can't extract so
	 */
	static Optional<TableSettings> of(final CsvTable table, final String id, final int[] rows) {
		if (!table.header().contains(DescribedSettings.SETTINGS)) return Optional.empty();
		final boolean typed = table.header().contains(DescribedSettings.IMAGE_TYPES);
		final List<String> ids = table.cells(id), settings = table.cells(DescribedSettings.SETTINGS);
		final List<String> types = typed ? table.cells(DescribedSettings.IMAGE_TYPES) : List.of();
		final Map<ExtractionSettings, List<String>> byRow = new LinkedHashMap<>();
		final Map<String, ExtractionSettings> read = new LinkedHashMap<>();
		final List<String> silent = new ArrayList<>();
		for (final int row : rows) {
			final String text = settings.get(row).strip(), type = typed ? types.get(row).strip() : "";
			if (text.isEmpty()) silent.add(ids.get(row).strip());
			else byRow.computeIfAbsent(read.computeIfAbsent(text + '\n' + type, k -> parse(table, ids.get(row), text, type)),
				k -> new ArrayList<>()).add(ids.get(row).strip());
		}
		return byRow.isEmpty() ? Optional.empty() : Optional.of(new TableSettings(byRow, typed, silent));
	}

	private static ExtractionSettings parse(final CsvTable table, final String id, final String settings,
		final String types)
	{
		try {
			return DescribedSettings.parse(DescribedSettings.SETTINGS, settings, Optional.of(types).filter(t -> !t.isEmpty()));
		}
		catch (final InputException e) {
			throw new InputException("Table '" + table.name() + "', patient '" + id.strip() +
				"': the description of the extraction can't be used. " + e.getMessage(), e);
		}
	}

	/**
	 * The settings of all rows.
	 *
	 * @param stated settings that the study file states; they must be the table's
	 * @throws InputException if rows differ, or differ from what is stated
	 */
	ExtractionSettings all(final String table, final Optional<ExtractionSettings> stated, final List<String> warnings) {
		if (byRow.size() > 1) throw new InputException("Table '" + table + "', columns " + DescribedSettings.SETTINGS +
			" and " + DescribedSettings.IMAGE_TYPES + ": the patients' features were extracted with " + byRow.size() +
			" different settings. Extract them all alike. Alike are: " + String.join("; ", byRow.values().stream().map(
				PatientReader::some).toList()) + ".");
		if (!silent.isEmpty()) warnings.add(silent.size() + " patients have no text in column " + DescribedSettings.SETTINGS +
			"; they are taken to be extracted as the others: " + PatientReader.some(silent) + ".");
		final ExtractionSettings told = byRow.keySet().iterator().next();
		if (stated.isEmpty()) return told;
		final ExtractionSettings wanted = stated.get();
		final ExtractionSettings whole = typed ? told : told.withImageTypes(wanted.imageTypes());
		if (!whole.equals(wanted)) throw new InputException("The study file's extraction contradicts table '" + table +
			"', whose features were extracted with other " + difference(whole, wanted) + ". Table: " + describe(whole) +
			". Study file: " + describe(wanted) + ". Correct extraction.parameters, or leave it out, since the table tells the settings.");
		return wanted;
	}

	/** Ids of the rows that don't hold what a model needs: its settings, and its image types among others. */
	List<String> unlike(final ExtractionSettings model) {
		final ExtractionSettings wanted = DescribedSettings.essence(model);
		final List<String> unlike = new ArrayList<>();
		byRow.forEach((told, ids) -> {
			final boolean types = !typed || told.imageTypes().containsAll(wanted.imageTypes());
			if (!types || !told.withImageTypes(wanted.imageTypes()).equals(wanted)) unlike.addAll(ids);
		});
		return unlike;
	}

	/** The first settings, for people. */
	String example(final ExtractionSettings model) {
		final ExtractionSettings wanted = DescribedSettings.essence(model);
		return describe(byRow.keySet().stream().filter(told -> !told.equals(wanted)).findFirst().orElse(wanted));
	}

	private static String difference(final ExtractionSettings a, final ExtractionSettings b) {
		final List<String> parts = new ArrayList<>();
		if (!a.preprocessing().equals(b.preprocessing())) parts.add("preprocessing");
		if (!a.general().equals(b.general())) parts.add("bins or matrices");
		if (!a.roi().equals(b.roi())) parts.add("checks of the ROI");
		if (!a.imageTypes().equals(b.imageTypes())) parts.add("image types");
		return String.join(", ", parts);
	}

	/** Settings in one line. */
	static String describe(final ExtractionSettings s) {
		return ParameterText.of(s).strip().replaceAll(":\\s*\\n\\s*", ": ").replaceAll(
			"\\s*\\n\\s*", ", ");
	}
}
