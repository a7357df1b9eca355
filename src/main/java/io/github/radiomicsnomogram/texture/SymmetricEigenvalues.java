package io.github.radiomicsnomogram.texture;

/**
 * Eigenvalues, without vectors, of small dense symmetric matrices: Householder's reduction to tridiagonal form, then the
 * QL algorithm with implicit shifts (Golub and Van Loan, Matrix Computations, 4th ed., 8.3). Absolute errors are a small
 * multiple of the rounding unit times the largest eigenvalue. A general library computes the vectors too, which takes
 * several times as long.
 */
final class SymmetricEigenvalues {

	private static final int MOST_SWEEPS = 60;

	private SymmetricEigenvalues() {}

	/**
	 * @param a n x n, row by row, both halves filled; overwritten
	 * @param n number of rows
	 * @return the eigenvalues, in no order
	 */
	static double[] of(final double[] a, final int n) {
		final double[] diagonal = new double[n], below = new double[n];
		tridiagonalise(a, n, diagonal, below);
		ofTridiagonal(diagonal, below, n);
		return diagonal;
	}

	/**
	 * The second largest absolute eigenvalue of a matrix without negative elements, whose largest eigenvalue has the largest
	 * one.
	 *
	 * @param a as for {@link #of}
	 */
	static double secondSize(final double[] a, final int n) {
		final double[] diagonal = new double[n], below = new double[n];
		tridiagonalise(a, n, diagonal, below);
		final double second = LargeEigenvalue.of(diagonal, below, n, 2, 0);
		for (int i = 0; i < n; i++)
			diagonal[i] = -diagonal[i];
		return LargeEigenvalue.of(diagonal, below, n, 1, second);
	}

	/** Reduces the rows from the last one up; {@code below[k]} becomes the element (k, k - 1). */
	private static void tridiagonalise(final double[] a, final int n, final double[] diagonal, final double[] below) {
		final double[] u = new double[n], q = new double[n];
		for (int m = n - 1; m > 0; m--) {
			System.arraycopy(a, m * n, u, 0, m);
			double rest = 0;
			for (int k = 0; k < m - 1; k++)
				rest += u[k] * u[k];
			if (rest == 0) {
				below[m] = u[m - 1];
				continue;
			}
			final double norm = Math.sqrt(rest + u[m - 1] * u[m - 1]);
			below[m] = u[m - 1] > 0 ? -norm : norm;
			final double h = rest + u[m - 1] * u[m - 1] - u[m - 1] * below[m];
			u[m - 1] -= below[m];
			reflect(a, n, m, u, q, h);
		}
		for (int m = 0; m < n; m++)
			diagonal[m] = a[m * n + m];
	}

	/** Applies I - u u' / h from both sides to the leading m x m block. */
	private static void reflect(final double[] a, final int n, final int m, final double[] u, final double[] q,
		final double h)
	{
		java.util.Arrays.fill(q, 0, m, 0);
		for (int j = 0; j < m; j++) {
			final double f = u[j] / h;
			final int row = j * n;
			for (int k = 0; k < m; k++)
				q[k] += f * a[row + k];
		}
		double uq = 0;
		for (int k = 0; k < m; k++)
			uq += u[k] * q[k];
		final double half = uq / (2 * h);
		for (int k = 0; k < m; k++)
			q[k] -= half * u[k];
		for (int j = 0; j < m; j++) {
			final double uj = u[j], qj = q[j];
			final int row = j * n;
			for (int k = 0; k < m; k++)
				a[row + k] -= uj * q[k] + qj * u[k];
		}
	}

	/**
	 * Eigenvalues of a tridiagonal matrix.
	 *
	 * @param d diagonal; overwritten with the eigenvalues
	 * @param below element (k, k - 1) at k; overwritten
	 */
	static void ofTridiagonal(final double[] d, final double[] below, final int n) {
		final double[] e = new double[n];
		System.arraycopy(below, 1, e, 0, n - 1);
		double norm = 0;
		for (int k = 0; k < n; k++)
			norm = Math.max(norm, Math.abs(d[k]) + Math.abs(e[k]));
		for (int l = 0; l < n; l++)
			for (int sweep = 0;; sweep++) {
				int m = l;
				while (m < n - 1 && norm + Math.abs(e[m]) != norm)
					m++;
				if (m == l) break;
				if (sweep == MOST_SWEEPS) throw new ArithmeticException("eigenvalues did not converge");
				sweep(d, e, l, m);
			}
	}

	/** One QL step with an implicit shift on the unreduced block from l to m. */
	private static void sweep(final double[] d, final double[] e, final int l, final int m) {
		double g = (d[l + 1] - d[l]) / (2 * e[l]);
		double r = Math.sqrt(g * g + 1);
		g = d[m] - d[l] + e[l] / (g + (g >= 0 ? r : -r));
		double s = 1, c = 1, p = 0;
		for (int i = m - 1; i >= l; i--) {
			final double f = s * e[i], b = c * e[i];
			r = Math.sqrt(f * f + g * g);
			e[i + 1] = r;
			if (r == 0) {
				d[i + 1] -= p;
				e[m] = 0;
				return;
			}
			s = f / r;
			c = g / r;
			g = d[i + 1] - p;
			r = (d[i] - g) * s + 2 * c * b;
			p = s * r;
			d[i + 1] = g + p;
			g = c * r - b;
		}
		d[l] -= p;
		e[l] = g;
		e[m] = 0;
	}
}
