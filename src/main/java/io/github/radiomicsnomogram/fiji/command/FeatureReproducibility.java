package io.github.radiomicsnomogram.fiji.command;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.fiji.ReproducibilityJob;
import io.github.radiomicsnomogram.fiji.ReproducibilityOptions;
import io.github.radiomicsnomogram.fiji.ReproducibilityResult;
import io.github.radiomicsnomogram.fiji.StudyView;

import java.util.List;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Reproducibility...}: parameters around {@link ReproducibilityJob}. */
@Plugin(type = Command.class, menuPath = Menu.REPRODUCIBILITY, label = "Reproducibility", headless = true,
	description = "Intraclass correlation of every feature from repeated extractions.")
public class FeatureReproducibility extends JobCommand {

	@Parameter(label = "Table (CSV)", required = false, persist = false, style = "file",
		description = "Several with semicolons between them: one measurement each")
	private String data = ReproducibilityOptions.DEFAULTS.data();

	@Parameter(label = "Second measurement (CSV)", required = false, persist = false, style = "file",
		description = "Of the same subjects")
	private String second = ReproducibilityOptions.DEFAULTS.second();

	@Parameter(label = "Column of the subject", required = false, persist = false)
	private String subject = ReproducibilityOptions.DEFAULTS.subject();

	@Parameter(label = "Column of the reader", required = false, persist = false,
		description = "Of a single long table")
	private String reader = ReproducibilityOptions.DEFAULTS.reader();

	@Parameter(label = "Column of the session", required = false, persist = false,
		description = "Of a single long table")
	private String session = ReproducibilityOptions.DEFAULTS.session();

	@Parameter(label = "Suffixes of the measurements", required = false, persist = false,
		description = "Of the columns of a single wide table: _r1,_r2")
	private String suffix = ReproducibilityOptions.DEFAULTS.suffix();

	@Parameter(label = "Features", required = false, persist = false,
		description = "Columns or patterns")
	private String features = ReproducibilityOptions.DEFAULTS.features();

	@Parameter(label = "Smallest ICC", required = false, persist = false)
	private String threshold = ReproducibilityOptions.DEFAULTS.threshold();

	@Parameter(label = "Folder for results", required = false, persist = false, style = "directory",
		description = "Made if it is missing")
	private String folder = ReproducibilityOptions.DEFAULTS.folder();

	@Parameter(type = ItemIO.OUTPUT, description = "path of the report")
	private String report;

	@Parameter(type = ItemIO.OUTPUT, description = "correlations, one feature a row")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, description = "features that reach the threshold")
	private List<String> repeatable;

	@Override
	void work(final SciJavaProgress progress, final Consumer<String> messages) {
		final ReproducibilityResult result = ReproducibilityJob.run(new ReproducibilityOptions(data, second, subject, reader, session, suffix, features, threshold, folder), progress);
		report = result.folder().resolve("report.html").toString();
		table = StudyView.table(result);
		repeatable = result.reproducibility().repeatable();
		StudyView.show(result, messages);
	}
}
