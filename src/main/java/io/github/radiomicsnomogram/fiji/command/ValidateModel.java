package io.github.radiomicsnomogram.fiji.command;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.fiji.ValidateJob;
import io.github.radiomicsnomogram.fiji.ValidateOptions;
import io.github.radiomicsnomogram.fiji.ValidateResult;
import io.github.radiomicsnomogram.fiji.StudyView;

import java.util.List;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Validate Model...}: parameters around {@link ValidateJob}. */
@Plugin(type = Command.class, menuPath = Menu.VALIDATE, label = "Validate Model", headless = true,
	description = "Discrimination, calibration and decision curve of a model in a table of patients; recalibration.")
public class ValidateModel extends JobCommand {

	@Parameter(label = "Model", persist = false, style = "file",
		description = "zhang-2021, or a model file of your own")
	private String model = ValidateOptions.DEFAULTS.model();

	@Parameter(label = "Table of patients (CSV)", required = false, persist = false, style = "file",
		description = "Several with semicolons between them")
	private String data = ValidateOptions.DEFAULTS.data();

	@Parameter(label = "Second table (CSV)", required = false, persist = false, style = "file",
		description = "Joined by the patient's id")
	private String clinical = ValidateOptions.DEFAULTS.clinical();

	@Parameter(label = "Column of the id", required = false, persist = false)
	private String id = ValidateOptions.DEFAULTS.id();

	@Parameter(label = "Column of the follow-up (months)", required = false, persist = false)
	private String time = ValidateOptions.DEFAULTS.time();

	@Parameter(label = "Column of the events", required = false, persist = false,
		description = "1 or yes: event; 0 or no: censored")
	private String event = ValidateOptions.DEFAULTS.event();

	@Parameter(label = "Other columns", required = false, persist = false,
		description = "Of clinical variables: ki67:Ki67_pct,aln:nodes")
	private String columns = ValidateOptions.DEFAULTS.columns();

	@Parameter(label = "Name of the cohort", required = false, persist = false)
	private String name = ValidateOptions.DEFAULTS.name();

	@Parameter(label = "Groups of the calibration curve", required = false, persist = false)
	private String groups = ValidateOptions.DEFAULTS.groups();

	@Parameter(label = "Recalibrate", persist = false, choices = { "none", "baseline", "slope" },
		description = "baseline: the survival of these patients; slope: their calibration slope too")
	private String recalibrate = ValidateOptions.DEFAULTS.recalibrate();

	@Parameter(label = "Save recalibrated model as", required = false, persist = false, style = "save",
		description = "Empty: in the folder")
	private String save = ValidateOptions.DEFAULTS.save();

	@Parameter(label = "Folder for results", required = false, persist = false, style = "directory",
		description = "Made if it is missing")
	private String folder = ValidateOptions.DEFAULTS.folder();

	@Parameter(type = ItemIO.OUTPUT, description = "path of the report")
	private String report;

	@Parameter(type = ItemIO.OUTPUT, description = "path of the recalibrated model; empty for none")
	private String recalibrated;

	@Parameter(type = ItemIO.OUTPUT, description = "performance")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, description = "what the user should know")
	private List<String> warnings;

	@Override
	void work(final SciJavaProgress progress, final Consumer<String> messages) {
		final ValidateResult result = ValidateJob.run(new ValidateOptions(model, data, clinical, id, time, event, columns, name, groups, recalibrate, save, folder), progress);
		report = result.folder().resolve("report.html").toString();
		recalibrated = result.saved().map(Object::toString).orElse("");
		table = StudyView.table(result);
		warnings = result.validation().warnings();
		StudyView.show(result, messages);
	}
}
