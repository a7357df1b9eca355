package io.github.radiomicsnomogram.texture;

/**
 * Second eigenvalue of a 2 x 2 matrix with real eigenvalues, rounded as LAPACK's dgeev rounds it: balancing by powers of
 * 2, then the standard form of a real 2 x 2 block. Where the two grey levels of a ROI occur independently the eigenvalue
 * is 0, and PyRadiomics takes the root of what rounding leaves of it, up to 1e-8, or leaves out the direction if that is
 * negative. To give the same average, this must round alike.
 */
final class TwoLevels {

	/** A gain below this is not worth a step of balancing. */
	private static final double WORTH = 0.95;

	private TwoLevels() {}

	/** The smaller eigenvalue of ((a, b), (c, d)), all 0 or more. */
	static double secondEigenvalue(final double a, final double b, final double c, final double d) {
		if (b == 0 || c == 0) return Math.min(a, d);
		final double f = balance(a, b, c, d);
		return second(a, b / f, c * f, d);
	}

	/** Power of 2 that column 1 is multiplied by, and row 1 divided, so that their norms come close. */
	private static double balance(final double a, final double b, final double c, final double d) {
		double f = 1;
		for (boolean changed = true; changed;) {
			final double first = step(Math.hypot(a, c * f), Math.hypot(a, b / f));
			f *= first;
			final double second = step(Math.hypot(b / f, d), Math.hypot(c * f, d));
			f /= second;
			changed = first != 1 || second != 1;
		}
		return f;
	}

	private static double step(final double columnNorm, final double rowNorm) {
		double column = columnNorm, row = rowNorm, f = 1;
		while (column < row / 2) {
			f *= 2;
			column *= 2;
			row /= 2;
		}
		while (column / 2 >= row) {
			f /= 2;
			column /= 2;
			row *= 2;
		}
		return column + row >= WORTH * (columnNorm + rowNorm) ? 1 : f;
	}

	private static double second(final double a, final double b, final double c, final double d) {
		final double p = 0.5 * (a - d), larger = Math.max(b, c), smaller = Math.min(b, c);
		final double scale = Math.max(Math.abs(p), larger);
		final double square = p / scale * p + larger / scale * smaller;
		final double root = Math.sqrt(scale) * Math.sqrt(square);
		final double z = p + (p >= 0 ? root : -root);
		return Math.min(d + z, d - larger / z * smaller);
	}
}
