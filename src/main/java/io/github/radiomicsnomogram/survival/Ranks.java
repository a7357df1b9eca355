package io.github.radiomicsnomogram.survival;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks with ties. */
final class Ranks {

	private Ranks() {}

	/** Ranks from 1; equal values share the average of their ranks: R's rank(). */
	static double[] average(final double[] values) {
		final int[] order = order(values);
		final double[] rank = new double[values.length];
		for (int i = 0; i < order.length;) {
			int end = i + 1;
			while (end < order.length && values[order[end]] == values[order[i]])
				end++;
			for (int k = i; k < end; k++)
				rank[order[k]] = (i + 1 + end) / 2.0;
			i = end;
		}
		return rank;
	}

	/** Index of the distinct value, from 0, that each value is. */
	static int[] dense(final double[] values) {
		final int[] order = order(values);
		final int[] rank = new int[values.length];
		int r = -1;
		for (int i = 0; i < order.length; i++) {
			if (i == 0 || values[order[i]] != values[order[i - 1]]) r++;
			rank[order[i]] = r;
		}
		return rank;
	}

	/** Indices of the values in ascending order; equal ones keep their order. */
	static int[] order(final double[] values) {
		return IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(
			Integer::intValue).toArray();
	}
}
