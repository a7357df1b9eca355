package io.github.radiomicsnomogram.texture;

/**
 * Maximal correlation coefficient of a co-occurrence matrix: the root of the second largest eigenvalue of
 * Q(i, j) = &Sigma;k p(i, k) p(j, k) / (px(i) py(k) + &epsilon;).
 * <p>
 * With B(i, k) = p(i, k) / sqrt(px(i) py(k) + &epsilon;) the matrix B B' is similar to Q but for the place of
 * &epsilon;, which makes Q a little unsymmetric; to first order that difference is antisymmetric and leaves the
 * eigenvalues alone. So the coefficient is the second singular value of B, for a symmetric p the second largest absolute
 * eigenvalue, with an error of the order of the square of {@link #asymmetry}: rounding, for ROIs of up to some 100,000
 * voxels. Where that is not so, the eigenvalue of Q itself is found from there; see {@link NearbyEigenvalue}.
 */
final class MaximalCorrelation {

	private static final double EPSILON = CooccurrenceStatistics.EPSILON;

	/** Up to this many levels a dense solver is faster than an iteration. */
	private static final int DENSE = 96;

	/** Asymmetry whose square is a rounding error. */
	private static final double NEGLIGIBLE = 2e-6;

	private final SparseMatrix p;
	private final double[] px, py;

	private MaximalCorrelation(final SparseMatrix p, final double[] px, final double[] py) {
		this.p = p;
		this.px = px;
		this.py = py;
	}

	/**
	 * @param p normalised co-occurrence matrix
	 * @param px sums of its rows, one for each level of the ROI
	 * @param py sums of its columns
	 * @return the coefficient; 1 if the ROI has one level
	 */
	static double of(final SparseMatrix p, final double[] px, final double[] py) {
		return new MaximalCorrelation(p, px, py).value();
	}

	private double value() {
		final int n = px.length;
		if (n == 1) return 1;
		if (n == 2) return ofTwo();
		final SparseMatrix b = p.map((i, k, v) -> v / Math.sqrt(px[i] * py[k] + EPSILON));
		final double second = n <= DENSE ? ofDense(b, n) : LanczosSecondValue.of(b, roots(px));
		return asymmetry(b) <= NEGLIGIBLE ? second : Math.sqrt(NearbyEigenvalue.of(p, px, py, second * second));
	}

	private static double ofDense(final SparseMatrix b, final int n) {
		final double[] a = new double[n * n];
		for (int e = 0; e < b.size(); e++)
			a[b.row(e) * n + b.column(e)] = b.value(e);
		boolean symmetric = true;
		for (int e = 0; e < b.size() && symmetric; e++)
			symmetric = b.value(e) == a[b.column(e) * n + b.row(e)];
		return symmetric ? SymmetricEigenvalues.secondSize(a, n) : SingularValues.second(a, n);
	}

	/** Bound of the antisymmetric part: Frobenius norm of B with each element times &epsilon; / (px py). */
	private double asymmetry(final SparseMatrix b) {
		double squares = 0;
		for (int e = 0; e < b.size(); e++) {
			final double share = b.value(e) * EPSILON / (px[b.row(e)] * py[b.column(e)]);
			squares += share * share;
		}
		return Math.sqrt(squares);
	}

	private static double[] roots(final double[] p) {
		final double[] roots = new double[p.length];
		for (int i = 0; i < p.length; i++)
			roots[i] = Math.sqrt(p[i]);
		return roots;
	}

	/** Of two levels, with the operations in PyRadiomics' order; see {@link TwoLevels}. */
	private double ofTwo() {
		final double[][] q = new double[2][2];
		for (int i = 0; i < 2; i++)
			for (int j = 0; j < 2; j++)
				q[i][j] = p.get(i, 0) * p.get(j, 0) / (px[i] * py[0] + EPSILON) + p.get(i, 1) * p.get(j, 1) / (px[i] * py[1] +
					EPSILON);
		return Math.sqrt(TwoLevels.secondEigenvalue(q[0][0], q[0][1], q[1][0], q[1][1]));
	}
}
