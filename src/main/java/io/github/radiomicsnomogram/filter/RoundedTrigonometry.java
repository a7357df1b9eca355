package io.github.radiomicsnomogram.filter;

/**
 * Sine, cosine and their inverses rounded to the nearest double, which the C library's are in all but rare cases.
 * Java's own may be off by one in the last place, and where spherical harmonics cancel out, that place is all there is
 * left. Computed in pairs of doubles (Dekker 1971, doi:10.1007/BF01397083); slow, for tables.
 */
final class RoundedTrigonometry {

	/** pi / 2 in three parts. */
	private static final double[] HALF_PI = { 0x1.921fb54442d18p0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110 };

	/** Terms of the series up to pi / 4 that reach 1e-34. */
	private static final int LAST_POWER = 29;

	private RoundedTrigonometry() {}

	/** Sine of an angle of a few turns at most. */
	static double sin(final double angle) {
		final double[] s = sinCos(angle);
		return s[0] + s[1];
	}

	/** Cosine of an angle of a few turns at most. */
	static double cos(final double angle) {
		final double[] s = sinCos(angle);
		return s[2] + s[3];
	}

	/** Arc cosine; NaN outside -1 to 1. */
	static double acos(final double x) {
		final double a = StrictMath.acos(x);
		if (Double.isNaN(a) || a == 0) return a;
		final double[] s = sinCos(a);
		final double[] d = sum(s[2], s[3], -x, 0);
		return a + d[0] / s[0];
	}

	/** Angle of the point (x, y) from the x axis, -pi to pi. */
	static double atan2(final double y, final double x) {
		final double a = StrictMath.atan2(y, x);
		final double[] s = sinCos(a);
		final double[] yc = product(s[2], s[3], y, 0), xs = product(s[0], s[1], -x, 0);
		final double[] d = sum(yc[0], yc[1], xs[0], xs[1]);
		final double length = x * s[2] + y * s[0];
		return length == 0 ? a : a + d[0] / length;
	}

	/** Sine and cosine, each as a sum of two doubles. */
	private static double[] sinCos(final double angle) {
		final double turns = Math.rint(angle / HALF_PI[0]);
		double[] r = { angle, 0 };
		for (final double part : HALF_PI) {
			final double[] p = product(-turns, 0, part, 0);
			r = sum(r[0], r[1], p[0], p[1]);
		}
		final double[] s = series(r, 1), c = series(r, 0);
		return switch ((int) turns & 3) {
			case 0 -> new double[] { s[0], s[1], c[0], c[1] };
			case 1 -> new double[] { c[0], c[1], -s[0], -s[1] };
			case 2 -> new double[] { -s[0], -s[1], -c[0], -c[1] };
			default -> new double[] { -c[0], -c[1], s[0], s[1] };
		};
	}

	/** Sum of r^p / p! with changing signs over p = first, first + 2, ... */
	private static double[] series(final double[] r, final int first) {
		final double[] square = product(r[0], r[1], r[0], r[1]);
		double[] term = first == 0 ? new double[] { 1, 0 } : r;
		double[] all = term;
		for (int p = first + 2; p <= LAST_POWER; p += 2) {
			term = quotient(product(term[0], term[1], -square[0], -square[1]), (p - 1) * p);
			all = sum(all[0], all[1], term[0], term[1]);
		}
		return all;
	}

	private static double[] sum(final double a, final double aLow, final double b, final double bLow) {
		final double s = a + b, t = s - a, low = a - (s - t) + (b - t);
		final double l = aLow + bLow, u = l - aLow, lowLow = aLow - (l - u) + (bLow - u);
		final double[] first = fast(s, low + l);
		return fast(first[0], first[1] + lowLow);
	}

	private static double[] product(final double a, final double aLow, final double b, final double bLow) {
		final double p = a * b;
		return fast(p, Math.fma(a, b, -p) + (a * bLow + aLow * b));
	}

	private static double[] quotient(final double[] a, final double divisor) {
		final double q = a[0] / divisor;
		return fast(q, (Math.fma(-q, divisor, a[0]) + a[1]) / divisor);
	}

	private static double[] fast(final double a, final double b) {
		final double s = a + b;
		return new double[] { s, b - (s - a) };
	}
}
