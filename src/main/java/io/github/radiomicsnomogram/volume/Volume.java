package io.github.radiomicsnomogram.volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * A calibrated 3-D image: physical values (HU for CT) on a grid. The voxels stay where they are, in an array, a
 * lazily read stack or a view; nothing here copies them.
 *
 * @param voxels 3-D, zero-based, axes x, y, z; physical values, calibration already applied
 * @param geometry grid of the voxels, of the same size
 * @param type type that the values were given in; integer images are binned and resampled as integers
 * @param info name, unit, acquisition
 */
public record Volume(RandomAccessibleInterval<? extends RealType<?>> voxels, Geometry geometry, VoxelType type,
	ImageInfo info)
{

	public Volume {
		Grids.requireGrid(voxels, geometry);
	}

	/** A part of the image, as an image on a grid of its own; a view. */
	public Volume cropped(final BoundingBox region) {
		return new Volume(Views.zeroMin(Views.interval(voxels, region.interval())), geometry.cropped(region), type, info);
	}
}
