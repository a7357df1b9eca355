package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * Information matrix of the few covariates that may be non-zero, at the linear predictors of its last renewal; it grows
 * covariate by covariate. A position counts the members in the order in which they came.
 */
final class WorkingInformation {

	private final double[][] x;
	private RiskCurvature curvature;
	private int[] members = new int[0];
	private final boolean[] contains;
	private double[][] columns = new double[0][];
	private double[][] m = new double[0][];
	private int size;

	/**
	 * @param x all covariates, column by column
	 */
	WorkingInformation(final double[][] x) {
		this.x = x;
		contains = new boolean[x.length];
	}

	int size() {
		return size;
	}

	boolean contains(final int j) {
		return contains[j];
	}

	/** Covariate at a position. */
	int member(final int position) {
		return members[position];
	}

	/** Products of one member with all, by position. */
	double[] row(final int position) {
		return m[position];
	}

	/** Forgets all members and takes in others, at other linear predictors. */
	void renew(final RiskCurvature now, final int[] covariates) {
		curvature = now;
		Arrays.fill(contains, false);
		size = covariates.length;
		members = covariates.clone();
		columns = new double[size][];
		final double[][] weighted = new double[size][];
		for (int a = 0; a < size; a++) {
			contains[members[a]] = true;
			columns[a] = x[members[a]];
			weighted[a] = curvature.times(columns[a]);
		}
		m = size == 0 ? new double[0][] : Dense.lowerProduct(transposed(columns), weighted);
		for (int a = 0; a < size; a++)
			for (int b = 0; b < a; b++)
				m[b][a] = m[a][b];
	}

	private static double[][] transposed(final double[][] columns) {
		final int n = columns[0].length;
		final double[][] rows = new double[n][columns.length];
		for (int a = 0; a < columns.length; a++)
			for (int i = 0; i < n; i++)
				rows[i][a] = columns[a][i];
		return rows;
	}

	/** Takes in one more covariate. */
	void add(final int j) {
		if (size == members.length) grow(Math.max(16, size + size / 2));
		members[size] = j;
		contains[j] = true;
		columns[size] = x[j];
		final double[] row = new double[members.length];
		Dense.products(curvature.times(x[j]), columns, size + 1, row);
		m[size] = row;
		for (int a = 0; a < size; a++)
			m[a][size] = row[a];
		size++;
	}

	private void grow(final int capacity) {
		members = Arrays.copyOf(members, capacity);
		columns = Arrays.copyOf(columns, capacity);
		m = Arrays.copyOf(m, capacity);
		for (int a = 0; a < size; a++)
			m[a] = Arrays.copyOf(m[a], capacity);
	}

	/** Score of each member, by position. */
	double[] scores(final double[] residual) {
		final double[] score = new double[size];
		Dense.products(residual, columns, size, score);
		return score;
	}
}
