package io.github.radiomicsnomogram.preprocess;

/**
 * The weights of a separable interpolator: along each axis, a few voxels around a sample with a weight each.
 */
interface Taps {

	/** Voxels along each axis, at most; unused ones have weight 0. */
	int count();

	/**
	 * Weighs the voxels around a sample.
	 *
	 * @param axis of the image
	 * @param index of the sample along it, within the image
	 * @param weights by tap, then sample
	 * @param sample for which to set the weights
	 * @return key of the voxels, for {@link #voxel}
	 */
	int weigh(int axis, double index, double[][] weights, int sample);

	/** Index in the image of a tap's voxel, for a key from {@link #weigh}. */
	int voxel(int axis, int key, int tap);
}
