package io.github.radiomicsnomogram.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in messages. */
final class Text {

	private static final double EXACT_WHOLE = 1e15;
	private static final int DIGITS = 4;

	private Text() {}

	/** The shortest decimal that reads back as the same number, without ".0". */
	static String number(final double v) {
		return v == Math.rint(v) && Math.abs(v) < EXACT_WHOLE ? Long.toString((long) v) : Double.toString(v);
	}

	/** Four significant digits. */
	static String rounded(final double v) {
		return rounded(v, DIGITS);
	}

	/** A number of significant digits. */
	static String rounded(final double v, final int digits) {
		if (!Double.isFinite(v)) return Double.toString(v);
		return number(new BigDecimal(v).round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue());
	}
}
