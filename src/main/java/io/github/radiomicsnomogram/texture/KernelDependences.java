package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.function.Consumer;

/** The dependences in kernels (GLDM), on neighbours inside the kernel; see {@link DependenceMatrix}. */
public final class KernelDependences implements KernelStatistics<SizeStatistics> {

	private final KernelNeighbours kernel;
	private final int cutoff;
	private final int[] dependent;
	private final KernelSizes sizes;

	public KernelDependences(final KernelGrid grid) {
		kernel = new KernelNeighbours(grid);
		cutoff = grid.settings().gldmA();
		dependent = new int[grid.kernelSize()];
		sizes = new KernelSizes(grid.levels(), grid.kernelSize(), grid.kernelSize(), 1);
	}

	@Override
	public void compute(final int centre, final Consumer<? super SizeStatistics> sink) {
		kernel.gather(centre);
		Arrays.fill(dependent, 1);
		final int[] levels = kernel.levels, pairs = kernel.pairs;
		for (int p = 0; p < pairs.length; p += 2) {
			final int a = pairs[p], b = pairs[p + 1];
			final int close = Math.abs(levels[a] - levels[b]) - cutoff - 1 >>> 31;
			dependent[a] += close;
			dependent[b] += close;
		}
		sizes.clear();
		for (int k = 0; k < dependent.length; k++)
			if (kernel.ranks[k] != 0) sizes.add(kernel.ranks[k], dependent[k], 0);
		if (sizes.count() > 0) sink.accept(sizes.statistics());
	}
}
