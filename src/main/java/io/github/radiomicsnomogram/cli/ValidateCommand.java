package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.report.ValidationReport;
import io.github.radiomicsnomogram.study.StudySettings;
import io.github.radiomicsnomogram.study.StudySummary;
import io.github.radiomicsnomogram.study.Validation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A model in a cohort: discrimination, calibration, decision curve, recalibrated model files. */
@Command(name = "validate", description = { "Validate a model in a table of patients. Writes report.html, performance, calibration," +
	" decision curve and the model recalibrated to these patients." })
final class ValidateCommand extends Verb {

	@Option(names = "--model", required = true, paramLabel = "MODEL", description = "Built-in model or model file.")
	private String model;

	@Option(names = "--data", required = true, paramLabel = "CSV", description = {
		"Table with a header, one patient a row; given several times, the tables are joined by the patient's id." })
	private List<Path> data;

	@Option(names = "--id", paramLabel = "COLUMN", defaultValue = "id", description = "Patient's id (default: id).")
	private String id;

	@Option(names = "--time", required = true, paramLabel = "COLUMN", description = "Follow-up in months.")
	private String time;

	@Option(names = "--event", required = true, paramLabel = "COLUMN", description = "1 or yes: event; 0 or no: censored.")
	private String event;

	@Option(names = "--column", paramLabel = "VARIABLE=COLUMN", description = {
		"Column of a clinical variable of the model, if it is not named as the variable; may be repeated." })
	private Map<String, String> columns = new LinkedHashMap<>();

	@Option(names = "--name", paramLabel = "NAME", defaultValue = "validation", description = {
		"Name of the cohort in tables (default: ${DEFAULT-VALUE})." })
	private String name;

	@Option(names = "--groups", paramLabel = "N", defaultValue = "3", description = {
		"Groups of the calibration curve (default: ${DEFAULT-VALUE})." })
	private int groups;

	@Option(names = "--out", required = true, paramLabel = "FOLDER", description = {
		"Folder for the results; made if it is missing." })
	private Path out;

	@Override
	void execute() {
		if (groups < 2) throw usage("--groups must be 2 or more, not " + groups + ".");
		final PrognosticModel chosen = ModelFiles.resolve(model);
		final List<CsvTable> tables = data.stream().map(CsvTable::read).toList();
		ResultFolder.requireWritable(out);
		final Validation result = Validation.of(chosen, tables, new Validation.Columns(name, id, time, event, columns, groups,
			new StudySettings.Thresholds(0.01, 0.99, 0.01)));
		final List<String> files;
		try (Interrupt interrupt = interrupt()) {
			files = ValidationReport.write(chosen, result, out, interrupt);
		}
		result.warnings().forEach(this::warn);
		out().print(StudySummary.cohort(result.cohort()));
		out().println("Written to " + out + ": figures, " + String.join(", ", files));
	}
}
