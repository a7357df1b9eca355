package io.github.radiomicsnomogram.texture;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The eigenvalue of {@link MaximalCorrelation}'s unsymmetric matrix Q next to a good estimate, by inverse iteration. The
 * matrix is scaled to be as symmetric as it can, which leaves its eigenvalues as they are.
 */
final class NearbyEigenvalue {

	/** Beyond this many levels the estimate is kept: the matrix would be too large to factorise. */
	private static final int MOST_LEVELS = 1000;

	private static final int STEPS = 5;

	private NearbyEigenvalue() {}

	/**
	 * @param p normalised co-occurrence matrix with its marginals
	 * @param estimate of an eigenvalue
	 */
	static double of(final SparseMatrix p, final double[] px, final double[] py, final double estimate) {
		if (px.length > MOST_LEVELS) return estimate;
		final RealMatrix q = scaled(p, px, py);
		final int n = px.length;
		final RealMatrix shifted = q.copy();
		for (int i = 0; i < n; i++)
			shifted.addToEntry(i, i, -estimate);
		final DecompositionSolver solver = new LUDecomposition(shifted, Double.MIN_NORMAL).getSolver();
		if (!solver.isNonSingular()) return estimate;
		RealVector v = new ArrayRealVector(new java.util.Random(n).doubles(n, -1, 1).toArray());
		for (int step = 0; step < STEPS; step++)
			v = solver.solve(v.mapDivide(v.getNorm()));
		return q.operate(v).dotProduct(v) / v.dotProduct(v);
	}

	/** sqrt(px(i) / px(j)) Q(i, j); rows and columns of absent levels are 0. */
	private static RealMatrix scaled(final SparseMatrix p, final double[] px, final double[] py) {
		final int n = px.length;
		final double[][] dense = new double[n][n], q = new double[n][n];
		for (int e = 0; e < p.size(); e++)
			dense[p.column(e)][p.row(e)] = p.value(e) / Math.sqrt(px[p.row(e)]);
		for (int e = 0; e < p.size(); e++) {
			final int i = p.row(e), k = p.column(e);
			final double factor = p.value(e) * Math.sqrt(px[i]) / (px[i] * py[k] + CooccurrenceStatistics.EPSILON);
			final double[] column = dense[k], row = q[i];
			for (int j = 0; j < n; j++)
				row[j] += factor * column[j];
		}
		return new Array2DRowRealMatrix(q, false);
	}
}
