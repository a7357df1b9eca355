package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.PairwiseSum;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * Sums of many terms. Parts of fixed length are summed pairwise, halves on their own, so that the rounding error grows
 * with the logarithm of a part's length (Higham 1993, <a href="https://doi.org/10.1137/0914050">doi:10.1137/0914050</a>);
 * then the parts are added in order. Parts, halves and blocks are cut exactly as NumPy cuts them, which gives PyRadiomics'
 * sums to the last digit; where the cuts fall depends on the number of terms alone, not on the threads.
 */
final class FirstOrderSums {

	/** Up to this many terms are summed in eight interleaved rows. */
	private static final int BLOCK = 128;

	private static final int ROWS = 8;

	/** Terms that are summed pairwise; NumPy's buffer. */
	private static final int PART = 8192;

	/** Parts of a task. */
	private static final int TASK = 16;

	private final int sums;
	private final Terms terms;

	private FirstOrderSums(final int sums, final Terms terms) {
		this.sums = sums;
		this.terms = terms;
	}

	/** What is summed: several sums run over the same values together. */
	@FunctionalInterface
	interface Terms {

		/**
		 * Writes a block of terms.
		 *
		 * @param from place of the first one
		 * @param n how many
		 * @param block {@code block[s][i]}: term from + i of sum s
		 */
		void write(int from, int n, double[][] block);
	}

	/**
	 * @param n terms of each sum
	 * @param sums how many sums
	 * @return the sums
	 */
	static double[] of(final int n, final int sums, final Terms terms) {
		final FirstOrderSums all = new FirstOrderSums(sums, terms);
		final double[][] parts = new double[(n + PART - 1) / PART][];
		if (parts.length <= TASK) all.sum(0, n, parts);
		else {
			final List<Integer> tasks = IntStream.rangeClosed(0, (parts.length - 1) / TASK).boxed().toList();
			Parallelization.getTaskExecutor().forEach(tasks, task -> all.sum(task * TASK, n, parts));
		}
		final double[] result = new double[sums];
		for (final double[] part : parts)
			add(result, part);
		return result;
	}

	/** Sums the parts of one task. */
	private void sum(final int first, final int n, final double[][] parts) {
		final double[][] block = new double[sums][BLOCK];
		for (int p = first; p < Math.min(first + TASK, parts.length); p++)
			parts[p] = range(p * PART, Math.min(PART, n - p * PART), block);
	}

	private double[] range(final int from, final int n, final double[][] block) {
		if (n > BLOCK) {
			final int half = n / 2 - n / 2 % ROWS;
			return add(range(from, half, block), range(from + half, n - half, block));
		}
		terms.write(from, n, block);
		final double[] result = new double[sums];
		for (int s = 0; s < sums; s++)
			result[s] = PairwiseSum.of(block[s], n);
		return result;
	}

	private static double[] add(final double[] a, final double[] b) {
		for (int s = 0; s < a.length; s++)
			a[s] += b[s];
		return a;
	}
}
