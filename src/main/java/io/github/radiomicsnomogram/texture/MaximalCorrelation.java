package io.github.radiomicsnomogram.texture;

/**
 * Maximal correlation coefficient of a co-occurrence matrix: the root of the second largest eigenvalue of
 * Q(i, j) = &Sigma;k p(i, k) p(j, k) / (px(i) py(k) + &epsilon;).
 */
final class MaximalCorrelation {

	private MaximalCorrelation() {}

	static double of(final SparseMatrix matrix, final double total, final double[] px, final double[] py) {
		if (px.length < 2) return 1;
		final int n = px.length;
		final double[] b = new double[n * n];
		boolean symmetric = true;
		for (int e = 0; e < matrix.size(); e++) {
			final int i = matrix.row(e), k = matrix.column(e);
			b[i * n + k] = matrix.value(e) / total / Math.sqrt(px[i] * py[k] + CooccurrenceStatistics.EPSILON);
		}
		for (int e = 0; e < matrix.size() && symmetric; e++)
			symmetric = b[matrix.row(e) * n + matrix.column(e)] == b[matrix.column(e) * n + matrix.row(e)];
		final double[] a = symmetric ? b : new double[n * n];
		if (!symmetric) for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				for (int k = 0; k < n; k++)
					a[i * n + j] += b[i * n + k] * b[j * n + k];
		double first = 0, second = 0;
		for (final double v : SymmetricEigenvalues.of(a, n)) {
			final double size = Math.abs(v);
			if (size > first) {
				second = first;
				first = size;
			}
			else if (size > second) second = size;
		}
		return symmetric ? second : Math.sqrt(second);
	}
}
