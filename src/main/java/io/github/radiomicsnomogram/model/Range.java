package io.github.radiomicsnomogram.model;

/**
 * A closed range of numbers.
 *
 * @param min smallest
 * @param max largest, greater than min
 */
public record Range(double min, double max) {

	public Range {
		if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) throw new IllegalArgumentException(
			"not a range: " + min + " to " + max);
	}

	/** Whether a number lies in it, ends included. */
	public boolean contains(final double x) {
		return x >= min && x <= max;
	}

	/** Its length. */
	public double length() {
		return max - min;
	}
}
