package io.github.radiomicsnomogram.preprocess;

import java.util.Arrays;

/**
 * The inverse of a 3 x 3 matrix through its singular value decomposition X = U S V', in the arithmetic of LINPACK's
 * dsvdc (J. J. Dongarra, J. R. Bunch, C. B. Moler, G. W. Stewart, LINPACK Users' Guide, 1979, chapter 11): Householder
 * reflections to bidiagonal form, then implicitly shifted QR steps (G. H. Golub, C. Reinsch, doi:10.1007/BF02163027).
 * ITK inverts its grids so, and the last bit of an inverse decides on which side of a voxel a point falls; a shorter
 * way to the inverse would round otherwise. Matrices are kept column by column, {@code x[column][row]}.
 */
final class Inverse3 {

	private static final int N = 3;
	private static final int MAX_STEPS = 1000;

	private final double[][] x = new double[N][N];
	private final double[][] u = new double[N][N];
	private final double[][] v = new double[N][N];
	private final double[] s = new double[N];
	private final double[] e = new double[N];
	private double cosine;
	private double sine;

	private Inverse3(final double[] rows) {
		for (int row = 0; row < N; row++)
			for (int column = 0; column < N; column++)
				x[column][row] = rows[N * row + column];
	}

	/**
	 * @param rows the matrix, row by row
	 * @return its inverse, row by row; its pseudo-inverse if it is singular
	 */
	static double[] of(final double[] rows) {
		final Inverse3 svd = new Inverse3(rows);
		svd.bidiagonalize();
		svd.formU();
		svd.formV();
		svd.diagonalize();
		return svd.inverse();
	}

	private double[] inverse() {
		final double[] result = new double[N * N];
		for (int i = 0; i < N; i++)
			for (int k = 0; k < N; k++) {
				double sum = 0;
				for (int j = 0; j < N; j++)
					sum += v[j][i] * (s[j] == 0 ? 0 : 1 / Math.abs(s[j])) * u[j][k];
				result[N * i + k] = sum;
			}
		return result;
	}

	private void bidiagonalize() {
		for (int l = 0; l < N - 1; l++) {
			s[l] = -reflector(x[l], l);
			for (int j = l + 1; j < N; j++) {
				if (s[l] != 0) reflect(x[l], x[j], l);
				e[j] = x[j][l];
			}
			System.arraycopy(x[l], l, u[l], l, N - l);
			if (l == 0) reflectRows();
		}
		s[2] = x[2][2];
		e[1] = x[2][1];
		e[2] = 0;
	}

	/** The reflection from the right that leaves only two elements in the first row. */
	private void reflectRows() {
		e[0] = -reflector(e, 1);
		if (e[0] != 0) {
			final double[] work = new double[N];
			for (int j = 1; j < N; j++)
				add(e[j], x[j], work, 1);
			for (int j = 1; j < N; j++)
				add(-e[j] / e[1], work, x[j], 1);
		}
		System.arraycopy(e, 1, v[0], 1, N - 1);
	}

	/** Turns a vector, from an element on, into its reflector; returns the norm with the sign of that element. */
	private static double reflector(final double[] a, final int from) {
		double norm = norm(a, from);
		if (norm == 0) return 0;
		if (a[from] < 0) norm = -norm;
		final double factor = 1 / norm;
		for (int i = from; i < N; i++)
			a[i] = factor * a[i];
		a[from] += 1;
		return norm;
	}

	private static void reflect(final double[] reflector, final double[] a, final int from) {
		double dot = 0;
		for (int i = from; i < N; i++)
			dot += reflector[i] * a[i];
		add(-dot / reflector[from], reflector, a, from);
	}

	private static void add(final double factor, final double[] a, final double[] to, final int from) {
		if (factor == 0) return;
		for (int i = from; i < N; i++)
			to[i] += factor * a[i];
	}

	private static double norm(final double[] a, final int from) {
		if (from == N - 1) return Math.abs(a[from]);
		double scale = 0, squares = 1;
		for (int i = from; i < N; i++) {
			final double size = Math.abs(a[i]);
			if (size == 0) continue;
			final double ratio = scale < size ? scale / size : size / scale;
			squares = scale < size ? squares * (ratio * ratio) + 1 : squares + ratio * ratio;
			scale = Math.max(scale, size);
		}
		return scale * Math.sqrt(squares);
	}

	private void formU() {
		Arrays.fill(u[2], 0);
		u[2][2] = 1;
		for (int l = N - 2; l >= 0; l--) {
			if (s[l] == 0) {
				Arrays.fill(u[l], 0);
				u[l][l] = 1;
				continue;
			}
			for (int j = l + 1; j < N; j++)
				reflect(u[l], u[j], l);
			for (int i = l; i < N; i++)
				u[l][i] = -u[l][i];
			u[l][l] += 1;
			Arrays.fill(u[l], 0, l, 0);
		}
	}

	private void formV() {
		for (int l = N - 1; l >= 0; l--) {
			if (l == 0 && e[0] != 0) for (int j = 1; j < N; j++)
				reflect(v[0], v[j], 1);
			Arrays.fill(v[l], 0);
			v[l][l] = 1;
		}
	}

