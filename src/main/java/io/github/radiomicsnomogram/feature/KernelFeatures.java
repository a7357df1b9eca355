package io.github.radiomicsnomogram.feature;

/**
 * Features of the neighbourhoods (kernels) of voxels, one after another: what maps are made of. Keeps what neighbouring
 * kernels share, so it serves one thread.
 */
public interface KernelFeatures {

	/**
	 * Computes the features of the kernel around a voxel. Any order gives the same values; along x is fastest.
	 *
	 * @param x of the centre, counted, as y and z, from the corner of the box of {@link KernelInput#voxels()}
	 * @param values hears of one value for each wanted feature; NaN if there is none
	 */
	void compute(int x, int y, int z, double[] values);
}
