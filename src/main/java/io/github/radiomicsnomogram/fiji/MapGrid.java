package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.extract.FeatureMap;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.VoxelArrays;

/**
 * Where a map lies in the image and in the ROI. Resampling keeps the image's axes.
 *
 * @param image grid of the image
 * @param map grid of the map
 * @param roi that the map was computed for, on the grid of the prepared image
 */
record MapGrid(Geometry image, Geometry map, Mask roi) {

	private static final double SAME = 1e-6;

	/** Whether the map's voxels are voxels of the image. */
	boolean isImages() {
		for (int d = 0; d < 3; d++)
			if (Math.abs(map.spacing(d) - image.spacing(d)) > SAME * image.spacing(d) || Math.abs(shift(d, image) - Math.rint(
				shift(d, image))) > SAME) return false;
		return true;
	}

	/** The image's voxel along an axis at which the map starts. */
	int start(final int axis) {
		return (int) Math.rint(shift(axis, image));
	}

	private double shift(final int axis, final Geometry grid) {
		return offset(axis, grid) / grid.spacing(axis);
	}

	/** mm along an axis from the first voxel of a grid to the first one of the map. */
	private double offset(final int axis, final Geometry grid) {
		final double[] cosines = grid.direction(), from = grid.origin(), to = map.origin();
		double along = 0;
		for (int row = 0; row < 3; row++)
			along += cosines[3 * row + axis] * (to[row] - from[row]);
		return along;
	}

	/** mm along an axis from the image's first voxel to the map's. */
	double offset(final int axis) {
		return offset(axis, image);
	}

	/** Whether a voxel of the map belongs to the ROI. */
	boolean isInside(final int x, final int y, final int z) {
		return roi.contains(x + (int) Math.rint(shift(0, roi.geometry())), y + (int) Math.rint(shift(1, roi.geometry())), z +
			(int) Math.rint(shift(2, roi.geometry())));
	}

	/** The map's voxel that is nearest to a voxel of the image, along one axis; it may lie outside the map. */
	int nearest(final int axis, final int index) {
		return (int) Math.floor((index * image.spacing(axis) - offset(axis)) / map.spacing(axis) + 0.5);
	}

	/** The voxels of the image that the map covers. */
	BoundingBox covered() {
		final int[] from = new int[3], to = new int[3];
		for (int d = 0; d < 3; d++) {
			final double first = shift(d, image) - map.spacing(d) / image.spacing(d) / 2;
			final double last = first + map.size(d) * map.spacing(d) / image.spacing(d);
			from[d] = (int) Math.max(0, Math.min(image.size(d) - 1, Math.floor(first)));
			to[d] = (int) Math.max(from[d], Math.min(image.size(d) - 1, Math.ceil(last)));
		}
		return new BoundingBox(from[0], from[1], from[2], to[0], to[1], to[2]);
	}

	/** The values of a map in the ROI, x fastest. */
	double[] inside(final FeatureMap feature) {
		final double[] all = VoxelArrays.doubles(feature.volume());
		final double[] values = new double[all.length];
		int n = 0, i = 0;
		for (int z = 0; z < map.size(2); z++)
			for (int y = 0; y < map.size(1); y++)
				for (int x = 0; x < map.size(0); x++, i++)
					if (isInside(x, y, z)) values[n++] = all[i];
		return java.util.Arrays.copyOf(values, n);
	}
}
