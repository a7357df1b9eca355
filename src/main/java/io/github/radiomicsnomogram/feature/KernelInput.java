package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.KernelGrid;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

/**
 * What features of kernels are computed from. Immutable; made once for all threads.
 *
 * @param voxels that count: those of the ROI, or all of the region if kernels aren't masked
 * @param grid their grey levels and the kernels among them
 * @param firstOrderLevels their grey levels in bins of double precision, which first-order maps of PyRadiomics have
 *          whatever the type of the image
 * @param voxelArrayShift added to the values for Energy, TotalEnergy and RootMeanSquared
 * @param initValue what maps hold where nothing was computed
 */
public record KernelInput(RoiVoxels voxels, KernelGrid grid, GreyLevels firstOrderLevels, double voxelArrayShift,
	double initValue)
{

	/**
	 * Bins the voxels.
	 *
	 * @param volume image, or the part of it that kernels may reach
	 * @param counting voxels that count
	 * @param region that kernels may reach, in the volume's grid
	 * @param radius of the kernels in voxels
	 * @throws io.github.radiomicsnomogram.InputException if the bins are too narrow for the values, or one is not finite
	 */
	public static KernelInput of(final Volume volume, final Mask counting, final BoundingBox region, final int radius,
		final Binning binning, final TextureSettings texture, final double voxelArrayShift, final double initValue)
	{
		final RoiVoxels voxels = new RoiVoxels(volume, counting);
		final GreyLevels levels = GreyLevels.of(voxels, binning);
		final boolean alike = volume.type() != VoxelType.FLOAT32 || binning instanceof Binning.FixedWidth;
		final GreyLevels firstOrder = alike ? levels : GreyLevels.of(new RoiVoxels(new Volume(volume.voxels(), volume
			.geometry(), VoxelType.FLOAT64, volume.info()), counting), binning);
		return new KernelInput(voxels, new KernelGrid(levels, radius, texture, region), firstOrder, voxelArrayShift,
			initValue);
	}
}
