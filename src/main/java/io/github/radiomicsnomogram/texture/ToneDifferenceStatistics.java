package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The features of a tone difference matrix; n levels i with shares p and difference sums s. Double sums over all pairs of
 * levels are rearranged so that the time is n log n, or n times the number of different shares, and all terms stay
 * positive.
 */
public final class ToneDifferenceStatistics {

	/** Where the differences are all 0. */
	static final double COARSENESS_OF_FLAT = 1e6;

	private final int n;
	private final double voxels;
	private final double[] level, p, s;
	private double weighted, sum;

	/** Takes the matrix apart. */
	public ToneDifferenceStatistics(final ToneDifferenceMatrix matrix) {
		this(levels(matrix), counts(matrix), differences(matrix));
	}

	/**
	 * @param levels that occur, ascending
	 * @param counts of their voxels
	 * @param differences sum of each level's absolute differences; not copied
	 */
	ToneDifferenceStatistics(final int[] levels, final int[] counts, final double[] differences) {
		n = levels.length;
		int total = 0;
		for (final int count : counts)
			total += count;
		voxels = total;
		level = new double[n];
		p = new double[n];
		s = differences;
		for (int r = 0; r < n; r++) {
			level[r] = levels[r];
			p[r] = counts[r] / voxels;
			weighted += p[r] * s[r];
			sum += s[r];
		}
	}

	private static int[] levels(final ToneDifferenceMatrix matrix) {
		return IntStream.range(0, matrix.size()).map(matrix::level).toArray();
	}

	private static int[] counts(final ToneDifferenceMatrix matrix) {
		return IntStream.range(0, matrix.size()).map(matrix::count).toArray();
	}

	private static double[] differences(final ToneDifferenceMatrix matrix) {
		return IntStream.range(0, matrix.size()).mapToDouble(matrix::difference).toArray();
	}

	/** Whether no voxel differs from the mean of its neighbours. */
	public boolean isWithoutDifferences() {
		return sum == 0;
	}

	/** Whether all voxels have one level. */
	public boolean isFlat() {
		return n == 1;
	}

	/** 1 / &Sigma; p s. */
	public double coarseness() {
		return weighted == 0 ? COARSENESS_OF_FLAT : 1 / weighted;
	}

	/** &Sigma;ij pi pj (i - j)&sup2; / (n (n - 1)), times &Sigma; s / voxels; the first sum is twice the variance. */
	public double contrast() {
		if (isFlat()) return 0;
		double mean = 0, variance = 0;
		for (int r = 0; r < n; r++)
			mean += p[r] * level[r];
		for (int r = 0; r < n; r++)
			variance += p[r] * ((level[r] - mean) * (level[r] - mean));
		return 2 * variance * (sum / voxels) / ((double) n * (n - 1));
	}

	/** &Sigma;ij |i pi - j pj|. */
	private double shareDifferences() {
		final double[] ip = new double[n];
		for (int r = 0; r < n; r++)
			ip[r] = level[r] * p[r];
		Arrays.sort(ip);
		double differences = 0;
		for (int r = 1; r < n; r++)
			differences += (ip[r] - ip[r - 1]) * (2.0 * r * (n - r));
		return differences;
	}

	/** Whether the denominator of busyness is 0. */
	public boolean isWithoutShareDifferences() {
		return shareDifferences() == 0;
	}

	/** &Sigma; p s / &Sigma;ij |i pi - j pj|. */
	public double busyness() {
		final double differences = shareDifferences();
		return differences == 0 ? 0 : weighted / differences;
	}

	/**
	 * &Sigma;ij |i - j| (pi si + pj sj) / (pi + pj) / voxels. That is 2 &Sigma;i pi si &Sigma;j |i - j| / (pi + pj), and the
	 * inner sum needs only the sum of |i - j| over the levels j of each share.
	 */
	public double complexity() {
		double complexity = 0;
		for (final double share : Marginal.of(p).values()) {
			long levelSum = 0, levels = 0, sumBelow = 0, below = 0;
			for (int r = 0; r < n; r++)
				if (p[r] == share) {
					levelSum += (long) level[r];
					levels++;
				}
			for (int r = 0; r < n; r++) {
				final long i = (long) level[r];
				final long distances = i * below - sumBelow + (levelSum - sumBelow) - i * (levels - below);
				complexity += p[r] * s[r] * distances / (p[r] + share);
				if (p[r] == share) {
					sumBelow += i;
					below++;
				}
			}
		}
		return 2 * complexity / voxels;
	}

	/** &Sigma;ij (pi + pj) (i - j)&sup2; / &Sigma; s: each level's square distances to all others, about their mean. */
	public double strength() {
		if (sum == 0) return 0;
		double mean = 0, squares = 0, strength = 0;
		for (int r = 0; r < n; r++)
			mean += level[r] / n;
		for (int r = 0; r < n; r++)
			squares += (level[r] - mean) * (level[r] - mean);
		for (int r = 0; r < n; r++)
			strength += p[r] * (n * (level[r] - mean) * (level[r] - mean) + squares);
		return 2 * strength / sum;
	}
}
