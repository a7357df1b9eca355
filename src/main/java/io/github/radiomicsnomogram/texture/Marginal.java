package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * The different values among probabilities and how often each occurs. Where most grey levels are rare, many have
 * the same probability; sums over all pairs of levels then take as many steps as there are pairs of values, which is at
 * most proportional to the number of voxels.
 */
final class Marginal {

	private final double[] values;
	private final int[] times;

	private Marginal(final double[] values, final int[] times) {
		this.values = values;
		this.times = times;
	}

	/** The values that are not 0. */
	static Marginal of(final double[] p) {
		final double[] sorted = p.clone();
		Arrays.sort(sorted);
		final int[] times = new int[sorted.length];
		int n = 0;
		for (final double v : sorted) {
			if (v == 0) continue;
			if (n == 0 || v != sorted[n - 1]) sorted[n++] = v;
			times[n - 1]++;
		}
		return new Marginal(Arrays.copyOf(sorted, n), times);
	}

	/** The values, ascending. Read only. */
	double[] values() {
		return values;
	}

	int size() {
		return values.length;
	}

	double value(final int k) {
		return values[k];
	}

	int times(final int k) {
		return times[k];
	}
}
