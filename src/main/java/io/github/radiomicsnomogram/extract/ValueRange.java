package io.github.radiomicsnomogram.extract;

/**
 * Smallest and largest of some values.
 *
 * @param lowest positive infinity if there are none
 * @param highest negative infinity if there are none
 */
record ValueRange(double lowest, double highest) {

	static ValueRange of(final double[] values) {
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (final double v : values) {
			if (v < low) low = v;
			if (v > high) high = v;
		}
		return new ValueRange(low, high);
	}
}
