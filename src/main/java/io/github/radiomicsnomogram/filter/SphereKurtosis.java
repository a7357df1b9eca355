package io.github.radiomicsnomogram.filter;

import java.util.Arrays;

/**
 * Excess kurtosis of each voxel's samples, with NumPy's order of additions (pairwise, eight at a time) and SciPy's rule
 * that samples whose variance is lost in the rounding of their mean have none (NaN). An image of single precision is
 * treated in single precision, rounding after each step.
 */
final class SphereKurtosis {

	/** Most numbers that are added without halving. */
	private static final int BLOCK = 128;

	private static final int UNROLLED = 8;

	private final boolean single;
	private final double resolution;
	private final double[][] deviation;
	private final double[][] sums;
	private final double[] mean, second;

	/**
	 * @param samples per voxel
	 * @param row voxels in a row at most
	 * @param single whether to round to single precision
	 */
	SphereKurtosis(final int samples, final int row, final boolean single) {
		this.single = single;
		resolution = single ? 1e-6f : 1e-15;
		deviation = new double[samples][row];
		sums = new double[UNROLLED][row];
		mean = new double[row];
		second = new double[row];
	}

	/**
	 * The kurtosis of voxels from and up to (excluded) others.
	 *
	 * @param samples a row a sample, a column a voxel
	 * @param kurtosis is filled
	 */
	void of(final double[][] samples, final int from, final int to, final double[] kurtosis) {
		mean(samples, from, to, mean);
		for (int v = 0; v < samples.length; v++)
			for (int x = from; x < to; x++) {
				final double d = rounded(samples[v][x] - mean[x]);
				deviation[v][x] = rounded(d * d);
			}
		mean(deviation, from, to, second);
		for (int v = 0; v < samples.length; v++)
			for (int x = from; x < to; x++)
				deviation[v][x] = rounded(deviation[v][x] * deviation[v][x]);
		mean(deviation, from, to, kurtosis);
		for (int x = from; x < to; x++) {
			final double smallest = rounded(resolution * mean[x]);
			final boolean lost = second[x] <= rounded(smallest * smallest);
			kurtosis[x] = lost ? Double.NaN : rounded(rounded(kurtosis[x] / rounded(second[x] * second[x])) - 3);
		}
	}

	private double rounded(final double v) {
		return single ? (float) v : v;
	}

	private void mean(final double[][] values, final int from, final int to, final double[] mean) {
		sum(values, 0, values.length, from, to, mean);
		for (int x = from; x < to; x++)
			mean[x] = rounded(mean[x] / values.length);
	}

	/** Sum over rows first to first + n. */
	private void sum(final double[][] values, final int first, final int n, final int from, final int to,
		final double[] sum)
	{
		if (n > BLOCK) {
			final int half = n / 2 - n / 2 % UNROLLED;
			sum(values, first, half, from, to, sum);
			final double[] other = new double[sum.length];
			sum(values, first + half, n - half, from, to, other);
			add(sum, other, from, to);
			return;
		}
		final int even = n < UNROLLED ? 0 : n - n % UNROLLED;
		if (even == 0) Arrays.fill(sum, from, to, 0);
		else sumOfEight(values, first, even, from, to, sum);
		for (int v = first + even; v < first + n; v++)
			add(sum, values[v], from, to);
	}

	private void sumOfEight(final double[][] values, final int first, final int n, final int from, final int to,
		final double[] sum)
	{
		for (int k = 0; k < UNROLLED; k++) {
			System.arraycopy(values[first + k], from, sums[k], from, to - from);
			for (int v = first + k + UNROLLED; v < first + n; v += UNROLLED)
				add(sums[k], values[v], from, to);
		}
		for (int step = 1; step < UNROLLED; step *= 2)
			for (int k = 0; k < UNROLLED; k += 2 * step)
				add(sums[k], sums[k + step], from, to);
		System.arraycopy(sums[0], from, sum, from, to - from);
	}

	private void add(final double[] to, final double[] values, final int first, final int end) {
		if (single) for (int x = first; x < end; x++)
			to[x] = (float) (to[x] + values[x]);
		else for (int x = first; x < end; x++)
			to[x] += values[x];
	}
}
