package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.List;

/**
 * The co-occurrence features (GLCM) of kernels, one after another: what {@link CooccurrenceStatistics} gives for a
 * ROI, averaged over the directions in which the kernel has neighbours, but without a matrix object for each. Only pairs
 * that occur take time. Reuses its arrays: one for each thread.
 * <p>
 * As in PyRadiomics, kernel by kernel (voxelBatch 1), the highest level and the levels that exist are those of the whole
 * ROI: the maximal correlation of a kernel, or a direction, of one level is 0 unless the ROI is flat.
 */
public final class KernelCooccurrence {

	/** Names of the features, in the order of {@link #compute}. */
	public static final List<String> FEATURES = List.of("Autocorrelation", "ClusterProminence", "ClusterShade",
		"ClusterTendency", "Contrast", "Correlation", "DifferenceAverage", "DifferenceEntropy", "DifferenceVariance", "Id",
		"Idm", "Idmn", "Idn", "Imc1", "Imc2", "InverseVariance", "JointAverage", "JointEnergy", "JointEntropy", "MCC",
		"MaximumProbability", "SumAverage", "SumEntropy", "SumSquares");

	private static final int MCC = FEATURES.indexOf("MCC"), INVERSE_VARIANCE = FEATURES.indexOf("InverseVariance");

	private final KernelPairs[] directions;
	private final double[] weights;
	private final long[] keys;
	private final PairEntries entries;
	private final KernelPairStatistics statistics;
	private final boolean flat;
	private final double initValue;
	private final double[][] parts;

	/**
	 * @param grid of the kernels
	 * @param initValue what maps hold where nothing was computed
	 */
	public KernelCooccurrence(final KernelGrid grid, final double initValue) {
		final List<Offset> offsets = grid.directions(grid.settings().distances());
		directions = offsets.stream().map(o -> new KernelPairs(grid, o)).toArray(KernelPairs[]::new);
		final double[] spacing = grid.levels().roi().geometry().spacing();
		weights = grid.settings().weightingNorm().map(norm -> offsets.stream().mapToDouble(o -> CooccurrenceMatrices.weight(o,
			norm, spacing)).toArray()).orElse(null);
		int most = 0, sum = 0;
		for (final KernelPairs d : directions) {
			most = Math.max(most, d.capacity());
			sum += d.capacity();
		}
		keys = weights == null ? null : new long[sum];
		entries = new PairEntries(weights == null ? most : sum);
		statistics = new KernelPairStatistics(grid.levels(), entries, weights == null);
		flat = grid.levels().size() == 1;
		this.initValue = initValue;
		parts = new double[FEATURES.size()][directions.length];
	}

	/**
	 * Computes the features of a kernel; fastest with one after another along x.
	 *
	 * @param centre as {@link KernelGrid#centre} gives it
	 * @param values one for each of {@link #FEATURES}; NaN if there is none
	 */
	public void compute(final int centre, final double[] values) {
		int n = 0;
		if (weights != null) n = part(countWeighted(centre), n);
		else for (final KernelPairs direction : directions) {
			entries.clear();
			direction.count(centre, entries);
			n = part(entries.size > 0, n);
		}
		if (n == 0) withoutPairs(values);
		else for (int f = 0; f < values.length; f++)
			values[f] = mean(parts[f], n);
	}

	private int part(final boolean any, final int n) {
		if (!any) return n;
		statistics.compute(parts, n);
		return n + 1;
	}

	/**
	 * PyRadiomics computes two features without a pair, of a flat ROI: which depends on whether it has one matrix. A single
	 * empty matrix makes it fail at the maximal correlation, which then keeps its initial value.
	 */
	private void withoutPairs(final double[] values) {
		Arrays.fill(values, Double.NaN);
		final boolean single = weights != null || directions.length == 1;
		if (single) values[MCC] = initValue;
		else if (flat) values[MCC] = 1;
		if (single && flat) values[INVERSE_VARIANCE] = 0;
	}

	/** Fills the entries with the weighted sum of all directions. */
	private boolean countWeighted(final int centre) {
		int n = 0;
		for (int d = 0; d < directions.length; d++)
			n = directions[d].keys(centre, directions.length, d, keys, n);
		Arrays.sort(keys, 0, n);
		entries.clear();
		final int levels = statistics.levels();
		for (int k = 0; k < n;) {
			final long cell = keys[k] / directions.length;
			double value = 0;
			for (; k < n && keys[k] / directions.length == cell; k++)
				value += weights[(int) (keys[k] % directions.length)];
			entries.add((int) (cell % levels), (int) (cell / levels), value);
		}
		return entries.total > 0;
	}

	/** Mean of the parts that are numbers. */
	private static double mean(final double[] parts, final int n) {
		int count = n;
		for (int k = 0; k < n; k++)
			if (Double.isNaN(parts[k])) {
				parts[k] = 0;
				count--;
			}
		return count == 0 ? Double.NaN : PairwiseSum.of(parts, n) / count;
	}
}
