package io.github.radiomicsnomogram.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as journals print them; what has no value is a dash. */
final class Numbers {

	/** What stands for a value that does not exist. */
	static final String NONE = "–";

	private static final double SMALLEST_P = 0.001;
	private static final double HUGE = 1e5;
	private static final double ROUNDING = 1e-12;
	/** Quantile of the normal distribution for 95 % intervals. */
	private static final double Z95 = 1.959963984540054;

	private Numbers() {}

	/** With a number of decimals, rounded half to even, and a true minus sign. */
	static String fixed(final double v, final int decimals) {
		if (Double.isNaN(v)) return NONE;
		if (Double.isInfinite(v)) return v > 0 ? "∞" : "−∞";
		final String text = BigDecimal.valueOf(v).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
		return (text.matches("-0\\.?0*") ? text.substring(1) : text).replace('-', '−');
	}

	/** With up to some significant digits: as a decimal number, or where that is long in scientific notation. */
	static String significant(final double v, final int digits) {
		if (Double.isNaN(v) || Double.isInfinite(v)) return fixed(v, 0);
		if (v == 0) return "0";
		final double size = Math.abs(v);
		if (size < 1e-3 || size >= 1e6) return String.format(Locale.ROOT, "%." + (digits - 1) + "e", v).replace('-', '−');
		return BigDecimal.valueOf(v).round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros()
			.toPlainString().replace('-', '−');
	}

	/** Without needless zeros: "60", "0.25". */
	static String plain(final double v) {
		if (Double.isNaN(v) || Double.isInfinite(v)) return fixed(v, 0);
		return BigDecimal.valueOf(v).stripTrailingZeros().toPlainString().replace('-', '−');
	}

	/** "0.78 (0.67–0.89)"; the number alone if it has no interval. */
	static String interval(final double v, final double lower, final double upper, final int decimals) {
		return Double.isNaN(lower) && Double.isNaN(upper) ? fixed(v, decimals) : fixed(v, decimals) + " (" + range(fixed(lower,
			decimals), fixed(upper, decimals)) + ")";
	}

	/** Mean and standard deviation; a mean that is 0 but for rounding is 0. */
	static String spread(final double mean, final double deviation) {
		return significant(Math.abs(mean) < ROUNDING * deviation ? 0 : mean, 3) + " (" + significant(deviation, 3) + ")";
	}

	/** As {@link #interval} by the standard error, within 0 and 1. */
	static String share(final double v, final double standardError) {
		return interval(v, Math.max(0, v - Z95 * standardError), Math.min(1, v + Z95 * standardError), 3);
	}

	/** "0.01 (−0.02 to 0.04)": 95 % limits by the standard error. */
	static String around(final double v, final double standardError, final int decimals) {
		return difference(v, v - Z95 * standardError, v + Z95 * standardError, decimals);
	}

	/** "0.01 (−0.02 to 0.04)"; the number alone if it has no interval. */
	static String difference(final double v, final double lower, final double upper, final int decimals) {
		return Double.isNaN(lower) || Double.isNaN(upper) ? fixed(v, decimals) : fixed(v, decimals) + " (" + fixed(lower,
			decimals) + " to " + fixed(upper, decimals) + ")";
	}

	/** Ends of an interval; with "to" where a minus sign would be mistaken for a dash. */
	private static String range(final String lower, final String upper) {
		return lower.startsWith("−") || upper.startsWith("−") ? lower + " to " + upper : lower + "–" + upper;
	}

	/** A ratio with its limits: two decimals, fewer where the number is large. */
	static String ratio(final double v, final double lower, final double upper) {
		return ratio(v) + " (" + ratio(lower) + "–" + ratio(upper) + ")";
	}

	/** A ratio: two significant decimals, more for a small one, "&gt;99999" for a huge one. */
	static String ratio(final double v) {
		if (v >= HUGE && !Double.isInfinite(v)) return ">99999";
		if (v > 0 && v < 0.01) return significant(v, 2);
		return fixed(v, v < 10 ? 2 : v < 1000 ? 1 : 0);
	}

	/** "0.041", "&lt;0.001". */
	static String p(final double p) {
		return Double.isNaN(p) ? NONE : p < SMALLEST_P ? "<0.001" : fixed(p, 3);
	}

	/** "P = 0.041", "P &lt; 0.001". */
	static String pInText(final double p) {
		return Double.isNaN(p) ? "P " + NONE : p < SMALLEST_P ? "P < 0.001" : "P = " + fixed(p, 3);
	}

	/** "47.5". */
	static String percent(final double share) {
		return fixed(100 * share, 1);
	}

	/** "12 patients", "1 patient". */
	static String count(final long n, final String one) {
		return n + " " + (n == 1 ? one : one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s");
	}
}
