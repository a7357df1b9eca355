package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.KernelGrid;
import io.github.radiomicsnomogram.texture.PairwiseSum;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * First-order features of kernels. PyRadiomics lists a kernel's voxels from the farthest in z, y, x down, the centre last,
 * and sums the list with zeros for those that don't count; in that order the sums come out to the last digit.
 */
final class FirstOrderKernels implements KernelFeatures {

	private static final double EPSILON = Math.ulp(1.0);

	private final KernelInput input;
	private final List<Function<? super FirstOrderStatistics, FeatureValue>> functions;
	private final KernelGrid grid;
	private final double[] values;
	private final int[] levels, steps;
	private final double[] kernel, sorted, terms;
	private final int[] counts, found;
	private final boolean[] counting;
	private int n, different;

	/**
	 * @param values of the voxels that count, at their places in the grid; read only
	 * @param levels ranks of their levels, 0 elsewhere; read only
	 */
	FirstOrderKernels(final KernelInput input, final double[] values, final int[] levels,
		final List<Function<? super FirstOrderStatistics, FeatureValue>> functions)
	{
		this.input = input;
		this.functions = functions;
		grid = input.grid();
		this.values = values;
		this.levels = levels;
		steps = grid.stepsDown();
		kernel = new double[steps.length];
		sorted = new double[steps.length];
		terms = new double[steps.length];
		counting = new boolean[steps.length];
		counts = new int[input.firstOrderLevels().size()];
		found = new int[Math.min(counts.length, steps.length)];
	}

	@Override
	public void compute(final int x, final int y, final int z, final double[] results) {
		gather(grid.centre(x, y, z));
		final FirstOrderStatistics statistics = statistics();
		for (int f = 0; f < results.length; f++)
			results[f] = functions.get(f).apply(statistics).value();
		for (int k = 0; k < different; k++)
			counts[found[k]] = 0;
	}

	private void gather(final int centre) {
		n = different = 0;
		for (int k = 0; k < steps.length; k++) {
			final int level = levels[centre + steps[k]] - 1;
			counting[k] = level >= 0;
			kernel[k] = 0;
			if (level < 0) continue;
			kernel[k] = sorted[n++] = values[centre + steps[k]];
			if (counts[level]++ == 0) found[different++] = level;
		}
		Arrays.sort(sorted, 0, n);
	}

	private FirstOrderStatistics statistics() {
		final double mean = PairwiseSum.of(kernel, kernel.length) / n, shift = input.voxelArrayShift();
		for (int k = 0; k < terms.length; k++)
			terms[k] = counting[k] ? (kernel[k] + shift) * (kernel[k] + shift) : 0;
		final double energy = PairwiseSum.of(terms, terms.length);
		final double[] moments = new double[5];
		for (int power = 1; power <= 4; power++)
			moments[power] = centralSum(mean, power) / n;
		final double deviation = Math.sqrt(moments[2]), p10 = quantile(0.1), p90 = quantile(0.9);
		return new FirstOrderStatistics(n, input.voxels().geometry().voxelVolume(), sorted[0], sorted[n - 1], mean, energy,
			moments[1], deviation * deviation, moments[2], moments[3], moments[4], p10, quantile(0.25), (sorted[(n - 1) / 2] +
				sorted[n / 2]) / 2, quantile(0.75), p90, robustDeviation(p10, p90), entropy(), uniformity());
	}

	/** Sum of the sizes (power 1) or powers of the deviations from the mean, each rounded once. */
	private double centralSum(final double mean, final int power) {
		for (int k = 0; k < terms.length; k++) {
			final double d = kernel[k] - mean, square = d * d;
			terms[k] = !counting[k] ? 0 : power == 1 ? Math.abs(d) : power == 2 ? square : power == 3 ? FirstOrderStatistics
				.cube(d) : FirstOrderStatistics.fourth(d);
		}
		return PairwiseSum.of(terms, terms.length);
	}

	private double quantile(final double q) {
		final int k = (int) ((n - 1) * q);
		final double low = sorted[k], high = sorted[Math.min(k + 1, n - 1)], t = (n - 1) * q - k;
		return t < 0.5 ? low + (high - low) * t : high - (high - low) * (1 - t);
	}

	private double robustDeviation(final double low, final double high) {
		int kept = 0;
		for (int k = 0; k < terms.length; k++) {
			final boolean inside = counting[k] && kernel[k] >= low && kernel[k] <= high;
			terms[k] = inside ? kernel[k] : 0;
			if (inside) kept++;
		}
		final double mean = PairwiseSum.of(terms, terms.length) / kept;
		for (int k = 0; k < terms.length; k++) {
			final boolean inside = counting[k] && kernel[k] >= low && kernel[k] <= high;
			terms[k] = inside ? Math.abs(kernel[k] - mean) : 0;
		}
		return PairwiseSum.of(terms, terms.length) / kept;
	}

	private double entropy() {
		double sum = 0;
		for (int k = 0; k < different; k++) {
			final double p = counts[found[k]] / (double) n;
			sum -= p * (Math.log(p + EPSILON) / Math.log(2));
		}
		return sum;
	}

	private double uniformity() {
		double sum = 0;
		for (int k = 0; k < different; k++) {
			final double p = counts[found[k]] / (double) n;
			sum += p * p;
		}
		return sum;
	}
}
