package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.DescribedSettings;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.ClinicalVariable;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.survival.Ties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any model in any cohort.
 *
 * @param cohort discrimination, calibration, decision curve
 * @param recalibratedBaseline the model with the baseline survival of these patients; empty if that can't be estimated
 * @param recalibratedSlope the model with the calibration slope and the baseline survival of these patients; empty as the
 *          other, and if the slope is not positive
 * @param warnings what a reader must know
 */
public record Validation(CohortResult cohort, Optional<PrognosticModel> recalibratedBaseline,
	Optional<PrognosticModel> recalibratedSlope, List<String> warnings)
{

	/**
	 * Where things stand in the tables.
	 *
	 * @param name of the cohort, for tables
	 * @param id column of the patient's id
	 * @param time column of the follow-up, in months
	 * @param event column of 1 (event) and 0
	 * @param clinical columns of clinical variables whose column is not named as the variable
	 * @param calibrationGroups wanted groups of the calibration curve
	 * @param decision thresholds of the decision curve
	 */
	public record Columns(String name, String id, String time, String event, Map<String, String> clinical,
		int calibrationGroups, StudySettings.Thresholds decision)
	{}

	public Validation {
		warnings = List.copyOf(warnings);
	}

	/**
	 * Validates a model.
	 *
	 * @throws InputException if a column that the model needs is missing or wrong, or the tables don't match
	 */
	public static Validation of(final PrognosticModel model, final List<CsvTable> tables, final Columns columns) {
		final List<String> warnings = new ArrayList<>();
		final CsvTable table = TableJoin.join(tables, columns.id, false, warnings);
		final Patients patients = patients(model, table, columns, warnings);
		checkSettings(model, table, columns, patients.source(), warnings);
		if (patients.times().events() == 0) throw new InputException("All " + patients.size() + " patients of table '" + table
			.name() + "' are censored: nothing can be validated. Check column '" + columns.event + "'.");
		final CohortScores scores = CohortScores.of(columns.name, model, patients, warnings);
		final CohortResult result = CohortResult.of(scores, model.endpoint().months(), columns.calibrationGroups,
			columns.decision.values(), Ties.EFRON);
		warnings.addAll(result.warnings());
		final Recalibration recalibration = new Recalibration(model, scores, warnings);
		return new Validation(result, recalibration.baseline(), recalibration.slope(), warnings);
	}

	private static Patients patients(final PrognosticModel model, final CsvTable table, final Columns columns,
		final List<String> warnings)
	{
		columns.clinical.keySet().forEach(id -> {
			if (model.clinical().stream().noneMatch(v -> v.id().equals(id))) throw new InputException("Model '" + model.id() +
				"' has no clinical variable '" + id + "'; it has: " + String.join(", ", model.clinical().stream().map(
					ClinicalVariable::id).toList()) + ".");
		});
		final PatientReader reader = new PatientReader(table);
		final int[] rows = reader.followed(columns.id, columns.time, columns.event, warnings);
		final Map<String, double[]> features = new LinkedHashMap<>(reader.features(model.signature().columns()));
		features.replaceAll((n, v) -> Patients.pick(v, rows));
		final List<Patients.Coded> clinical = new ArrayList<>();
		for (final ClinicalVariable v : model.clinical()) {
			final String column = columns.clinical.getOrDefault(v.id(), v.id());
			if (!table.header().contains(column)) throw new InputException("Table '" + table.name() + "' has no column '" + column +
				"' for the model's " + v.label() + ". Say which column holds it (Fiji: columns " + v.id() +
				":COLUMN; command line: --column " + v.id() + "=COLUMN).");
			clinical.add(new Patients.Coded(v, Patients.pick(reader.codes(column, v), rows)));
		}
		final List<String> ids = reader.ids(columns.id);
		return new Patients(Arrays.stream(rows).mapToObj(ids::get).toList(), reader.times(columns.time, columns.event, rows),
			features, clinical, null, null, rows);
	}

	/** Features of other settings are other numbers under the same names. */
	private static void checkSettings(final PrognosticModel model, final CsvTable table, final Columns columns,
		final int[] rows, final List<String> warnings)
	{
		final Optional<TableSettings> told = TableSettings.of(table, columns.id, rows);
		if (told.isEmpty()) {
			warnings.add("Table '" + table.name() + "' has no column " + DescribedSettings.SETTINGS +
				": whether its features were extracted with the model's settings is not known.");
			return;
		}
		final List<String> unlike = told.get().unlike(model.settings());
		if (!unlike.isEmpty()) warnings.add("The features of table '" + table.name() +
			"' were extracted with other settings than the model's in " + unlike.size() + " patients (" + PatientReader.some(
				unlike) + "): " + told.get().example(model.settings()) + " against " + TableSettings.describe(model.settings()) +
			". The same features then have other values; don't trust the result.");
	}
}
