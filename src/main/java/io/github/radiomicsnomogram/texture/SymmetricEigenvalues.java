package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

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
	 * @param a n x n, row by row, both halves filled
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
		final double[][] rows = new double[n][];
		for (int m = 0; m < n; m++)
			rows[m] = Arrays.copyOfRange(a, m * n, (m + 1) * n);
		final double[] u = new double[n], q = new double[n];
		for (int m = n - 1; m > 0; m--) {
			System.arraycopy(rows[m], 0, u, 0, m);
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
			reflect(rows, m, u, q, h);
		}
		for (int m = 0; m < n; m++)
			diagonal[m] = rows[m][m];
	}

	/** Applies I - u u' / h from both sides to the leading m x m block. */
	private static void reflect(final double[][] rows, final int m, final double[] u, final double[] q, final double h) {
		Arrays.fill(q, 0, m, 0);
		int j = 0;
		for (; j + 4 <= m; j += 4)
			addFour(q, rows, j, u, h, m);
		for (; j < m; j++)
			add(q, u[j] / h, rows[j], m);
		double uq = 0;
		for (int k = 0; k < m; k++)
			uq += u[k] * q[k];
		add(q, -(uq / (2 * h)), u, m);
		for (j = 0; j < m; j++)
			subtract(rows[j], u[j], q, q[j], u, m);
	}

	/** Adds u / h times four rows, in their order, so that the sum is read and written once. */
	private static void addFour(final double[] sum, final double[][] rows, final int j, final double[] u, final double h,
		final int m)
	{
		final double[] row0 = rows[j], row1 = rows[j + 1], row2 = rows[j + 2], row3 = rows[j + 3];
		final double u0 = u[j] / h, u1 = u[j + 1] / h, u2 = u[j + 2] / h, u3 = u[j + 3] / h;
		for (int k = 0; k < m; k++)
			sum[k] = sum[k] + u0 * row0[k] + u1 * row1[k] + u2 * row2[k] + u3 * row3[k];
	}

	/** Adds a multiple. With one index for all arrays the loops here run in vector registers. */
	private static void add(final double[] sum, final double times, final double[] row, final int m) {
		for (int k = 0; k < m; k++)
			sum[k] += times * row[k];
	}

	private static void subtract(final double[] row, final double times, final double[] q, final double timesU,
		final double[] u, final int m)
	{
		for (int k = 0; k < m; k++)
			row[k] -= times * q[k] + timesU * u[k];
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
