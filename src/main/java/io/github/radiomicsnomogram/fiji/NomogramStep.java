package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.model.Nomogram.Variable;

import java.util.Locale;

/** The positions of a slider: the levels of a variable, or the numbers of its axis in steps that read well (0.001, 0.1). */
final class NomogramStep {

	/** An axis has at least so many steps. */
	private static final double LEAST = 200;

	private final double min;
	private final double step;
	private final int decimals;
	private final int last;

	NomogramStep(final Variable v) {
		min = v.axis().min();
		final int exponent = v.levels().isEmpty() ? (int) Math.floor(Math.log10(v.axis().length() / LEAST)) : 0;
		step = Math.pow(10, exponent);
		decimals = Math.max(0, -exponent);
		last = (int) Math.round(v.axis().length() / step);
	}

	/** The last position; the first is 0. */
	int last() {
		return last;
	}

	/** The position nearest to a value. */
	int position(final double value) {
		return (int) Math.max(0, Math.min(last, Math.round((value - min) / step)));
	}

	/** The value of a position. */
	double value(final int position) {
		return rounded(min + position * step);
	}

	/** A number as it is shown. */
	double rounded(final double value) {
		return Double.parseDouble(text(value));
	}

	/** With the decimals of a step. */
	String text(final double value) {
		final String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
		return text.matches("-0\\.?0*") ? text.substring(1) : text;
	}
}
