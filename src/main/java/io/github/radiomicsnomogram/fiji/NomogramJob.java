package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.NomogramFigure;
import io.github.radiomicsnomogram.plot.Scene;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A nomogram with a user's values, for every way into it. Shows nothing; what to show is up to {@link NomogramView}. */
public final class NomogramJob {

	private static final List<String> SUFFIXES = List.of(".svg", ".pdf", ".png");

	private NomogramJob() {}

	/**
	 * Reads the nomogram, and draws it into a file if that is wanted.
	 *
	 * @throws InputException if something can't be used; the message says what and what to do
	 */
	public static NomogramValues run(final NomogramOptions options) {
		final PrognosticModel model = ModelFiles.resolve(options.model());
		NomogramValues values = NomogramValues.none(model);
		if (!options.prediction().isBlank()) values = SavedPrediction.read(ValueList.path(options.prediction(),
			NomogramOptions.PREDICTION), model);
		for (final Map.Entry<String, String> pair : ValueList.pairs(options.values(), NomogramOptions.VALUES).entrySet())
			values = values.with(pair.getKey(), pair.getValue());
		if (!options.save().isBlank()) save(values, ValueList.path(options.save(), NomogramOptions.SAVE));
		return values;
	}

	/**
	 * Draws the nomogram, with marks at the values there are.
	 *
	 * @param file whose suffix says how: .svg, .pdf or .png
	 * @throws InputException if it can't be written, or has another suffix
	 */
	static void save(final NomogramValues values, final Path file) {
		final String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		if (SUFFIXES.stream().noneMatch(name::endsWith)) throw new InputException("Can't draw '" + file +
			"': its name must end with one of " + String.join(", ", SUFFIXES) + ".");
		AtomicFiles.requireWritable(file);
		final Scene scene = scene(values);
		if (name.endsWith(".svg")) Figures.writeSvg(scene, file);
		else if (name.endsWith(".pdf")) Figures.writePdf(scene, file);
		else Figures.writePng(scene, Figures.PRINT_SCALE, file);
	}

	private static Scene scene(final NomogramValues values) {
		return values.values().isEmpty() ? NomogramFigure.of(values.model()) : NomogramFigure.layout(values.model(), values
			.reading()).scene();
	}
}
