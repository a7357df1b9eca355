package io.github.radiomicsnomogram.texture;

/**
 * The largest eigenvalue of a symmetric tridiagonal matrix T, or the second or k-th largest one, cornered by quarters of
 * an interval: it lies above x if elimination of T - x meets k positive pivots (Sylvester's law of inertia; Golub and Van
 * Loan, Matrix Computations, 4th ed., 8.4.1). Where only this one is wanted, this is several times as fast as the QL
 * algorithm, and as accurate.
 */
final class LargeEigenvalue {

	private final double[] diagonal, squares;
	private final int n, k;

	private LargeEigenvalue(final double[] diagonal, final double[] below, final int n, final int k) {
		this.diagonal = diagonal;
		this.n = n;
		this.k = k;
		squares = new double[n];
		for (int i = 1; i < n; i++)
			squares[i] = below[i] * below[i];
	}

	/**
	 * @param diagonal the first n elements count
	 * @param below element (i, i - 1) at i
	 * @param k 1 for the largest eigenvalue
	 * @param atLeast the result if the eigenvalue is lower
	 */
	static double of(final double[] diagonal, final double[] below, final int n, final int k, final double atLeast) {
		return new LargeEigenvalue(diagonal, below, n, k).above(atLeast);
	}

	private double above(final double atLeast) {
		double low = atLeast, high = Math.max(low, bound());
		if (below(low, low, low) == 0) return low;
		for (;;) {
			final double middle = low + (high - low) / 2;
			if (!(middle > low && middle < high)) return low;
			final double first = low + (middle - low) / 2, third = middle + (high - middle) / 2;
			switch (below(first, middle, third)) {
				case 0 -> high = first;
				case 1 -> {
					low = first;
					high = middle;
				}
				case 2 -> {
					low = middle;
					high = third;
				}
				default -> low = third;
			}
		}
	}

	/** No eigenvalue is larger (Gershgorin). */
	private double bound() {
		double bound = diagonal[0];
		for (int i = 0; i < n; i++)
			bound = Math.max(bound, diagonal[i] + Math.sqrt(squares[i]) + (i + 1 < n ? Math.sqrt(squares[i + 1]) : 0));
		return bound;
	}

	/** How many of three ascending numbers lie below the eigenvalue; together, as divisions overlap. */
	private int below(final double a, final double b, final double c) {
		double p = -1, q = -1, r = -1;
		int aboveA = 0, aboveB = 0, aboveC = 0;
		for (int i = 0; i < n; i++) {
			p = pivot(diagonal[i] - a - squares[i] / p);
			q = pivot(diagonal[i] - b - squares[i] / q);
			r = pivot(diagonal[i] - c - squares[i] / r);
			if (p > 0) aboveA++;
			if (q > 0) aboveB++;
			if (r > 0) aboveC++;
		}
		return aboveC >= k ? 3 : aboveB >= k ? 2 : aboveA >= k ? 1 : 0;
	}

	/** So that nothing is divided by 0. */
	private static double pivot(final double p) {
		return p == 0 ? -Double.MIN_NORMAL : p;
	}
}
