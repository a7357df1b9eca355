package io.github.radiomicsnomogram.feature;

/**
 * Tells which values lie between two bounds, as factors without a branch: a processor guesses branches wrongly where values
 * scatter, and has vector instructions for the rest.
 * <p>
 * Values are scaled by a power of two, which rounds nothing, until their differences are smaller than 1; the next whole
 * number below a difference is then -1 if it is negative, else 0. Values next to a bound that are 2<sup>900</sup> times
 * smaller than the largest one count as the bound.
 */
final class Between {

	private final double scale, low, high;

	/**
	 * @param low lower bound, itself included
	 * @param high upper bound, itself included; not lower
	 * @param min least value that will be asked for
	 * @param max largest value
	 */
	Between(final double low, final double high, final double min, final double max) {
		final int exponent = Math.getExponent(Math.max(Math.abs(min), Math.abs(max)));
		scale = Math.scalb(1.0, Math.min(-exponent - 3, Double.MAX_EXPONENT));
		this.low = low * scale;
		this.high = high * scale;
	}

	/** 1 for a value between the bounds, else 0. */
	double one(final double value) {
		final double scaled = value * scale;
		return 1 + Math.floor(scaled - low) + Math.floor(high - scaled);
	}
}
