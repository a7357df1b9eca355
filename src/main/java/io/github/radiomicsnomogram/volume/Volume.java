package io.github.radiomicsnomogram.volume;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
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

	/**
	 * Makes an image whose slices are read when somebody looks at them read those of a region now, with the caller's
	 * threads; without effect on other images, or where the region lies beyond the grid.
	 */
	public void readAhead(final BoundingBox region) {
		if (!geometry.box().contains(region)) return;
		final List<Integer> slices = IntStream.rangeClosed(region.z0(), region.z1()).boxed().toList();
		Parallelization.getTaskExecutor().forEach(slices, z -> VoxelArrays.doubles(this, new BoundingBox(region.x0(), region
			.y0(), z, region.x0(), region.y0(), z)));
	}

	/** A part of the image, as an image on a grid of its own; a view. */
	public Volume cropped(final BoundingBox region) {
		return new Volume(Views.zeroMin(Views.interval(voxels, region.interval())), geometry.cropped(region), type, info);
	}
}
