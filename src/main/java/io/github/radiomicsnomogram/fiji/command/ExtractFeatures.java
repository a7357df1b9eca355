package io.github.radiomicsnomogram.fiji.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.fiji.ExtractJob;
import io.github.radiomicsnomogram.fiji.ExtractOptions;
import io.github.radiomicsnomogram.fiji.ExtractResult;
import io.github.radiomicsnomogram.fiji.ExtractView;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Extract Features...}: parameters around {@link ExtractJob}. */
@Plugin(type = Command.class, menuPath = Menu.EXTRACT, label = "Extract Features", headless = true,
	description = "PyRadiomics' features of ROIs, as a table and a CSV file.")
public class ExtractFeatures extends SettingsCommand {

	@Parameter(label = "Diagnostics columns", persist = false, description = "PyRadiomics' diagnostics_ columns")
	private boolean diagnostics = ExtractOptions.DEFAULTS.diagnostics();

	@Parameter(label = "ROIs are", choices = { "rows", "columns" }, persist = false,
		description = "rows of the table, as PyRadiomics writes it, or columns")
	private String layout = ExtractOptions.DEFAULTS.layout();

	@Parameter(label = "CSV file to write", required = false, persist = false, style = "save",
		description = "Every digit, in PyRadiomics' columns; .json and .txt are written as such")
	private String csv = ExtractOptions.DEFAULTS.csv();

	@Parameter(type = ItemIO.OUTPUT, description = "as shown")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, description = "of each ROI: columns with values, units, statuses; provenance")
	private List<Extraction> extractions;

	@Parameter(type = ItemIO.OUTPUT, description = "what the user should know")
	private List<String> warnings;

	@Override
	void work(final ImagePlus input, final SciJavaProgress progress, final Consumer<String> messages) {
		final ExtractOptions options = new ExtractOptions(roi(), settings(), diagnostics, layout, csv);
		final ExtractResult result = ExtractJob.run(input, options, progress);
		table = ExtractView.table(result, options);
		extractions = result.rois().stream().map(ExtractResult.Roi::extraction).flatMap(Optional::stream).toList();
		warnings = result.messages();
		ExtractView.show(result, options, messages);
	}
}
