package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.KernelGrid;
import io.github.radiomicsnomogram.texture.KernelStatistics;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Features of kernels that follow from one or more matrices of each, averaged over these.
 *
 * @param <S> the statistics of a matrix
 */
final class MatrixKernels<S> implements KernelFeatures {

	private final KernelGrid grid;
	private final KernelStatistics<S> statistics;
	private final List<ToDoubleFunction<S>> functions;
	private final double[] withoutMatrix, sums;
	private final int[] counts;

	/** @param withoutMatrix value of each feature if a kernel has no matrix */
	MatrixKernels(final KernelGrid grid, final KernelStatistics<S> statistics, final List<ToDoubleFunction<S>> functions,
		final double[] withoutMatrix)
	{
		this.grid = grid;
		this.statistics = statistics;
		this.functions = List.copyOf(functions);
		this.withoutMatrix = withoutMatrix;
		sums = new double[functions.size()];
		counts = new int[functions.size()];
	}

	@Override
	public void compute(final int x, final int y, final int z, final double[] values) {
		java.util.Arrays.fill(sums, 0);
		java.util.Arrays.fill(counts, 0);
		statistics.compute(grid.centre(x, y, z), this::add);
		for (int f = 0; f < sums.length; f++)
			values[f] = counts[f] == 0 ? withoutMatrix[f] : sums[f] / counts[f];
	}

	private void add(final S s) {
		for (int f = 0; f < sums.length; f++) {
			final double value = functions.get(f).applyAsDouble(s);
			if (Double.isNaN(value)) continue;
			sums[f] += value;
			counts[f]++;
		}
	}
}
