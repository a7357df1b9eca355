package io.github.radiomicsnomogram.survival;

/**
 * L D L' of a symmetric matrix that may be singular: a pivot that is negligible beside the largest diagonal element is
 * taken as zero, and its variable as redundant. This is how R's survival package finds the coefficients that it reports
 * as NA: of two collinear columns the later one goes.
 */
final class GeneralizedCholesky {

	/** R's toler.chol: the machine's epsilon to the power 3/4. */
	static final double TOLERANCE = Math.pow(Math.ulp(1.0), 0.75);

	private final int n;
	private final double[][] l;
	private final double[] d;
	private final int rank;

	/**
	 * @param symmetric n x n; only the lower triangle is read; not changed
	 */
	GeneralizedCholesky(final double[][] symmetric) {
		n = symmetric.length;
		l = new double[n][n];
		d = new double[n];
		for (int i = 0; i < n; i++)
			System.arraycopy(symmetric[i], 0, l[i], 0, i + 1);
		rank = decompose(threshold(symmetric));
	}

	private static double threshold(final double[][] m) {
		double largest = 0;
		for (int i = 0; i < m.length; i++)
			largest = Math.max(largest, m[i][i]);
		return largest == 0 ? TOLERANCE : largest * TOLERANCE;
	}

	private int decompose(final double threshold) {
		int r = 0;
		for (int i = 0; i < n; i++) {
			final double pivot = l[i][i];
			// A NaN pivot, from infinite covariates, counts as zero too.
			if (!(pivot >= threshold)) {
				for (int j = i; j < n; j++)
					l[j][i] = 0;
				continue;
			}
			r++;
			d[i] = pivot;
			for (int j = i + 1; j < n; j++) {
				final double factor = l[j][i] / pivot;
				l[j][i] = factor;
				l[j][j] -= factor * factor * pivot;
				for (int k = j + 1; k < n; k++)
					l[k][j] -= factor * l[k][i];
			}
			l[i][i] = 1;
		}
		return r;
	}

	/** Number of variables that are not redundant. */
	int rank() {
		return rank;
	}

	/** Whether a variable is redundant. */
	boolean isRedundant(final int i) {
		return d[i] == 0;
	}

	/** Solves for a right-hand side; redundant variables get 0. */
	double[] solve(final double[] b) {
		final double[] x = b.clone();
		for (int i = 0; i < n; i++)
			for (int j = 0; j < i; j++)
				x[i] -= x[j] * l[i][j];
		for (int i = n - 1; i >= 0; i--) {
			if (d[i] == 0) {
				x[i] = 0;
				continue;
			}
			x[i] /= d[i];
			for (int j = i + 1; j < n; j++)
				x[i] -= x[j] * l[j][i];
		}
		return x;
	}

	/** The (generalised) inverse; rows and columns of redundant variables are 0. */
	double[][] inverse() {
		final double[][] inverse = new double[n][];
		final double[] unit = new double[n];
		for (int i = 0; i < n; i++) {
			if (d[i] == 0) {
				inverse[i] = new double[n];
				continue;
			}
			unit[i] = 1;
			inverse[i] = solve(unit);
			unit[i] = 0;
		}
		for (int i = 0; i < n; i++)
			for (int j = 0; j < i; j++)
				inverse[j][i] = inverse[i][j] = 0.5 * (inverse[i][j] + inverse[j][i]);
		return inverse;
	}
}
