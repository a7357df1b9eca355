package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.PairwiseSum;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * Sums of terms made of many values. Parts of fixed length are summed pairwise, halves on their own, so that the rounding
 * error grows with the logarithm of a part's length (Higham 1993,
 * <a href="https://doi.org/10.1137/0914050">doi:10.1137/0914050</a>); then the parts are added in order. Parts and halves
 * are cut exactly as NumPy cuts them, which gives PyRadiomics' sums to the last digit; where the cuts fall depends on the
 * number of terms alone, not on the threads.
 */
final class FirstOrderSums {

	/** Up to this many terms are made at once: they stay in the fastest cache. */
	private static final int PIECE = 512;

	/** Terms that are summed pairwise; NumPy's buffer. */
	private static final int PART = 8192;

	/** Parts of a task. */
	private static final int TASK = 16;

	private final double[] values;
	private final int sums;
	private final Terms terms;

	private FirstOrderSums(final double[] values, final int sums, final Terms terms) {
		this.values = values;
		this.sums = sums;
		this.terms = terms;
	}

	/** What is summed: several sums run over the same values together. */
	@FunctionalInterface
	interface Terms {

		/**
		 * Makes terms of a piece of the values. All arrays begin with the same value, and loops without branches become
		 * vector instructions.
		 *
		 * @param x values; a copy
		 * @param n how many
		 * @param terms {@code terms[s][i]} is to become the term of {@code x[i]} in sum s
		 */
		void write(double[] x, int n, double[][] terms);
	}

	/**
	 * @param values of which terms are made
	 * @param sums how many sums
	 * @return the sums
	 */
	static double[] of(final double[] values, final int sums, final Terms terms) {
		final FirstOrderSums all = new FirstOrderSums(values, sums, terms);
		final double[][] parts = new double[(values.length + PART - 1) / PART][];
		if (parts.length <= TASK) all.sum(0, parts);
		else {
			final List<Integer> tasks = IntStream.rangeClosed(0, (parts.length - 1) / TASK).boxed().toList();
			Parallelization.getTaskExecutor().forEach(tasks, task -> all.sum(task * TASK, parts));
		}
		final double[] result = new double[sums];
		for (final double[] part : parts)
			add(result, part);
		return result;
	}

	/** Sums the parts of one task. */
	private void sum(final int first, final double[][] parts) {
		final double[] x = new double[PIECE];
		final double[][] block = new double[sums][PIECE];
		for (int p = first; p < Math.min(first + TASK, parts.length); p++)
			parts[p] = range(p * PART, Math.min(PART, values.length - p * PART), x, block);
	}

	private double[] range(final int from, final int n, final double[] x, final double[][] block) {
		if (n > PIECE) {
			final int half = PairwiseSum.half(n);
			return add(range(from, half, x, block), range(from + half, n - half, x, block));
		}
		System.arraycopy(values, from, x, 0, n);
		terms.write(x, n, block);
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
