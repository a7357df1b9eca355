package io.github.radiomicsnomogram.survival;

/** Loops over dense arrays, written so that the compiler can keep several sums going at once. */
final class Dense {

	private Dense() {}

	/** Sum of u_i v_i over the first elements. */
	static double dot(final double[] u, final double[] v, final int count) {
		double a = 0, b = 0, c = 0, d = 0;
		int i = 0;
		for (; i + 4 <= count; i += 4) {
			a += u[i] * v[i];
			b += u[i + 1] * v[i + 1];
			c += u[i + 2] * v[i + 2];
			d += u[i + 3] * v[i + 3];
		}
		for (; i < count; i++)
			a += u[i] * v[i];
		return (a + b) + (c + d);
	}

	/** Adds a multiple of x to the first elements of y. */
	static void addScaled(final double[] y, final double by, final double[] x, final int count) {
		for (int i = 0; i < count; i++)
			y[i] += by * x[i];
	}

	/** Products of one vector with some columns, four at a time: one sum alone would wait for each addition. */
	static void products(final double[] u, final double[][] columns, final int count, final double[] to) {
		int l = 0;
		for (; l + 4 <= count; l += 4)
			four(u, columns, l, to);
		for (; l < count; l++)
			to[l] = dot(u, columns[l], u.length);
	}

	private static void four(final double[] u, final double[][] columns, final int l, final double[] to) {
		final double[] a = columns[l], b = columns[l + 1], c = columns[l + 2], d = columns[l + 3];
		double ua = 0, ub = 0, uc = 0, ud = 0;
		for (int i = 0; i < u.length; i++) {
			ua += u[i] * a[i];
			ub += u[i] * b[i];
			uc += u[i] * c[i];
			ud += u[i] * d[i];
		}
		to[l] = ua;
		to[l + 1] = ub;
		to[l + 2] = uc;
		to[l + 3] = ud;
	}

	/**
	 * Lower triangle of A' B, both n x p.
	 *
	 * @param a n rows of p
	 * @param b p columns of n
	 * @return p x p; row j holds columns 0 .. j
	 */
	static double[][] lowerProduct(final double[][] a, final double[][] b) {
		final int p = b.length, n = a.length;
		final double[][] m = new double[p][p];
		int i = 0;
		// Eight rows stay in the nearest cache while all of the product passes by once.
		for (; i + 8 <= n; i += 8)
			for (int j = 0; j < p; j++)
				addEight(m[j], j + 1, a, i, b[j]);
		for (; i < n; i++)
			for (int j = 0; j < p; j++)
				addScaled(m[j], b[j][i], a[i], j + 1);
		return m;
	}

	private static void addEight(final double[] m, final int count, final double[][] rows, final int from,
		final double[] by)
	{
		final double[] r0 = rows[from], r1 = rows[from + 1], r2 = rows[from + 2], r3 = rows[from + 3];
		final double[] r4 = rows[from + 4], r5 = rows[from + 5], r6 = rows[from + 6], r7 = rows[from + 7];
		final double b0 = by[from], b1 = by[from + 1], b2 = by[from + 2], b3 = by[from + 3];
		final double b4 = by[from + 4], b5 = by[from + 5], b6 = by[from + 6], b7 = by[from + 7];
		for (int l = 0; l < count; l++)
			m[l] += ((b0 * r0[l] + b1 * r1[l]) + (b2 * r2[l] + b3 * r3[l])) + ((b4 * r4[l] + b5 * r5[l]) + (b6 * r6[l] + b7 *
				r7[l]));
	}
}
