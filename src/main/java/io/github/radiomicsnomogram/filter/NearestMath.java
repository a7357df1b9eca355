package io.github.radiomicsnomogram.filter;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exponential and logarithm rounded to the nearest double, up to one case in tens of thousands where the exact value lies
 * almost half-way between two. {@link StrictMath} is off by one unit in the last place far more often, and so gives other
 * bins than NumPy at bins' edges; the GNU C library, which NumPy and ITK call on most processors, gives the nearest double
 * in 999 of 1000 cases.
 * <p>
 * The exponential is computed in about 68 bits from a table of powers of 2 (P. T. P. Tang, ACM Trans. Math. Softw. 15,
 * 1989, 144-157, doi:10.1145/63522.214389), the logarithm by one Newton step on it.
 */
final class NearestMath {

	private static final int STEPS = 64;

	private static final MathContext DIGITS = new MathContext(80);

	private static final BigDecimal LN2 = new BigDecimal(
		"0.69314718055994530941723212145817656807550013436025525412068000949339362196969471560586332699641868754");

	/** ln 2 / 64 in three parts; the first has so few bits that its products with whole numbers are exact. */
	private static final double STEP1, STEP2, STEP3;

	/** 2^(i / 64) as sum of two doubles. */
	private static final double[] POWER = new double[STEPS], POWER_REST = new double[STEPS];

	/** Below this distance from 1 the logarithm is a series. */
	private static final double NEAR = 1.0 / 128;

	private static final int SERIES_TERMS = 13;

	static {
		final BigDecimal step = LN2.divide(BigDecimal.valueOf(STEPS), DIGITS);
		STEP1 = step.floatValue();
		STEP2 = step.subtract(new BigDecimal(STEP1)).doubleValue();
		STEP3 = step.subtract(new BigDecimal(STEP1)).subtract(new BigDecimal(STEP2)).doubleValue();
		BigDecimal root = BigDecimal.valueOf(2);
		for (int n = 1; n < STEPS; n *= 2)
			root = root.sqrt(DIGITS);
		BigDecimal power = BigDecimal.ONE;
		for (int i = 0; i < STEPS; i++) {
			POWER[i] = power.doubleValue();
			POWER_REST[i] = power.subtract(new BigDecimal(POWER[i])).doubleValue();
			power = power.multiply(root, DIGITS);
		}
	}

	private NearestMath() {}

	/** e to the power of x; for extreme x (beyond +-700) and what is no number as {@link StrictMath#exp}. */
	static double exp(final double x) {
		if (!(Math.abs(x) <= 700)) return StrictMath.exp(x);
		final double[] parts = new double[2];
		final long exponent = exp(x, parts);
		return Math.scalb(parts[0] + parts[1], (int) exponent);
	}

	/**
	 * The parts of e^x = (parts[0] + parts[1]) 2^n.
	 *
	 * @return n
	 */
	private static long exp(final double x, final double[] parts) {
		final double k = Math.rint(x * (STEPS / 0.6931471805599453));
		final double exact = x - k * STEP1;
		final double product = k * STEP2;
		final double r = exact - product;
		final double rest = exact - r - product - (Math.fma(k, STEP2, -product) + k * STEP3);
		final double tail = r * r * (1 / 2.0 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0 + r /
			5040.0))))) + rest + r * rest;
		final double sum = r + tail;
		final double sumRest = r - sum + tail;
		final int i = Math.floorMod((long) k, STEPS);
		final double scaled = POWER[i] * sum;
		final double scaledRest = Math.fma(POWER[i], sum, -scaled) + POWER[i] * sumRest + POWER_REST[i] + POWER_REST[i] *
			sum;
		parts[0] = POWER[i] + scaled;
		parts[1] = POWER[i] - parts[0] + scaled + scaledRest;
		return Math.floorDiv((long) k, STEPS);
	}

	/** The natural logarithm; for what isn't a normal number above 0 as {@link StrictMath#log}. */
	static double log(final double x) {
		if (!(x >= Double.MIN_NORMAL && x <= 1e300)) return StrictMath.log(x);
		if (Math.abs(x - 1) < NEAR) return logNearOne(x - 1);
		final double y = Math.log(x);
		final double[] parts = new double[2];
		final long n = exp(-y, parts);
		final double scaled = Math.scalb(x, (int) n);
		final double one = scaled * parts[0];
		return y + (one - 1 + (Math.fma(scaled, parts[0], -one) + scaled * parts[1]));
	}

	/** log(1 + f) = f - f^2/2 + f^3/3 - ... */
	private static double logNearOne(final double f) {
		double series = 0;
		for (int n = SERIES_TERMS; n >= 3; n--)
			series = (n % 2 == 0 ? -1.0 : 1.0) / n + f * series;
		final double half = f * f / 2;
		final double sum = f - half;
		return sum + (f - sum - half + (f * f * f * series - Math.fma(f, f, -f * f) / 2));
	}
}