	/** Takes the last singular value, splits at a negligible one, or makes a QR step, until all are found. */
	private void diagonalize() {
		int last = N - 1;
		for (int steps = 0; last >= 0 && steps < MAX_STEPS; steps++) {
			final int gap = negligibleLink(last);
			if (gap == last - 1) {
				settle(last--);
				continue;
			}
			final int zero = negligibleValue(gap, last);
			if (zero == gap) qrStep(gap + 1, last);
			else if (zero == last) deflateLast(gap + 1, last);
			else split(zero + 1, last);
		}
	}

	private int negligibleLink(final int last) {
		for (int l = last - 1; l >= 0; l--) {
			final double test = Math.abs(s[l]) + Math.abs(s[l + 1]);
			if (test + Math.abs(e[l]) == test) {
				e[l] = 0;
				return l;
			}
		}
		return -1;
	}

	private int negligibleValue(final int gap, final int last) {
		for (int l = last; l > gap; l--) {
			double test = 0;
			if (l != last) test += Math.abs(e[l]);
			if (l != gap + 1) test += Math.abs(e[l - 1]);
			if (test + Math.abs(s[l]) == test) {
				s[l] = 0;
				return l;
			}
		}
		return gap;
	}

	private void deflateLast(final int first, final int last) {
		double f = e[last - 1];
		e[last - 1] = 0;
		for (int k = last - 1; k >= first; k--) {
			s[k] = rotation(s[k], f);
			if (k != first) {
				f = -sine * e[k - 1];
				e[k - 1] = cosine * e[k - 1];
			}
			rotate(v[k], v[last]);
		}
	}

	private void split(final int first, final int last) {
		double f = e[first - 1];
		e[first - 1] = 0;
		for (int k = first; k <= last; k++) {
			s[k] = rotation(s[k], f);
			f = -sine * e[k];
			e[k] = cosine * e[k];
			rotate(u[k], u[first - 1]);
		}
	}

	private void qrStep(final int first, final int last) {
		final double scale = Math.max(Math.max(Math.max(Math.abs(s[last]), Math.abs(s[last - 1])), Math.max(Math.abs(
			e[last - 1]), Math.abs(s[first]))), Math.abs(e[first]));
		final double sm = s[last] / scale, sl = s[first] / scale;
		double f = (sl + sm) * (sl - sm) + shift(sm, s[last - 1] / scale, e[last - 1] / scale);
		double g = sl * (e[first] / scale);
		for (int k = first; k < last; k++) {
			final double r = rotation(f, g);
			if (k != first) e[k - 1] = r;
			f = cosine * s[k] + sine * e[k];
			e[k] = cosine * e[k] - sine * s[k];
			g = sine * s[k + 1];
			s[k + 1] = cosine * s[k + 1];
			rotate(v[k], v[k + 1]);
			s[k] = rotation(f, g);
			f = cosine * e[k] + sine * s[k + 1];
			s[k + 1] = -sine * e[k] + cosine * s[k + 1];
			g = sine * e[k + 1];
			e[k + 1] = cosine * e[k + 1];
			rotate(u[k], u[k + 1]);
		}
		e[last - 1] = f;
	}

	private static double shift(final double sm, final double before, final double link) {
		final double b = ((before + sm) * (before - sm) + link * link) / 2;
		final double c = sm * link * (sm * link);
		if (b == 0 && c == 0) return 0;
		final double root = Math.sqrt(b * b + c);
		return c / (b + (b < 0 ? -root : root));
	}

	/** Sets the plane rotation that turns (a, b) into (r, 0), and returns r. */
	private double rotation(final double a, final double b) {
		final double scale = Math.abs(a) + Math.abs(b);
		if (scale == 0) {
			cosine = 1;
			sine = 0;
			return 0;
		}
		final double sign = (Math.abs(a) > Math.abs(b) ? a : b) >= 0 ? 1 : -1;
		final double r = sign * (scale * Math.sqrt(a / scale * (a / scale) + b / scale * (b / scale)));
		cosine = a / r;
		sine = b / r;
		return r;
	}

	private void rotate(final double[] a, final double[] b) {
		for (int i = 0; i < N; i++) {
			final double t = cosine * a[i] + sine * b[i];
			b[i] = cosine * b[i] - sine * a[i];
			a[i] = t;
		}
	}

	/** Makes a found singular value positive and sorts it among the others, greatest first. */
	private void settle(final int found) {
		if (s[found] < 0) {
			s[found] = -s[found];
			for (int i = 0; i < N; i++)
				v[found][i] = -v[found][i];
		}
		for (int l = found; l < N - 1 && s[l] < s[l + 1]; l++) {
			swap(v, l);
			swap(u, l);
			final double t = s[l];
			s[l] = s[l + 1];
			s[l + 1] = t;
		}
	}

	private static void swap(final double[][] columns, final int l) {
		final double[] t = columns[l];
		columns[l] = columns[l + 1];
		columns[l + 1] = t;
	}
}
