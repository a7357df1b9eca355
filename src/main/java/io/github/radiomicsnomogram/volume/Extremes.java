package io.github.radiomicsnomogram.volume;

/** The least and the largest of values that are shown piece by piece. */
final class Extremes {

	private double least = Double.POSITIVE_INFINITY, largest = Double.NEGATIVE_INFINITY;

	/**
	 * Looks at a piece of an array.
	 *
	 * @return false if a value of it is NaN or infinite
	 */
	boolean add(final double[] values, final int from, final int to) {
		double low = least, high = largest;
		for (int i = from; i < to; i++) {
			final double v = values[i];
			if (!(v >= low)) {
				if (Double.isNaN(v)) return false;
				low = v;
			}
			if (!(v <= high)) high = v;
		}
		least = low;
		largest = high;
		return Double.isFinite(low) && Double.isFinite(high) || from == to;
	}

	/** Positive infinity if no value has been shown. */
	double least() {
		return least;
	}

	/** Negative infinity if no value has been shown. */
	double largest() {
		return largest;
	}
}
