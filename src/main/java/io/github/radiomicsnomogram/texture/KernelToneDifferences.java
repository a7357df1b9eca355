package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.function.Consumer;

/** The tone differences in kernels (NGTDM), to neighbours inside the kernel; see {@link ToneDifferenceMatrix}. */
public final class KernelToneDifferences implements KernelStatistics<ToneDifferenceStatistics> {

	private final KernelNeighbours kernel;
	private final int[] present;
	private final int[] neighbours;
	private final long[] sums;
	private final int[] found, counts;
	private final double[] differences;

	public KernelToneDifferences(final KernelGrid grid) {
		kernel = new KernelNeighbours(grid);
		present = grid.levels().present();
		neighbours = new int[grid.kernelSize()];
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
			if (neighbours[k] > 0) differences[r] += Math.abs(kernel.levels[k] - (double) sums[k] / neighbours[k]);
		}
		Arrays.sort(found, 0, n);
		if (n > 0) sink.accept(statistics(n));
	}

	private void sumNeighbours() {
		Arrays.fill(neighbours, 0);
		Arrays.fill(sums, 0);
		final int[] ranks = kernel.ranks, pairs = kernel.pairs;
		for (int p = 0; p < pairs.length; p += 2) {
			final int a = pairs[p], b = pairs[p + 1];
			if (ranks[a] == 0 || ranks[b] == 0) continue;
			neighbours[a]++;
			neighbours[b]++;
			sums[a] += kernel.levels[b];
			sums[b] += kernel.levels[a];
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
