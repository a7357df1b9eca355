package io.github.radiomicsnomogram.fiji;

import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.plot.NomogramReading;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Shows a nomogram: a window where there is a screen, and what it says of the values in the log. */
public final class NomogramView {

	private static final int DECIMALS = 9;

	private NomogramView() {}

	/**
	 * Shows a nomogram.
	 *
	 * @param values to mark; without any, the window starts with usual ones
	 * @param options what the user chose
	 * @param log takes a summary, line by line
	 */
	public static void show(final NomogramValues values, final NomogramOptions options, final Consumer<String> log) {
		if (!values.values().isEmpty()) log.accept(values.model().id() + (values.subject().isEmpty() ? "" : ", " + values
			.subject()) + ": " + values.summary());
		if (!options.save().isBlank()) log.accept("Nomogram drawn to " + options.save().trim());
		if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) return;
		EventQueue.invokeLater(() -> new NomogramFrame(values.values().isEmpty() ? usual(values) : values).open());
	}

	/** Something to move from: medians of the training patients, else the middle of the axes; the reference levels. */
	private static NomogramValues usual(final NomogramValues none) {
		NomogramValues values = none;
		for (final Variable v : none.nomogram().variables())
			values = values.with(v.id(), v.levels().isEmpty() ? usual(none, v) : 0);
		return values;
	}

	private static double usual(final NomogramValues values, final Variable v) {
		final double middle = (v.axis().min() + v.axis().max()) / 2;
		final double median = values.model().training().flatMap(t -> t.variables().stream().filter(s -> s.id().equals(v.id()))
			.findFirst()).map(s -> s.median()).filter(Double::isFinite).orElse(middle);
		return new NomogramStep(v).rounded(v.axis().contains(median) ? median : middle);
	}

	/** Values, points, total and survival as a table of one row. Blank where there is no value. */
	public static ResultsTable table(final NomogramValues values) {
		final NomogramReading r = values.reading();
		final String endpoint = values.model().endpoint().title();
		final ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		table.incrementCounter();
		table.addValue("Model", values.model().id());
		for (final NomogramReading.Entry e : r.entries()) {
			final String unit = e.variable().unit();
			if (e.variable().levels().isEmpty()) number(table, e.variable().label() + (unit.isEmpty() ? "" : " (" + unit + ")"), e
				.value());
			else table.addValue(e.variable().label(), e.text());
			number(table, "Points: " + e.variable().label(), e.points());
		}
		number(table, "Total points", r.total());
		number(table, "Linear predictor", r.linearPredictor());
		r.survival().ifPresent(s -> {
			final String interval = String.format(Locale.ROOT, " %.0f %% interval", 100 * s.level());
			table.addValue(endpoint, s.survival());
			table.addValue(endpoint + " low" + interval, s.low());
			table.addValue(endpoint + " high" + interval, s.high());
		});
		return table;
	}

	private static void number(final ResultsTable table, final String heading, final OptionalDouble value) {
		if (value.isPresent()) table.addValue(heading, value.getAsDouble());
		else table.addValue(heading, "");
	}
}
