package io.github.radiomicsnomogram.texture;

/**
 * Singular values, without vectors, of small dense square matrices: Householder's reduction to bidiagonal form, then the
 * eigenvalues of the tridiagonal matrix with the bidiagonal's elements beside a diagonal of zeros (Golub and Kahan 1965,
 * doi:10.1137/0702016). Absolute errors are as those of {@link SymmetricEigenvalues}.
 */
final class SingularValues {

	private SingularValues() {}

	/**
	 * @param a n x n, row by row; overwritten
	 * @param n number of rows
	 * @return the singular values, largest first
	 */
	static double[] of(final double[] a, final int n) {
		final double[] diagonal = new double[2 * n];
		SymmetricEigenvalues.ofTridiagonal(diagonal, bidiagonal(a, n), 2 * n);
		java.util.Arrays.sort(diagonal);
		final double[] values = new double[n];
		for (int k = 0; k < n; k++)
			values[k] = Math.abs(diagonal[2 * n - 1 - k]);
		return values;
	}

	/** The second largest one, of n &gt; 1; for the parameters see {@link #of}. */
	static double second(final double[] a, final int n) {
		return LargeEigenvalue.of(new double[2 * n], bidiagonal(a, n), 2 * n, 2, 0);
	}

	/** The elements of the bidiagonal matrix, beside the tridiagonal one's diagonal of zeros. */
	private static double[] bidiagonal(final double[] a, final int n) {
		final double[] beside = new double[2 * n];
		for (int k = 0; k < n; k++) {
			beside[2 * k + 1] = reflectColumns(a, n, k);
			if (k < n - 1) beside[2 * k + 2] = reflectRows(a, n, k);
		}
		return beside;
	}

	/** Clears column k below the diagonal; returns the diagonal element. */
	private static double reflectColumns(final double[] a, final int n, final int k) {
		double rest = 0;
		for (int i = k + 1; i < n; i++)
			rest += a[i * n + k] * a[i * n + k];
		final double head = a[k * n + k];
		if (rest == 0) return head;
		final double norm = Math.sqrt(rest + head * head), target = head > 0 ? -norm : norm;
		final double h = rest + head * head - head * target;
		a[k * n + k] = head - target;
		final double[] s = new double[n];
		for (int i = k; i < n; i++)
			for (int j = k + 1; j < n; j++)
				s[j] += a[i * n + k] / h * a[i * n + j];
		for (int i = k; i < n; i++)
			for (int j = k + 1; j < n; j++)
				a[i * n + j] -= a[i * n + k] * s[j];
		return target;
	}

	/** Clears row k right of the element (k, k + 1); returns that element. */
	private static double reflectRows(final double[] a, final int n, final int k) {
		double rest = 0;
		for (int j = k + 2; j < n; j++)
			rest += a[k * n + j] * a[k * n + j];
		final double head = a[k * n + k + 1];
		if (rest == 0) return head;
		final double norm = Math.sqrt(rest + head * head), target = head > 0 ? -norm : norm;
		final double h = rest + head * head - head * target;
		a[k * n + k + 1] = head - target;
		for (int i = k + 1; i < n; i++) {
			double s = 0;
			for (int j = k + 1; j < n; j++)
				s += a[k * n + j] * a[i * n + j];
			for (int j = k + 1; j < n; j++)
				a[i * n + j] -= s / h * a[k * n + j];
		}
		return target;
	}
}
