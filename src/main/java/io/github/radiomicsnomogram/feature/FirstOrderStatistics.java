package io.github.radiomicsnomogram.feature;

import java.util.Arrays;

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
		final double[] p = Arrays.stream(input.levels().counts()).mapToDouble(count -> count / (double) n).toArray();
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
			robustDeviation(x, new Between(p10, p90, min, max)), entropy(p), uniformity(p));
	}

	/** Sums of the values and of the shifted values' squares. */
	private static double[] rawSums(final double[] values, final double shift) {
		return FirstOrderSums.of(values, 2, (x, n, terms) -> {
			final double[] plain = terms[0], squares = terms[1];
			for (int i = 0; i < n; i++) {
				final double shifted = x[i] + shift;
				plain[i] = x[i];
				squares[i] = shifted * shifted;
			}
		});
	}

	/**
	 * Sums of the deviations from the mean: of their sizes, squares, cubes and fourth powers. The powers are rounded once,
	 * as a library's pow does, and not with each product: what is left when a symmetric distribution's cubes cancel depends
	 * on it.
	 */
	private static double[] centralSums(final double[] values, final double mean) {
		return FirstOrderSums.of(values, 4, (x, n, terms) -> {
			final double[] sizes = terms[0], squares = terms[1], cubes = terms[2], fourths = terms[3];
			for (int i = 0; i < n; i++) {
				final double d = x[i] - mean;
				sizes[i] = Math.abs(d);
				squares[i] = d * d;
				cubes[i] = cube(d);
				fourths[i] = fourth(d);
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

	/** Mean absolute deviation of the values from low to high; the others are zeros in both sums. */
	private static double robustDeviation(final double[] values, final Between between) {
		final double[] kept = FirstOrderSums.of(values, 2, (x, n, terms) -> {
			final double[] plain = terms[0], ones = terms[1];
			for (int i = 0; i < n; i++) {
				final double one = between.one(x[i]);
				plain[i] = one * x[i];
				ones[i] = one;
			}
		});
		final double count = kept[1], mean = kept[0] / count;
		return FirstOrderSums.of(values, 1, (x, n, terms) -> {
			final double[] sizes = terms[0];
			for (int i = 0; i < n; i++)
				sizes[i] = between.one(x[i]) * Math.abs(x[i] - mean);
		})[0] / count;
	}

	private static double entropy(final double[] p) {
		return -FirstOrderSums.of(p, 1, (x, n, terms) -> {
			for (int i = 0; i < n; i++)
				terms[0][i] = x[i] * (Math.log(x[i] + EPSILON) / Math.log(2));
		})[0];
	}

	private static double uniformity(final double[] p) {
		return FirstOrderSums.of(p, 1, (x, n, terms) -> {
			for (int i = 0; i < n; i++)
				terms[0][i] = x[i] * x[i];
		})[0];
	}

	/** Whether all values are equal. */
	boolean isFlat() {
		return minimum == maximum;
	}
}
