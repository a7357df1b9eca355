package io.github.radiomicsnomogram.fiji.command;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.fiji.TrainJob;
import io.github.radiomicsnomogram.fiji.TrainOptions;
import io.github.radiomicsnomogram.fiji.TrainResult;
import io.github.radiomicsnomogram.fiji.StudyView;

import java.util.List;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Train Model...}: parameters around {@link TrainJob}. */
@Plugin(type = Command.class, menuPath = Menu.TRAIN, label = "Train Model", headless = true,
	description = "A signature and a nomogram from tables of features, follow-up and clinical variables.")
public class TrainModel extends JobCommand {

	@Parameter(label = "Study", persist = false, style = "file",
		description = "zhang-2021, example, or a study file of your own (YAML)")
	private String study = TrainOptions.DEFAULTS.study();

	@Parameter(label = "Table of patients (CSV)", required = false, persist = false, style = "file",
		description = "Several with semicolons between them; empty with study example")
	private String data = TrainOptions.DEFAULTS.data();

	@Parameter(label = "Second table (CSV)", required = false, persist = false, style = "file",
		description = "Joined by the patient's id")
	private String clinical = TrainOptions.DEFAULTS.clinical();

	@Parameter(label = "Reproducibility (CSV)", required = false, persist = false, style = "file",
		description = "As the command Reproducibility writes it")
	private String icc = TrainOptions.DEFAULTS.icc();

	@Parameter(label = "Quick", persist = false,
		description = "Leave out the honest validation, which repeats the training many times")
	private boolean quick = TrainOptions.DEFAULTS.quick();

	@Parameter(label = "Folder for results", required = false, persist = false, style = "directory",
		description = "Made if it is missing")
	private String folder = TrainOptions.DEFAULTS.folder();

	@Parameter(type = ItemIO.OUTPUT, description = "path of the report")
	private String report;

	@Parameter(type = ItemIO.OUTPUT, description = "path of the model file")
	private String trained;

	@Parameter(type = ItemIO.OUTPUT, description = "performance in each cohort")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, description = "what the user should know")
	private List<String> warnings;

	@Override
	void work(final SciJavaProgress progress, final Consumer<String> messages) {
		final TrainResult result = TrainJob.run(new TrainOptions(study, data, clinical, icc, quick, folder), progress);
		report = result.folder().resolve("report.html").toString();
		trained = result.folder().resolve("model.yaml").toString();
		table = StudyView.table(result);
		warnings = result.study().warnings();
		StudyView.show(result, messages);
	}
}
