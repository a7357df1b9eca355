package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * Cholesky factor L of a symmetric matrix whose rows and columns come and go, each at the cost of a square instead of a
 * cube: a new one is a new row of L, and one taken out is repaired by Givens rotations (Golub and Van Loan, Matrix
 * Computations, 6.5). A pivot that is negligible beside its diagonal element is raised, so that nearly collinear columns
 * do no harm.
 */
final class ChangingCholesky {

	/** Smallest pivot as a share of the diagonal element. */
	private static final double TOLERANCE = 1e-12;

	private double[][] rows = new double[16][];
	private int size;

	void clear() {
		size = 0;
	}

	int size() {
		return size;
	}

	/**
	 * Appends a row and column.
	 *
	 * @param cross products with those already there, in their order; used up
	 * @param diagonal element
	 * @return whether it is independent of those already there
	 */
	boolean append(final double[] cross, final double diagonal) {
		if (size == rows.length) rows = Arrays.copyOf(rows, 2 * size);
		forward(cross);
		final double pivot = diagonal - Dense.dot(cross, cross, size);
		final boolean independent = pivot > TOLERANCE * diagonal;
		final double[] row = Arrays.copyOf(cross, size + 1);
		row[size] = Math.sqrt(independent ? pivot : TOLERANCE * diagonal);
		rows[size++] = row;
		return independent;
	}

	/** Takes out a row and column; those after it move up. */
	void remove(final int k) {
		final double[] cosine = new double[size], sine = new double[size];
		System.arraycopy(rows, k + 1, rows, k, size - k - 1);
		size--;
		for (int i = k; i < size; i++) {
			final double[] row = rows[i];
			for (int j = k; j < i; j++) {
				final double left = row[j], right = row[j + 1];
				row[j] = cosine[j] * left + sine[j] * right;
				row[j + 1] = cosine[j] * right - sine[j] * left;
			}
			final double length = Math.hypot(row[i], row[i + 1]);
			cosine[i] = row[i] / length;
			sine[i] = row[i + 1] / length;
			row[i] = length;
		}
	}

	/** Solves in place for a right-hand side. */
	void solve(final double[] b) {
		forward(b);
		for (int i = size - 1; i >= 0; i--) {
			b[i] /= rows[i][i];
			Dense.addScaled(b, -b[i], rows[i], i);
		}
	}

	private void forward(final double[] b) {
		for (int i = 0; i < size; i++)
			b[i] = (b[i] - Dense.dot(rows[i], b, i)) / rows[i][i];
	}
}
