package io.github.radiomicsnomogram.texture;

/**
 * Sums of an array's first terms: halves on their own down to blocks of 128, these in eight interleaved rows, as NumPy
 * sums what lies in memory, so that PyRadiomics' sums come out to the last digit (Higham 1993, doi:10.1137/0914050).
 */
public final class PairwiseSum {

	private static final int BLOCK = 128, ROWS = 8;

	private PairwiseSum() {}

	/** Sum of the first n terms. */
	public static double of(final double[] terms, final int n) {
		return of(terms, 0, n);
	}

	/** How many of n terms make up the first half. */
	public static int half(final int n) {
		return n / 2 - n / 2 % ROWS;
	}

	private static double of(final double[] t, final int from, final int n) {
		if (n <= BLOCK) return block(t, from, n);
		final int half = half(n);
		return of(t, from, half) + of(t, from + half, n - half);
	}

	private static double block(final double[] t, final int from, final int n) {
		double sum = 0;
		int i = from;
		final int end = from + n;
		if (n >= ROWS) {
			double a = t[i], b = t[i + 1], c = t[i + 2], d = t[i + 3], e = t[i + 4], f = t[i + 5], g = t[i + 6], h = t[i + 7];
			for (i += ROWS; i + ROWS <= end; i += ROWS) {
				a += t[i];
				b += t[i + 1];
				c += t[i + 2];
				d += t[i + 3];
				e += t[i + 4];
				f += t[i + 5];
				g += t[i + 6];
				h += t[i + 7];
			}
			sum = a + b + (c + d) + (e + f + (g + h));
		}
		for (; i < end; i++)
			sum += t[i];
		return sum;
	}
}
