package io.github.radiomicsnomogram.filter;

import java.util.Arrays;

/**
 * What a voxel's pattern of larger and smaller neighbours on a sphere amounts to in each degree of the spherical
 * harmonics: the pattern is projected on the harmonics of the degree, and the norm of the projection, summed over the
 * points, is taken as PyRadiomics takes it: the root of the sum of complex squares, of which the real part. Products are
 * fused multiplications and additions where NumPy's are.
 */
final class SphereNorms {

	private final int degrees;
	private final double[][] real, imaginary;
	private final double[][] cRe, cIm;
	private final double[] gRe, gIm, sIm;

	/**
	 * @param harmonics at the points
	 * @param degrees that they have
	 * @param row voxels in a row at most
	 */
	SphereNorms(final SphericalHarmonics harmonics, final int degrees, final int row) {
		this.degrees = degrees;
		real = harmonics.real();
		imaginary = harmonics.imaginary();
		cRe = new double[degrees * degrees][row];
		cIm = new double[degrees * degrees][row];
		gRe = new double[row];
		gIm = new double[row];
		sIm = new double[row];
	}

	/**
	 * The norms of voxels from and up to (excluded) others.
	 *
	 * @param pattern 1 or 0; a row a point, a column a voxel
	 * @param norms are filled; a row a degree, a column a voxel
	 */
	void of(final double[][] pattern, final int from, final int to, final double[][] norms) {
		for (int j = 0; j < degrees * degrees; j++) {
			Arrays.fill(cRe[j], from, to, 0);
			Arrays.fill(cIm[j], from, to, 0);
			for (int v = 0; v < pattern.length; v++)
				project(pattern[v], real[v][j], imaginary[v][j], cRe[j], cIm[j], from, to);
		}
		for (int n = 0; n < degrees; n++)
			norm(n, from, to, norms[n]);
	}

	private static void project(final double[] pattern, final double yRe, final double yIm, final double[] re,
		final double[] im, final int from, final int to)
	{
		for (int x = from; x < to; x++) {
			re[x] += pattern[x] * yRe;
			im[x] += pattern[x] * yIm;
		}
	}

	private void norm(final int n, final int from, final int to, final double[] norm) {
		Arrays.fill(norm, from, to, 0);
		Arrays.fill(sIm, from, to, 0);
		for (int v = 0; v < real.length; v++) {
			Arrays.fill(gRe, from, to, 0);
			Arrays.fill(gIm, from, to, 0);
			for (int j = n * n; j < (n + 1) * (n + 1); j++)
				addProduct(cRe[j], cIm[j], real[v][j], imaginary[v][j], from, to);
			addSquare(norm, from, to);
		}
		for (int x = from; x < to; x++)
			norm[x] = realPartOfRoot(norm[x], sIm[x]);
	}

	private void addProduct(final double[] re, final double[] im, final double yRe, final double yIm, final int from,
		final int to)
	{
		for (int x = from; x < to; x++) {
			gRe[x] += Math.fma(re[x], yRe, -(im[x] * yIm));
			gIm[x] += Math.fma(re[x], yIm, im[x] * yRe);
		}
	}

	private void addSquare(final double[] sRe, final int from, final int to) {
		for (int x = from; x < to; x++) {
			sRe[x] += Math.fma(gRe[x], gRe[x], -(gIm[x] * gIm[x]));
			sIm[x] += Math.fma(gRe[x], gIm[x], gIm[x] * gRe[x]);
		}
	}

	/** Real part of a complex number's root, without cancellation. */
	static double realPartOfRoot(final double re, final double im) {
		if (im == 0) return re < 0 ? 0 : Math.sqrt(re);
		if (re == 0) return Math.sqrt(0.5 * Math.abs(im));
		final double length = length(re, im);
		if (re > 0) return Math.sqrt(0.5 * (length + re));
		return Math.abs(0.5 * (im / Math.sqrt(0.5 * (length - re))));
	}

	/** Length of (a, b), rounded to the nearest double but for rare cases; neither tiny nor huge. */
	private static double length(final double a, final double b) {
		final double h = Math.sqrt(a * a + b * b);
		if (!(h > 0)) return Math.hypot(a, b);
		final double a2 = a * a, b2 = b * b, h2 = h * h;
		final double low = Math.fma(a, a, -a2) + Math.fma(b, b, -b2) - Math.fma(h, h, -h2);
		final double high = Math.abs(a) > Math.abs(b) ? a2 - h2 + b2 : b2 - h2 + a2;
		return h + (high + low) / (2 * h);
	}
}
