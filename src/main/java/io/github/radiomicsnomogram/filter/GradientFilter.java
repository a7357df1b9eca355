package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.util.function.Consumer;

/**
 * Image type Gradient: the magnitude of the gradient by central differences, the image continued by its outermost voxels,
 * computed in double precision and rounded to single precision, as ITK does it.
 *
 * @param useSpacing whether differences are per mm (PyRadiomics' default) or per voxel
 */
public record GradientFilter(boolean useSpacing) implements ImageFilter {

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		final Geometry grid = image.geometry();
		final BoundingBox box = region.padded(1, grid);
		final double[] values = VoxelArrays.doubles(image, box);
		final float[] magnitude = new float[VoxelArrays.count(region, image.info())];
		final int rows = region.size(1);
		Tasks.forEach(rows * region.size(2), region.voxels(), progress, (from, to) -> {
			for (int row = from; row < to; row++)
				row(values, box, region, grid, region.y0() + row % rows, region.z0() + row / rows, magnitude);
		});
		sink.accept(new FilteredImage("gradient", VoxelArrays.volume(magnitude, grid.cropped(region), image.info())));
	}

	private void row(final double[] values, final BoundingBox box, final BoundingBox region, final Geometry grid,
		final int y, final int z, final float[] magnitude)
	{
		final int line = box.size(0);
		final int plane = line * box.size(1);
		final int start = (z - box.z0()) * plane + (y - box.y0()) * line - box.x0();
		final int up = start + (y < grid.size(1) - 1 ? line : 0);
		final int down = start - (y > 0 ? line : 0);
		final int front = start + (z < grid.size(2) - 1 ? plane : 0);
		final int back = start - (z > 0 ? plane : 0);
		final double wx = weight(grid, 0);
		final double wy = weight(grid, 1);
		final double wz = weight(grid, 2);
		final int last = (int) grid.size(0) - 1;
		int i = ((z - region.z0()) * region.size(1) + y - region.y0()) * region.size(0);
		for (int x = region.x0(); x <= region.x1(); x++) {
			final double gx = wx * values[start + Math.min(x + 1, last)] - wx * values[start + Math.max(x - 1, 0)];
			final double gy = wy * values[up + x] - wy * values[down + x];
			final double gz = wz * values[front + x] - wz * values[back + x];
			magnitude[i++] = (float) Math.sqrt(gx * gx + gy * gy + gz * gz);
		}
	}

	private double weight(final Geometry grid, final int axis) {
		return useSpacing ? 0.5 * (1 / grid.spacing(axis)) : 0.5;
	}
}
