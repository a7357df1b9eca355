package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.FeatureCsv;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PredictionJson;
import io.github.radiomicsnomogram.model.Warning;
import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.NomogramFigure;
import io.github.radiomicsnomogram.plot.OverlayFigure;
import io.github.radiomicsnomogram.plot.Scene;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes a prediction's files.
 *
 * @param loaded image and ROI
 * @param identification leading columns of the table of features
 * @param png writes a figure; refuses if it can't draw text
 */
record PredictionFiles(Inputs.Loaded loaded, Map<String, String> identification, BiConsumer<Scene, Path> png)
{

	private static final double PIXELS_PER_POINT = 2;

	PredictionFiles(final Inputs.Loaded loaded, final Map<String, String> identification) {
		this(loaded, identification, (scene, file) -> Figures.writePng(scene, PIXELS_PER_POINT, file));
	}

	/**
	 * Writes figures, features and numbers. A figure that can't be drawn becomes a warning: without fonts the numbers are
	 * as good.
	 *
	 * @return the prediction with such warnings
	 */
	Prediction write(final Prediction prediction, final ResultFolder folder, final Consumer<String> warn) {
		final Map<String, Scene> figures = new LinkedHashMap<>();
		if (prediction.model().nomogram().isPresent()) figures.put("nomogram", NomogramFigure.of(prediction));
		if (figures.containsKey("nomogram")) Figures.writeSvg(figures.get("nomogram"), folder.file("nomogram.svg"));
		figures.put("overlay", OverlayFigure.of(loaded.volume(), loaded.mask(), prediction));
		final Prediction result = writePngs(figures, prediction, folder, warn);
		AtomicFiles.writeText(folder.file("features.csv"), FeatureCsv.table(identification, result.extraction(), true));
		AtomicFiles.writeText(folder.file("prediction.json"), PredictionJson.write(result));
		return result;
	}

	private Prediction writePngs(final Map<String, Scene> figures, final Prediction prediction,
		final ResultFolder folder, final Consumer<String> warn)
	{
		final Map<String, Path> files = new LinkedHashMap<>();
		figures.keySet().forEach(name -> files.put(name, folder.file(name + ".png")));
		try {
			figures.forEach((name, scene) -> png.accept(scene, files.get(name)));
			return prediction;
		}
		catch (final InputException e) {
			final String message = "No PNG was drawn. " + e.getMessage();
			warn.accept(message);
			return prediction.withWarning(new Warning(Warning.Code.FIGURE_MISSING, message));
		}
	}
}
