package io.github.radiomicsnomogram.preprocess;

/**
 * Mean and standard deviation (divisor n) in NumPy's order of summation: parts of 8192 terms, each summed pairwise
 * (Higham 1993, doi:10.1137/0914050), for values of double or single precision.
 */
final class NumpySums {

	private static final int PART = 8192;
	private static final int BLOCK = 128;
	private static final int ROWS = 8;

	private final boolean single;

	/** @param single whether to round every operation to single precision, as for an image of FLOAT32 */
	NumpySums(final boolean single) {
		this.single = single;
	}

	double mean(final double[] values) {
		return round(sum(values) / values.length);
	}

	double standardDeviation(final double[] values) {
		final double mean = mean(values);
		final double[] squares = new double[values.length];
		for (int i = 0; i < squares.length; i++) {
			final double difference = round(values[i] - mean);
			squares[i] = round(difference * difference);
		}
		return round(Math.sqrt(mean(squares)));
	}

	// Sum, product, quotient and root of two floats are right to the last bit if rounded from their double values.
	private double round(final double v) {
		return single ? (float) v : v;
	}

	private double sum(final double[] a) {
		double sum = 0;
		for (int from = 0; from < a.length; from += PART)
			sum = round(sum + pairwise(a, from, Math.min(PART, a.length - from)));
		return sum;
	}

	private double pairwise(final double[] a, final int from, final int n) {
		if (n > BLOCK) {
			final int half = n / 2 - n / 2 % ROWS;
			return round(pairwise(a, from, half) + pairwise(a, from + half, n - half));
		}
		double sum = 0;
		int i = 0;
		if (n >= ROWS) {
			final double[] r = new double[ROWS];
			for (; i < n - n % ROWS; i++)
				r[i % ROWS] = i < ROWS ? a[from + i] : round(r[i % ROWS] + a[from + i]);
			sum = round(round(round(r[0] + r[1]) + round(r[2] + r[3])) + round(round(r[4] + r[5]) + round(r[6] + r[7])));
		}
		for (; i < n; i++)
			sum = round(sum + a[from + i]);
		return sum;
	}
}
