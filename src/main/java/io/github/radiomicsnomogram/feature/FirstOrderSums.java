package io.github.radiomicsnomogram.feature;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.parallel.Parallelization;

/**
 * Sums of many terms, pairwise: halves are summed on their own, so the rounding error grows with the logarithm of the
 * number of terms (Higham 1993, <a href="https://doi.org/10.1137/0914050">doi:10.1137/0914050</a>). Halves and blocks
 * are cut exactly as NumPy cuts them, so that a sum has PyRadiomics' digits to the last one; where the cuts fall depends
 * on the number of terms alone, not on the threads.
 */
final class FirstOrderSums {

	/** Up to this many terms are summed in eight interleaved parts. */
	static final int BLOCK = 128;

	private static final int PARTS = 8;

	/** Below this many terms a task costs more than it saves. */
	private static final int WORTH_A_TASK = 1 << 17;

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
		final List<int[]> ranges = new ArrayList<>();
		cut(0, n, ranges);
		final List<double[]> parts = ranges.size() == 1 ? List.of(all.range(0, n, new double[sums][BLOCK]))
			: Parallelization.getTaskExecutor().forEachApply(ranges, r -> all.range(r[0], r[1], new double[sums][BLOCK]));
		return all.join(n, parts.iterator());
	}

	/** Where the first half ends. */
	private static int half(final int n) {
		return n / 2 - n / 2 % PARTS;
	}

	/** Halves until the parts are small enough for a task. */
	private static void cut(final int from, final int n, final List<int[]> ranges) {
		if (n <= WORTH_A_TASK) ranges.add(new int[] { from, n });
		else {
			cut(from, half(n), ranges);
			cut(from + half(n), n - half(n), ranges);
		}
	}

	/** Adds the tasks' sums in the order in which {@link #cut} made them. */
	private double[] join(final int n, final java.util.Iterator<double[]> parts) {
		return n <= WORTH_A_TASK ? parts.next() : add(join(half(n), parts), join(n - half(n), parts));
	}

	private double[] range(final int from, final int n, final double[][] block) {
		if (n > BLOCK) return add(range(from, half(n), block), range(from + half(n), n - half(n), block));
		terms.write(from, n, block);
		final double[] result = new double[sums];
		for (int s = 0; s < sums; s++)
			result[s] = block(block[s], n);
		return result;
	}

	private static double[] add(final double[] a, final double[] b) {
		for (int s = 0; s < a.length; s++)
			a[s] += b[s];
		return a;
	}

	private static double block(final double[] t, final int n) {
		double sum = 0;
		int i = 0;
		if (n >= PARTS) {
			double a = t[0], b = t[1], c = t[2], d = t[3], e = t[4], f = t[5], g = t[6], h = t[7];
			for (i = PARTS; i < n - n % PARTS; i += PARTS) {
				a += t[i];
				b += t[i + 1];
				c += t[i + 2];
				d += t[i + 3];
				e += t[i + 4];
				f += t[i + 5];
				g += t[i + 6];
				h += t[i + 7];
			}
			sum = ((a + b) + (c + d)) + ((e + f) + (g + h));
		}
		for (; i < n; i++)
			sum += t[i];
		return sum;
	}
}
