package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;

/**
 * Shapiro and Wilk's test of normality with Royston's approximations of the weights and of the distribution (Royston
 * 1995, doi:10.2307/2986146): R's shapiro.test.
 *
 * @param w the squared correlation of the sorted values with normal scores; 1 for a perfect normal sample
 * @param p probability of so small a w
 */
public record ShapiroWilk(double w, double p) {

	private static final int MIN = 3, MAX = 5000, SMALL = 11;
	private static final double[] LAST = { 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056 };
	private static final double[] SECOND_LAST = { 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633 };
	private static final double[] SMALL_LIMIT = { -2.273, 0.459 };
	private static final double[] SMALL_MEAN = { 0.544, -0.39978, 0.025054, -6.714e-4 };
	private static final double[] SMALL_SPREAD = { 1.3822, -0.77857, 0.062767, -0.0020322 };
	private static final double[] MEAN = { -1.5861, -0.31082, -0.083751, 0.0038915 };
	private static final double[] SPREAD = { -0.4803, -0.082676, 0.0030302 };

	/**
	 * @param values 3 to 5000, not all equal
	 */
	public static ShapiroWilk of(final double[] values) {
		final double[] x = values.clone();
		Arrays.sort(x);
		final int n = x.length;
		if (n < MIN || n > MAX) throw new InputException("The Shapiro-Wilk test wants " + MIN + " to " + MAX +
			" values, not " + n + ".");
		if (x[0] == x[n - 1]) throw new InputException("All " + n + " values are equal: there is nothing to test.");
		final double[] a = weights(n);
		final double mean = Moments.mean(x);
		double sum = 0, norm = 0;
		for (int i = 0; i < n; i++) {
			sum += a[i] * (x[i] - mean);
			norm += a[i] * a[i];
		}
		final double w = Math.min(1, sum * sum / (norm * Moments.sumOfSquares(x)));
		return new ShapiroWilk(w, p(w, n));
	}

	/** Odd about the middle; the outer one or two by Royston's polynomials, the others in proportion to normal scores. */
	private static double[] weights(final int n) {
		final double[] a = new double[n];
		if (n == MIN) return new double[] { -Math.sqrt(0.5), 0, Math.sqrt(0.5) };
		double squares = 0;
		for (int i = 0; i < n; i++) {
			a[i] = Distributions.normalQuantile((i + 1 - 0.375) / (n + 0.25));
			squares += a[i] * a[i];
		}
		final double root = Math.sqrt(squares), u = 1 / Math.sqrt(n);
		final double last = polynomial(LAST, u) + a[n - 1] / root;
		final int fixed = n > 5 ? 2 : 1;
		final double next = polynomial(SECOND_LAST, u) + a[n - 2] / root;
		double rest = squares - 2 * a[n - 1] * a[n - 1], share = 1 - 2 * last * last;
		if (fixed == 2) {
			rest -= 2 * a[n - 2] * a[n - 2];
			share -= 2 * next * next;
		}
		final double factor = Math.sqrt(rest / share);
		for (int i = fixed; i < n - fixed; i++)
			a[i] /= factor;
		a[n - 1] = last;
		a[0] = -last;
		if (fixed == 2) {
			a[n - 2] = next;
			a[1] = -next;
		}
		return a;
	}

	private static double p(final double w, final int n) {
		if (n == MIN) return Math.max(0, 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.PI / 3));
		double y = Math.log(1 - w);
		final double log = Math.log(n), mean, spread;
		if (n <= SMALL) {
			final double limit = polynomial(SMALL_LIMIT, n);
			if (y >= limit) return 0;
			y = -Math.log(limit - y);
			mean = polynomial(SMALL_MEAN, n);
			spread = Math.exp(polynomial(SMALL_SPREAD, n));
		}
		else {
			mean = polynomial(MEAN, log);
			spread = Math.exp(polynomial(SPREAD, log));
		}
		final double z = (y - mean) / spread, tail = Distributions.normalTwoSided(z) / 2;
		return z > 0 ? tail : 1 - tail;
	}

	private static double polynomial(final double[] c, final double x) {
		double v = 0;
		for (int k = c.length - 1; k >= 0; k--)
			v = v * x + c[k];
		return v;
	}
}
