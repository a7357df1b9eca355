package io.github.radiomicsnomogram.texture;

/**
 * Binary logarithms rounded once. Where grey levels are independent, what is left of two entropies that are equal but for
 * rounding decides whether PyRadiomics has a value, and its library's logarithms are off by hardly more than half a unit
 * in the last place. In twice the precision: log m = 2 artanh((m - 1) / (m + 1)), summed as a series.
 */
final class Log2 {

	private static final double TWO_LOG2E = 2.8853900817779268, TWO_LOG2E_REST = 4.0710547481862066e-17;
	private static final int TERMS = 24;

	private Log2() {}

	/** @param v positive and normal */
	static double of(final double v) {
		int exponent = Math.getExponent(v);
		double m = Math.scalb(v, -exponent);
		if (m > Math.sqrt(2)) {
			m /= 2;
			exponent++;
		}
		if (m == 1) return exponent;
		final double[] s = quotient(m);
		final double[] square = times(s, s);
		double[] sum = { 0, 0 };
		for (int k = TERMS; k >= 0; k--) {
			final double odd = 2 * k + 1, first = 1 / odd;
			sum = plus(times(sum, square), first, Math.fma(-first, odd, 1) / odd);
		}
		sum = times(times(sum, s), new double[] { TWO_LOG2E, TWO_LOG2E_REST });
		sum = plus(sum, exponent, 0);
		return sum[0] + sum[1];
	}

	/** (m - 1) / (m + 1). */
	private static double[] quotient(final double m) {
		final double numerator = m - 1, sum = m + 1, rest = m - (sum - 1);
		final double first = numerator / sum;
		final double left = Math.fma(-first, sum, numerator) - first * rest;
		return new double[] { first, left / sum };
	}

	private static double[] times(final double[] a, final double[] b) {
		final double high = a[0] * b[0];
		return normal(high, Math.fma(a[0], b[0], -high) + (a[0] * b[1] + a[1] * b[0]));
	}

	private static double[] plus(final double[] a, final double high, final double low) {
		final double sum = a[0] + high, part = sum - a[0];
		return normal(sum, a[0] - (sum - part) + (high - part) + (a[1] + low));
	}

	private static double[] normal(final double high, final double low) {
		final double sum = high + low;
		return new double[] { sum, low - (sum - high) };
	}
}
