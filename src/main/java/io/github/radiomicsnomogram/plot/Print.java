package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes in points and spelling of numbers that all printed figures share. */
final class Print {

	static final double SMALL = 6.5, TEXT = 7, TITLE = 8;
	static final double AXIS = 0.6, CURVE = 1.1, TICK = 2.8;
	static final double MARGIN = 4;
	static final double LINE_HEIGHT = 1.3;

	static final Stroke AXIS_STROKE = Stroke.of(Ink.BLACK, AXIS);
	static final Stroke GUIDE = new Stroke(Palette.GREY, 0.6, 2);

	/** What stands for a value that does not exist. */
	static final String NONE = "–";

	private static final double SMALLEST_P = 0.001;
	private static final double HUGE = 1e5;
	/** Quantile of the normal distribution for 95 % intervals. */
	static final double Z95 = 1.959963984540054;

	private Print() {}

	/** The size at which a text fits into a room: the wanted one, or smaller. */
	static double fit(final String text, final double size, final Style style, final double room) {
		final double width = Helvetica.width(text, size, style);
		return width <= room ? size : size * Math.max(0, room) / width;
	}

	/** With a number of decimals and a true minus sign. */
	static String fixed(final double v, final int decimals) {
		if (Double.isNaN(v)) return NONE;
		if (Double.isInfinite(v)) return v > 0 ? "∞" : "−∞";
		final String text = BigDecimal.valueOf(v).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
		return signed(text.matches("-0\\.?0*") ? text.substring(1) : text);
	}

	/** A tick's number. */
	static String tick(final double v) {
		return signed(Ticks.label(v));
	}

	private static String signed(final String text) {
		return text.replace('-', '−');
	}

	/** "0.78 (0.67–0.89)". */
	static String interval(final double v, final double lower, final double upper) {
		return fixed(v, 2) + " (" + fixed(lower, 2) + "–" + fixed(upper, 2) + ")";
	}

	/** A ratio with its limits: two decimals, fewer where the number is large, "&gt; 99999" beyond. */
	static String ratio(final double v, final double lower, final double upper) {
		return ratio(v) + " (" + ratio(lower) + "–" + ratio(upper) + ")";
	}

	private static String ratio(final double v) {
		if (v >= HUGE && !Double.isInfinite(v)) return ">99999";
		return fixed(v, v < 10 ? 2 : v < 1000 ? 1 : 0);
	}

	/** "P = 0.041", "P &lt; 0.001". */
	static String p(final double p) {
		return Double.isNaN(p) ? "P " + NONE : p < SMALLEST_P ? "P < 0.001" : "P = " + fixed(p, 3);
	}

	/** "0.041", "&lt; 0.001". */
	static String pCell(final double p) {
		return Double.isNaN(p) ? NONE : p < SMALLEST_P ? "<0.001" : fixed(p, 3);
	}
}
