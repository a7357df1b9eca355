package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.FeatureCsv;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PredictionJson;
import io.github.radiomicsnomogram.model.Warning;
import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.NomogramFigure;
import io.github.radiomicsnomogram.plot.OverlayFigure;
import io.github.radiomicsnomogram.plot.Scene;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes a prediction's files.
 *
 * @param loaded image and ROI
 * @param identification leading columns of the table of features
 * @param settings that the features were extracted with
 */
record PredictionFiles(Inputs.Loaded loaded, Map<String, String> identification, ExtractionSettings settings) {

	private static final double PIXELS_PER_POINT = 2;

	/**
	 * Writes figures, features and numbers. A figure that can't be drawn becomes a warning: without fonts the numbers are
	 * as good.
	 *
	 * @return the prediction with such warnings
	 */
	Prediction write(final Prediction prediction, final ResultFolder folder, final Consumer<String> warn) {
		Prediction result = prediction;
		if (prediction.model().nomogram().isPresent()) {
			final Scene nomogram = NomogramFigure.of(prediction);
			Figures.writeSvg(nomogram, folder.file("nomogram.svg"));
			result = writePng(nomogram, "nomogram.png", result, folder, warn);
		}
		result = writePng(OverlayFigure.of(loaded.volume(), loaded.mask(), prediction), "overlay.png", result, folder, warn);
		AtomicFiles.writeText(folder.file("features.csv"), FeatureCsv.table(identification, result.extraction(), settings
			.additionalInfo()));
		AtomicFiles.writeText(folder.file("prediction.json"), PredictionJson.write(result));
		return result;
	}

	private static Prediction writePng(final Scene scene, final String name, final Prediction prediction,
		final ResultFolder folder, final Consumer<String> warn)
	{
		final Path file = folder.file(name);
		try {
			Figures.writePng(scene, PIXELS_PER_POINT, file);
			return prediction;
		}
		catch (final InputException e) {
			final String message = name + " was not drawn: " + e.getMessage();
			warn.accept(message);
			return prediction.withWarning(new Warning(Warning.Code.FIGURE_MISSING, message));
		}
	}
}
