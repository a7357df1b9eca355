package io.github.radiomicsnomogram.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Numbers as Python writes them, so that tables read like PyRadiomics' own: full precision with as few digits as give
 * the same number back, a dot for the decimals in every locale, {@code nan} and {@code inf}. The same on every version
 * of Java, which {@link Double#toString} is not.
 */
public final class PythonText {

	private static final int SURE_DIGITS = 15, MAX_DIGITS = 17;
	private static final int FIRST_EXPONENT = -4, LAST_EXPONENT = 16;

	private PythonText() {}

	/** A number as Python's {@code repr}: 0.1, 25.0, 1e-05, 1e+16, nan, -inf. */
	public static String of(final double v) {
		if (Double.isNaN(v)) return "nan";
		if (Double.isInfinite(v)) return v > 0 ? "inf" : "-inf";
		if (v == 0) return 1 / v < 0 ? "-0.0" : "0.0";
		final BigDecimal shortest = shortest(v).stripTrailingZeros();
		final String digits = shortest.unscaledValue().abs().toString();
		final int exponent = digits.length() - 1 - shortest.scale();
		return (v < 0 ? "-" : "") + (exponent < FIRST_EXPONENT || exponent >= LAST_EXPONENT ? scientific(digits, exponent)
			: plain(digits, exponent));
	}

	/**
	 * The shortest decimal that reads back as v, and of those the nearest. Rounding up is tried too, because below a power
	 * of two doubles lie closer than above it, so that the nearest decimal may not read back while the next one does.
	 */
	private static BigDecimal shortest(final double v) {
		final BigDecimal exact = new BigDecimal(v);
		for (int digits = Math.abs(v) < Double.MIN_NORMAL ? 1 : SURE_DIGITS; digits < MAX_DIGITS; digits++)
			for (final RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
				final BigDecimal rounded = exact.round(new MathContext(digits, mode));
				if (rounded.doubleValue() == v) return rounded;
			}
		return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
	}

	private static String scientific(final String digits, final int exponent) {
		final String sign = exponent < 0 ? "-" : "+";
		final String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
		return digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + sign + power;
	}

	private static String plain(final String digits, final int exponent) {
		if (exponent < 0) return "0." + "0".repeat(-exponent - 1) + digits;
		if (digits.length() <= exponent + 1) return digits + "0".repeat(exponent + 1 - digits.length()) + ".0";
		return digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
	}

	/** Numbers as a tuple: (0.5, 0.5, 3.0). */
	public static String tuple(final double... v) {
		return DoubleStream.of(v).mapToObj(PythonText::of).collect(Collectors.joining(", ", "(", ")"));
	}

	/** Whole numbers as a tuple: (512, 512, 60). */
	public static String tuple(final long... v) {
		return LongStream.of(v).mapToObj(Long::toString).collect(Collectors.joining(", ", "(", ")"));
	}

	/** Numbers as a list: [1.0, 0.5, 2], the last one an {@link Integer}. */
	static String list(final List<? extends Number> v) {
		return v.stream().map(n -> n instanceof Double ? of(n.doubleValue()) : n.toString()).collect(Collectors.joining(", ", "[", "]"));
	}

	/** A truth value: True or False. */
	public static String of(final boolean v) {
		return v ? "True" : "False";
	}

	/** A number without decimals if it has none: 25, 0.25. */
	static String number(final double v) {
		return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : of(v);
	}
}
