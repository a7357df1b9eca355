package io.github.radiomicsnomogram.texture;

import java.util.Random;

/**
 * The second largest singular value of a large sparse matrix of which the first left singular vector is known: the
 * largest eigenvalue of B B' on what is orthogonal to that vector, by Lanczos' iteration (Golub and Van Loan, Matrix
 * Computations, 4th ed., 10.1). Vectors aren't made orthogonal again: the copies of eigenvalues that this brings don't
 * change the largest one.
 */
final class LanczosSecondValue {

	private static final int FIRST_CHECK = 16, MOST_STEPS = 1000;

	/** Relative change between two checks at which the iteration ends. */
	private static final double TOLERANCE = 1e-15;

	private final SparseMatrix b, transposed;
	private final double[] known;

	private LanczosSecondValue(final SparseMatrix b, final double[] known) {
		this.b = b;
		transposed = b.transposed(known.length);
		this.known = known;
	}

	/**
	 * @param b square matrix
	 * @param known its first left singular vector, of length 1
	 */
	static double of(final SparseMatrix b, final double[] known) {
		return Math.sqrt(new LanczosSecondValue(b, known).largest());
	}

	private double largest() {
		final int n = known.length;
		final double[] diagonal = new double[MOST_STEPS], below = new double[MOST_STEPS + 1];
		double[] v = start(n), previous = new double[n];
		double value = 0;
		for (int step = 0, check = FIRST_CHECK; step < MOST_STEPS; step++) {
			final double[] w = apply(v);
			diagonal[step] = dot(w, v);
			for (int i = 0; i < n; i++)
				w[i] -= diagonal[step] * v[i] + below[step] * previous[i];
			project(w);
			below[step + 1] = Math.sqrt(dot(w, w));
			final boolean exhausted = below[step + 1] <= Math.ulp(1.0);
			if (step + 1 == check || exhausted) {
				final double last = value;
				value = LargeEigenvalue.of(diagonal, below, step + 1, 1, last);
				if (exhausted || value - last <= TOLERANCE * value) return value;
				check += check / 4;
			}
			previous = v;
			v = scaled(w, 1 / below[step + 1]);
		}
		return value;
	}

	private double[] start(final int n) {
		final double[] v = new Random(n).doubles(n, -1, 1).toArray();
		project(v);
		return scaled(v, 1 / Math.sqrt(dot(v, v)));
	}

	/** B B' v, without its part along the known vector. */
	private double[] apply(final double[] v) {
		final double[] w = sumRows(transposed, sumRows(b, v));
		project(w);
		return w;
	}

	/** The rows, each times a number, added up: row by row, so that no addition waits for the one before. */
	private static double[] sumRows(final SparseMatrix m, final double[] times) {
		final double[] sum = new double[times.length];
		for (int e = 0; e < m.size(); e++)
			sum[m.column(e)] += m.value(e) * times[m.row(e)];
		return sum;
	}

	private void project(final double[] v) {
		final double share = dot(v, known);
		for (int i = 0; i < v.length; i++)
			v[i] -= share * known[i];
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	private static double[] scaled(final double[] v, final double factor) {
		for (int i = 0; i < v.length; i++)
			v[i] *= factor;
		return v;
	}
}
