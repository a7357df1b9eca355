package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.function.Consumer;

/** The tone differences in kernels (NGTDM), to neighbours inside the kernel; see {@link ToneDifferenceMatrix}. */
public final class KernelToneDifferences implements KernelStatistics<ToneDifferenceStatistics> {

	/** Bits of a packed sum that hold the sum of levels; the number of neighbours lies above. */
	private static final int SUM_BITS = 44;
	private static final long SUM_MASK = (1L << SUM_BITS) - 1;

	private final KernelNeighbours kernel;
	private final int[] present;
	private final long[] packed, sums;
	private final int[] found, counts;
	private final double[] differences;

	public KernelToneDifferences(final KernelGrid grid) {
		kernel = new KernelNeighbours(grid);
		present = grid.levels().present();
		packed = new long[grid.kernelSize()];
		sums = new long[grid.kernelSize()];
		found = new int[Math.min(grid.kernelSize(), present.length)];
		counts = new int[present.length];
		differences = new double[present.length];
	}

	@Override
	public void compute(final int centre, final Consumer<? super ToneDifferenceStatistics> sink) {
		kernel.gather(centre);
		sumNeighbours();
		int n = 0;
		for (int k = 0; k < sums.length; k++) {
			final int r = kernel.ranks[k] - 1;
			if (r < 0) continue;
			if (counts[r]++ == 0) found[n++] = r;
			final long neighbours = sums[k] >>> SUM_BITS, sum = sums[k] & SUM_MASK;
			if (neighbours > 0) differences[r] += Math.abs(kernel.levels[k] - (double) sum / neighbours);
		}
		Arrays.sort(found, 0, n);
		if (n > 0) sink.accept(statistics(n));
	}

	/** Adds neighbours' levels and, above them in the same number, how many there are: without a branch. */
	private void sumNeighbours() {
		for (int k = 0; k < packed.length; k++)
			packed[k] = kernel.ranks[k] == 0 ? 0 : (1L << SUM_BITS) + kernel.levels[k];
		Arrays.fill(sums, 0);
		final int[] pairs = kernel.pairs;
		for (int p = 0; p < pairs.length; p += 2) {
			final int a = pairs[p], b = pairs[p + 1];
			sums[a] += packed[b];
			sums[b] += packed[a];
		}
	}

	/** Hands over what was found, and forgets it. */
	private ToneDifferenceStatistics statistics(final int n) {
		final int[] level = new int[n], count = new int[n];
		final double[] difference = new double[n];
		for (int k = 0; k < n; k++) {
			final int r = found[k];
			level[k] = present[r];
			count[k] = counts[r];
			difference[k] = differences[r];
			counts[r] = 0;
			differences[r] = 0;
		}
		return new ToneDifferenceStatistics(level, count, difference);
	}
}
