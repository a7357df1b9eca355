package io.github.radiomicsnomogram.feature;

/**
 * Statistics of the values in a ROI, computed in PyRadiomics' order of operations.
 *
 * @param count number of values
 * @param voxelVolume of one voxel, cubic mm
 * @param minimum smallest value
 * @param maximum largest value
 * @param mean arithmetic mean
 * @param energy sum of the squares of the shifted values
 * @param meanAbsoluteDeviation from the mean
 * @param variance divided by the count, not by one less
 * @param m2 second central moment; the variance but for the last digit
 * @param m3 third central moment
 * @param m4 fourth central moment
 * @param p10 10th percentile
 * @param p25 25th percentile
 * @param median 50th percentile
 * @param p75 75th percentile
 * @param p90 90th percentile
 * @param robustMeanAbsoluteDeviation mean absolute deviation of the values between the 10th and the 90th percentile; NaN
 *          if there is no such value
 * @param entropy of the grey levels, bits
 * @param uniformity of the grey levels
 */
record FirstOrderStatistics(int count, double voxelVolume, double minimum, double maximum, double mean, double energy,
	double meanAbsoluteDeviation, double variance, double m2, double m3, double m4, double p10, double p25, double median,
	double p75, double p90, double robustMeanAbsoluteDeviation, double entropy, double uniformity)
{

	/** Added to a probability before its logarithm is taken, as PyRadiomics does. */
	private static final double EPSILON = Math.ulp(1.0);

	/**
	 * Linear in the values.
	 *
	 * @throws java.util.concurrent.CancellationException if the caller's progress says so
	 */
	static FirstOrderStatistics of(final FeatureInput input) {
		final double[] x = input.roi().values();
		final int n = x.length;
		final int[] levels = input.levels().counts();
		final double min = input.roi().minimum(), max = input.roi().maximum();
		final double[] raw = rawSums(x, input.voxelArrayShift());
		final double mean = raw[0] / n;
		final double[] central = centralSums(x, mean);
		input.progress().check();
		final FirstOrderQuantiles q = new FirstOrderQuantiles(x, min, max, 0.1, 0.25, 0.5, 0.75, 0.9);
		input.progress().check();
		final double p10 = q.at(0.1), p90 = q.at(0.9), m2 = central[1] / n, deviation = Math.sqrt(m2);
		return new FirstOrderStatistics(n, input.roi().geometry().voxelVolume(), min, max, mean, raw[1], central[0] / n,
			deviation * deviation, m2, central[2] / n, central[3] / n, p10, q.at(0.25), q.median(), q.at(0.75), p90,
			robustDeviation(x, p10, p90), entropy(levels, n), uniformity(levels, n));
	}

	/** Sums of the values and of the shifted values' squares. */
	private static double[] rawSums(final double[] x, final double shift) {
		return FirstOrderSums.of(x.length, 2, (from, n, block) -> {
			for (int i = 0; i < n; i++) {
				final double shifted = x[from + i] + shift;
				block[0][i] = x[from + i];
				block[1][i] = shifted * shifted;
			}
		});
	}

	/**
	 * Sums of the deviations from the mean: of their sizes, squares, cubes and fourth powers. The powers are rounded once,
	 * as a library's pow does, and not with each product: what is left when a symmetric distribution's cubes cancel depends
	 * on it.
	 */
	private static double[] centralSums(final double[] x, final double mean) {
		return FirstOrderSums.of(x.length, 4, (from, n, block) -> {
			for (int i = 0; i < n; i++) {
				final double d = x[from + i] - mean;
				block[0][i] = Math.abs(d);
				block[1][i] = d * d;
				block[2][i] = cube(d);
				block[3][i] = fourth(d);
			}
		});
	}

	/** The third power, rounded once. */
	static double cube(final double d) {
		final double square = d * d;
		return Math.fma(square, d, Math.fma(d, d, -square) * d);
	}

	/** The fourth power, rounded once. */
	static double fourth(final double d) {
		final double square = d * d, fourth = square * square;
		return fourth + (Math.fma(square, square, -fourth) + 2 * square * Math.fma(d, d, -square));
	}

	private static double robustDeviation(final double[] x, final double low, final double high) {
		final double[] kept = FirstOrderSums.of(x.length, 2, (from, n, block) -> {
			for (int i = 0; i < n; i++) {
				final double v = x[from + i];
				final boolean inside = v >= low & v <= high;
				block[0][i] = inside ? v : 0;
				block[1][i] = inside ? 1 : 0;
			}
		});
		final double count = kept[1], mean = kept[0] / count;
		return FirstOrderSums.of(x.length, 1, (from, n, block) -> {
			for (int i = 0; i < n; i++) {
				final double v = x[from + i];
				block[0][i] = v >= low & v <= high ? Math.abs(v - mean) : 0;
			}
		})[0] / count;
	}

	private static double entropy(final int[] counts, final double n) {
		return -FirstOrderSums.of(counts.length, 1, (from, length, block) -> {
			for (int i = 0; i < length; i++) {
				final double p = counts[from + i] / n;
				block[0][i] = p * (Math.log(p + EPSILON) / Math.log(2));
			}
		})[0];
	}

	private static double uniformity(final int[] counts, final double n) {
		return FirstOrderSums.of(counts.length, 1, (from, length, block) -> {
			for (int i = 0; i < length; i++) {
				final double p = counts[from + i] / n;
				block[0][i] = p * p;
			}
		})[0];
	}

	/** Whether all values are equal. */
	boolean isFlat() {
		return minimum == maximum;
	}
}
