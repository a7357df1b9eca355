package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

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
		final double[] distinct = positiveZeros(values);
		Arrays.sort(distinct);
		int count = 0;
		for (int i = 0; i < distinct.length; i++)
			if (i == 0 || distinct[i] != distinct[i - 1]) distinct[count++] = distinct[i];
		final int[] rank = new int[values.length];
		for (int i = 0; i < rank.length; i++)
			rank[i] = Arrays.binarySearch(distinct, 0, count, values[i] + 0.0);
		return rank;
	}

	/** The values, with 0 for -0, which sorting would tell apart. */
	private static double[] positiveZeros(final double[] values) {
		final double[] v = values.clone();
		for (int i = 0; i < v.length; i++)
			v[i] += 0.0;
		return v;
	}

	/** Indices of the values in ascending order; equal ones keep their order. */
	static int[] order(final double[] values) {
		final int[] rank = dense(values);
		final int[] start = new int[values.length + 1];
		for (final int r : rank)
			start[r + 1]++;
		for (int r = 0; r < values.length; r++)
			start[r + 1] += start[r];
		final int[] order = new int[values.length];
		for (int i = 0; i < order.length; i++)
			order[start[rank[i]]++] = i;
		return order;
	}
}
