package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

/**
 * The part of an old image that a resampling looks at.
 *
 * @param values of the box, x fastest; read only
 * @param box part of the image
 * @param grid of the whole image
 */
record Block(double[] values, BoundingBox box, Geometry grid) {

	/** Voxels beyond the samples that any interpolator may look at. */
	private static final int MARGIN = 8;

	static Block of(final Volume image, final BoundingBox box) {
		return new Block(VoxelArrays.doubles(image, box), box, image.geometry());
	}

	/** The part of an image that the samples of some lines need: all of them lie between those of the corners. */
	static BoundingBox around(final ScanLines lines, final Geometry image) {
		final double[] low = new double[3], high = new double[3];
		java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
		java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
		final double[][] at = new double[3][lines.size(0)];
		final int y = lines.size(1) - 1, z = lines.lines() - lines.size(1);
		for (final int line : new int[] { 0, y, z, z + y }) {
			lines.place(line, at);
			for (int d = 0; d < 3; d++)
				for (final int x : new int[] { 0, lines.size(0) - 1 }) {
					low[d] = Math.min(low[d], at[d][x]);
					high[d] = Math.max(high[d], at[d][x]);
				}
		}
		return new BoundingBox(within(low[0] - MARGIN, image, 0), within(low[1] - MARGIN, image, 1), within(low[2] - MARGIN,
			image, 2), within(high[0] + MARGIN, image, 0), within(high[1] + MARGIN, image, 1), within(high[2] + MARGIN,
				image, 2));
	}

	private static int within(final double index, final Geometry image, final int axis) {
		return (int) Math.max(0, Math.min(image.size(axis) - 1, Math.floor(index)));
	}

	/** Last index of the whole image along an axis. */
	int last(final int axis) {
		return (int) grid.size(axis) - 1;
	}

	/** Position in {@link #values} of the image's voxel (0, y, z); add x. */
	int row(final int y, final int z) {
		return ((z - box.z0()) * box.size(1) + y - box.y0()) * box.size(0) - box.x0();
	}

	/** Value of a voxel of the image. */
	double at(final int x, final int y, final int z) {
		return values[row(y, z) + x];
	}

	/** Whether an index along an axis lies within half a voxel of the image. */
	boolean covers(final int axis, final double index) {
		return index >= -0.5 && index < last(axis) + 0.5;
	}
}
