package io.github.radiomicsnomogram.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** How the numbers at an axis are written. */
final class Ticks {

	private static final MathContext LABEL_DIGITS = new MathContext(7);
	private static final double PLAIN_TEXT_BELOW = 1e7, PLAIN_TEXT_FROM = 1e-5;

	private Ticks() {}

	/** A tick's label: at most 7 significant digits, no trailing zeros, as R's {@code format()} of one number. */
	static String label(final double tick) {
		if (tick == 0) return "0";
		final BigDecimal rounded = new BigDecimal(tick).round(LABEL_DIGITS).stripTrailingZeros();
		final double size = Math.abs(tick);
		return size < PLAIN_TEXT_BELOW && size >= PLAIN_TEXT_FROM ? rounded.toPlainString() : rounded.toString();
	}
}
