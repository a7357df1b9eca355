package io.github.radiomicsnomogram.filter;

import java.math.BigDecimal;
import java.math.MathContext;

/** The recursive filter that turns samples along a line into coefficients of a cubic B-spline; many lines at once. */
final class SplineFilter {

	/** sqrt(3) - 2 */
	private static final double POLE = -0.267949192431122706472553658494127633;

	private static final double GAIN = (1 - POLE) * (1 - 1 / POLE);

	/** A number this much smaller than another doesn't change it when it is added. */
	private static final double NOTHING = 0x1p-56;

	/** Steps between two looks at whether further samples can still change the first coefficient. */
	private static final int STEPS = 12;

	private SplineFilter() {}

	/**
	 * Filters lines in place.
	 *
	 * @param a sample i of line k at {@code i * lines + k}
	 * @param n samples along each line; one sample stays as it is
	 * @param lines number of lines
	 */
	static void apply(final double[] a, final int n, final int lines) {
		if (n < 2) return;
		for (int i = 0; i < n * lines; i++)
			a[i] *= GAIN;
		start(a, n, lines);
		for (int i = 1; i < n; i++)
			forward(a, i * lines, lines);
		final int last = (n - 1) * lines;
		for (int k = 0; k < lines; k++)
			a[last + k] = (POLE * a[last - lines + k] + a[last + k]) * POLE / (POLE * POLE - 1);
		for (int i = n - 2; i >= 0; i--)
			backward(a, i * lines, lines);
	}

	private static void forward(final double[] a, final int from, final int lines) {
		for (int k = from; k < from + lines; k++)
			a[k] += POLE * a[k - lines];
	}

	private static void backward(final double[] a, final int from, final int lines) {
		for (int k = from; k < from + lines; k++)
			a[k] = POLE * (a[k + lines] - a[k]);
	}

	/** First coefficient of the forward pass: a sum over the line and its mirror image. */
	private static void start(final double[] a, final int n, final int lines) {
		final double far = new BigDecimal(POLE).pow(n - 1, MathContext.DECIMAL128).doubleValue();
		final double[] largest = largest(a, n, lines);
		final int last = (n - 1) * lines;
		for (int k = 0; k < lines; k++)
			a[k] += far * a[last + k];
		double power = POLE;
		for (int i = 1; i < n - 1; i++) {
			if (i % STEPS == 0 && isSettled(a, largest, Math.abs(power))) break;
			add(a, power, far, i * lines, last - i * lines, lines);
			power *= POLE;
		}
		for (int k = 0; k < lines; k++)
			a[k] /= 1 - far * far;
	}

	private static void add(final double[] a, final double power, final double far, final int near, final int mirrored,
		final int lines)
	{
		for (int k = 0; k < lines; k++)
			a[k] += power * (a[near + k] + far * a[mirrored + k]);
	}

	private static double[] largest(final double[] a, final int n, final int lines) {
		final double[] largest = new double[lines];
		for (int i = 0; i < n; i++)
			for (int k = 0; k < lines; k++)
				largest[k] = Math.max(largest[k], Math.abs(a[i * lines + k]));
		return largest;
	}

	/** Whether no sample times a power of the pole can change a first coefficient any more; false where one is NaN. */
	private static boolean isSettled(final double[] a, final double[] largest, final double power) {
		for (int k = 0; k < largest.length; k++)
			if (!(2 * power * largest[k] <= NOTHING * Math.abs(a[k]))) return false;
		return true;
	}
}
