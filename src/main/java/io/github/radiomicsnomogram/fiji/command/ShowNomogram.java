package io.github.radiomicsnomogram.fiji.command;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.fiji.NomogramJob;
import io.github.radiomicsnomogram.fiji.NomogramOptions;
import io.github.radiomicsnomogram.fiji.NomogramValues;
import io.github.radiomicsnomogram.fiji.NomogramView;
import io.github.radiomicsnomogram.plot.NomogramReading;

import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Show Nomogram...}: parameters around {@link NomogramJob}. */
@Plugin(type = Command.class, menuPath = Menu.NOMOGRAM, label = "Show Nomogram", headless = true,
	description = "A model's nomogram with sliders: points and survival of any values.")
public class ShowNomogram extends JobCommand {

	@Parameter(label = "Model", persist = false, style = "file", description = "zhang-2021, or a model file of your own")
	private String model = NomogramOptions.DEFAULTS.model();

	@Parameter(label = "Values", required = false, persist = false,
		description = "signature:0.32,ki67:20,aln:positive; what is left out is not given")
	private String values = NomogramOptions.DEFAULTS.values();

	@Parameter(label = "Prediction (JSON)", required = false, persist = false, style = "file",
		description = "A prediction.json whose values are shown")
	private String prediction = NomogramOptions.DEFAULTS.prediction();

	@Parameter(label = "Save figure as", required = false, persist = false, style = "save",
		description = ".svg, .pdf or .png")
	private String save = NomogramOptions.DEFAULTS.save();

	@Parameter(type = ItemIO.OUTPUT, description = "null if a value is missing")
	private Double points;

	@Parameter(type = ItemIO.OUTPUT, description = "null if a value is missing")
	private Double linear_predictor;

	@Parameter(type = ItemIO.OUTPUT, description = "at the model's horizon, 0 to 1; null if a value is missing")
	private Double survival;

	@Parameter(type = ItemIO.OUTPUT, description = "everything, in one row")
	private ResultsTable table;

	@Override
	void work(final SciJavaProgress progress, final Consumer<String> messages) {
		points = linear_predictor = survival = null;
		final NomogramOptions options = new NomogramOptions(model, values, prediction, save);
		final NomogramValues result = NomogramJob.run(options);
		final NomogramReading reading = result.reading();
		points = boxed(reading.total());
		linear_predictor = boxed(reading.linearPredictor());
		survival = reading.survival().map(s -> s.survival()).orElse(null);
		table = NomogramView.table(result);
		NomogramView.show(result, options, messages);
	}

	private static Double boxed(final OptionalDouble value) {
		return value.isPresent() ? value.getAsDouble() : null;
	}
}
