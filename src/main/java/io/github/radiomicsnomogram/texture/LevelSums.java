package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * A distribution over whole numbers k, as {@link LevelDistribution}, of which few occur: refilled for each kernel, and
 * summed up once, k ascending.
 */
final class LevelSums {

	private static final double LOG2 = Math.log(2);

	private final double[] p;
	private final int[] used;
	private int n;
	private double mean, variance, entropy, inverseMean, inverseSquare, scaledMean, scaledSquare, inverseVariance;

	/**
	 * @param length k is below this
	 * @param most numbers that occur at once
	 */
	LevelSums(final int length, final int most) {
		p = new double[length];
		used = new int[Math.min(length, most)];
	}

	void clear() {
		for (int k = 0; k < n; k++)
			p[used[k]] = 0;
		n = 0;
	}

	/** Adds to the probability of k. */
	void add(final int k, final double probability) {
		if (p[k] == 0) used[n++] = k;
		p[k] += probability;
	}

	/**
	 * Sums up.
	 *
	 * @param scale that k is divided by in the scaled sums
	 */
	void finish(final double scale) {
		Arrays.sort(used, 0, n);
		mean = variance = entropy = inverseMean = inverseSquare = scaledMean = scaledSquare = inverseVariance = 0;
		for (int u = 0; u < n; u++) {
			final double k = used[u], v = p[used[u]];
			mean += k * v;
			entropy -= v * (Math.log(v + CooccurrenceStatistics.EPSILON) / LOG2);
			inverseMean += v / (1 + k);
			inverseSquare += v / (1 + k * k);
			scaledMean += v / (1 + k / scale);
			scaledSquare += v / (1 + k * k / (scale * scale));
			if (k > 0) inverseVariance += v / (k * k);
		}
		for (int u = 0; u < n; u++) {
			final double d = used[u] - mean;
			variance += p[used[u]] * (d * d);
		}
	}

	double mean() {
		return mean;
	}

	double variance() {
		return variance;
	}

	double entropy() {
		return entropy;
	}

	/** Sum of p / (1 + k). */
	double inverseMean() {
		return inverseMean;
	}

	/** Sum of p / (1 + k squared). */
	double inverseSquare() {
		return inverseSquare;
	}

	/** Sum of p / (1 + k / scale). */
	double inverseMeanOfScaled() {
		return scaledMean;
	}

	/** Sum of p / (1 + k squared / scale squared). */
	double inverseSquareOfScaled() {
		return scaledSquare;
	}

	/** Sum of p / k squared from k = 1. */
	double inverseVariance() {
		return inverseVariance;
	}
}
