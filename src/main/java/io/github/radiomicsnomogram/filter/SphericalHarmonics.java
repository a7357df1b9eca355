package io.github.radiomicsnomogram.filter;

/**
 * Spherical harmonics Y of degree n and order m at points of a sphere, in the order and with the arithmetic of SciPy's
 * sph_harm as PyRadiomics calls it: with the two angles swapped, that is with arccos(z / r) as the azimuth and the
 * azimuth as the polar angle.
 * <p>
 * Column n * n + n + m holds degree n, order m.
 */
final class SphericalHarmonics {

	private final double[][] real;
	private final double[][] imaginary;

	/**
	 * @param points x, y, z of each point
	 * @param radius of the sphere they lie on
	 * @param degrees that are wanted: 0 to degrees - 1
	 */
	SphericalHarmonics(final double[][] points, final double radius, final int degrees) {
		real = new double[points.length][degrees * degrees];
		imaginary = new double[points.length][degrees * degrees];
		for (int v = 0; v < points.length; v++) {
			final double theta = RoundedTrigonometry.acos(points[v][2] / radius);
			final double x = RoundedTrigonometry.cos(RoundedTrigonometry.atan2(points[v][1], points[v][0]));
			for (int n = 0; n < degrees; n++)
				for (int m = -n; m <= n; m++) {
					final double size = size(m, n, x);
					real[v][n * n + n + m] = size * RoundedTrigonometry.cos(m * theta);
					imaginary[v][n * n + n + m] = size * RoundedTrigonometry.sin(m * theta);
				}
		}
	}

	/** Real parts: a row a point, a column a harmonic. Read only. */
	double[][] real() {
		return real;
	}

	/** Imaginary parts. Read only. */
	double[][] imaginary() {
		return imaginary;
	}

	private static double size(final int m, final int n, final double x) {
		final int order = Math.abs(m);
		double size = legendre(order, n, x);
		if (m < 0) size *= (order % 2 == 0 ? 1 : -1) * rising(n + order + 1, -2 * order);
		size *= Math.sqrt((2 * n + 1) / 4.0 / Math.PI);
		return size * Math.sqrt(rising(n + m + 1, -2 * m));
	}

	/** Pochhammer's symbol gamma(a + m) / gamma(a) of whole numbers. */
	private static double rising(final double a, final int m) {
		double r = 1;
		for (int k = m - 1; k >= 0; k--)
			r *= a + k;
		for (int k = m; k <= -1; k++)
			r /= a + k;
		return r;
	}

	/** Associated Legendre function with Condon and Shortley's phase; recursion on the degree above 2. */
	private static double legendre(final int m, final int n, final double x) {
		if (n <= 2 || n <= m) return shortLegendre(m, n, x);
		double before = shortLegendre(m, m, x), value = shortLegendre(m, m + 1, x);
		for (int j = m + 2; j <= n; j++) {
			final double next = ((2.0 * j - 1) * x * value - (j - 1.0 + m) * before) / (j - m);
			before = value;
			value = next;
		}
		return value;
	}

	/** The hypergeometric sum for small degrees (DLMF 14.3.4). */
	private static double shortLegendre(final int m, final int n, final double x) {
		double factor = 1;
		if (m != 0) {
			double product = (double) n * (n + m);
			for (int j = 1; j < m; j++)
				product *= (double) n * n - j * j;
			final double root = Math.sqrt(1 - x * x);
			double power = 1;
			for (int j = 1; j <= m; j++)
				power = 0.5 * power * root / j;
			factor = power * product;
		}
		double sum = 1, term = 1;
		for (int k = 1; k <= n - m; k++) {
			term = 0.5 * term * (-n + m + k - 1.0) * (n + m + k) / (k * (k + m)) * (1 + x);
			sum += term;
		}
		return (n % 2 == 0 ? factor : -factor) * sum;
	}
}
