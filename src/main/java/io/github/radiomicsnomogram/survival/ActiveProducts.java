package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * Covariates that ever had a coefficient other than 0, in the order in which they came, and their weighted products with
 * each other.
 */
final class ActiveProducts {

	private final double[][] x;
	private final double[] weight;
	private final int[] members;
	private final boolean[] contains;
	private int size;
	/** Lines of products; of none if they aren't known. */
	private double[][] products = new double[0][];
	private boolean known;

	/**
	 * @param x all covariates, column by column
	 * @param weight of each patient, as it will be whenever products are computed
	 */
	ActiveProducts(final double[][] x, final double[] weight) {
		this.x = x;
		this.weight = weight;
		members = new int[x.length];
		contains = new boolean[x.length];
	}

	int size() {
		return size;
	}

	/** Covariate at a position. */
	int member(final int position) {
		return members[position];
	}

	void add(final int j) {
		if (contains[j]) return;
		contains[j] = true;
		members[size++] = j;
		known = false;
	}

	/** The weights are others now. */
	void forget() {
		known = false;
	}

	boolean isKnown() {
		return known;
	}

	void compute() {
		final int n = weight.length;
		final double[][] rows = new double[n][size], weighted = new double[size][n];
		for (int a = 0; a < size; a++) {
			final double[] column = x[members[a]];
			for (int i = 0; i < n; i++) {
				rows[i][a] = column[i];
				weighted[a][i] = weight[i] * column[i];
			}
		}
		products = Dense.lowerProduct(rows, weighted);
		for (int a = 0; a < size; a++)
			for (int b = 0; b < a; b++)
				products[b][a] = products[a][b];
		known = true;
	}

	/** Products of one member with all, by position. */
	double[] row(final int position) {
		return products[position];
	}

	/** Products of all members with a vector. */
	double[] slopes(final double[] v) {
		final double[] slope = new double[size];
		Dense.products(v, Arrays.stream(members, 0, size).mapToObj(j -> x[j]).toArray(double[][]::new), size, slope);
		return slope;
	}

	/** Takes from a residual what coefficients moved. */
	void move(final double[] residual, final double[] from, final double[] to) {
		final double[] moved = new double[residual.length];
		for (int a = 0; a < size; a++) {
			final int j = members[a];
			if (to[j] != from[j]) Dense.addScaled(moved, to[j] - from[j], x[j], moved.length);
		}
		for (int i = 0; i < moved.length; i++)
			residual[i] -= weight[i] * moved[i];
	}
}
