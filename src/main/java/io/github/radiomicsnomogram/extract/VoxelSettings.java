package io.github.radiomicsnomogram.extract;

/**
 * Settings of feature maps, PyRadiomics' section voxelSetting; without effect on features of a whole ROI.
 *
 * @param kernelRadius voxels from a kernel's centre to its border; at least 1
 * @param maskedKernel whether only the ROI's voxels of a kernel count
 * @param initValue what a map holds where nothing was computed; may be NaN or infinite
 * @param voxelBatch kernels that are computed together; {@link #ALL} or at least 1
 */
public record VoxelSettings(int kernelRadius, boolean maskedKernel, double initValue, int voxelBatch) {

	/** For {@link #voxelBatch()}: all kernels at once. */
	public static final int ALL = -1;

	/** PyRadiomics' defaults. */
	public static final VoxelSettings DEFAULT = new VoxelSettings(1, true, 0, ALL);

	public VoxelSettings {
		if (kernelRadius < 1) throw new IllegalArgumentException("kernelRadius " + kernelRadius);
		if (voxelBatch < 1 && voxelBatch != ALL) throw new IllegalArgumentException("voxelBatch " + voxelBatch);
	}
}
