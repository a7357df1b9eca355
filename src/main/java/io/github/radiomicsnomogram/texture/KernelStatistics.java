package io.github.radiomicsnomogram.texture;

import java.util.function.Consumer;

/**
 * The statistics of kernels' matrices, one kernel after another. Implementations reuse their arrays: one for each thread.
 *
 * @param <S> the statistics of a matrix
 */
public interface KernelStatistics<S> {

	/**
	 * Makes the matrices of a kernel.
	 *
	 * @param centre as {@link KernelGrid#centre} gives it
	 * @param sink hears of each matrix, none if it is empty
	 */
	void compute(int centre, Consumer<? super S> sink);
}
