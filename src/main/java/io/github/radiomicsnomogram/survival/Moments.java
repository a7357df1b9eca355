package io.github.radiomicsnomogram.survival;

/** Mean and variance as R computes them, in two passes. */
final class Moments {

	private Moments() {}

	/** Mean, with a second pass for what the first one lost. */
	static double mean(final double[] v) {
		double sum = 0;
		for (final double x : v)
			sum += x;
		final double first = sum / v.length;
		double rest = 0;
		for (final double x : v)
			rest += x - first;
		return first + rest / v.length;
	}

	/** Variance with divisor n - 1. */
	static double variance(final double[] v) {
		return sumOfSquares(v) / (v.length - 1);
	}

	/** Sum of squared differences from the mean. */
	static double sumOfSquares(final double[] v) {
		final double mean = mean(v);
		double sum = 0;
		for (final double x : v)
			sum += (x - mean) * (x - mean);
		return sum;
	}
}
