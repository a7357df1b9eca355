package io.github.radiomicsnomogram.preprocess;

/** Values of an image between its voxels, a line of samples at a time. May keep state; one for each task. */
interface LineSampler {

	/**
	 * Samples a line. What lies out of the image may be given any value.
	 *
	 * @param index where, in voxels of the image: {@code index[axis][sample]}
	 * @param inside whether each sample lies in the image
	 * @param out the values
	 */
	void sample(double[][] index, boolean[] inside, double[] out);

	/** Largest whole number not above a number, rounded as ITK does it: just below a whole number it may give that. */
	static int floor(final double x) {
		return (int) ((long) Math.rint(2 * x - 0.5) >> 1);
	}

	/** Nearest whole number, halves upwards, rounded as ITK does it. */
	static int round(final double x) {
		return (int) ((long) Math.rint(2 * x + 0.5) >> 1);
	}
}
