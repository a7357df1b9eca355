package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.volume.Geometry;

/**
 * Where the voxels of a new grid fall in an old one. As itk::ResampleImageFilter does for linear transforms, each line
 * along x is laid between the images of its first voxel and of the one after its last.
 */
final class ScanLines {

	/** Lines along z that follow each other in {@link #line}. */
	static final int TOGETHER = 4;

	private final ItkGrid from;
	private final ItkGrid to;
	private final int[] size = new int[3];
	private final double[] share;

	/**
	 * @param output new grid
	 * @param input old grid
	 */
	ScanLines(final Geometry output, final Geometry input) {
		from = new ItkGrid(output);
		to = new ItkGrid(input);
		for (int d = 0; d < 3; d++)
			size[d] = Math.toIntExact(output.size(d));
		share = new double[size[0]];
		for (int x = 0; x < size[0]; x++)
			share[x] = x / (double) size[0];
	}

	/** Voxels of the new grid along an axis. */
	int size(final int axis) {
		return size[axis];
	}

	/** Lines along x in the new grid. */
	int lines() {
		return Math.multiplyExact(size[1], size[2]);
	}

	/**
	 * The lines in an order in which neighbours share most of the old voxels that they need: some along z, then the next
	 * ones along y, and then further on along z.
	 *
	 * @param i from 0 to lines() - 1
	 * @return a line as {@link #place} counts them
	 */
	int line(final int i) {
		final int z = i / (TOGETHER * size[1]) * TOGETHER, within = i % (TOGETHER * size[1]);
		final int together = Math.min(TOGETHER, size[2] - z);
		return (z + within % together) * size[1] + within / together;
	}

	/** Sets {@code index[axis][x]} to the old index of each voxel of a line; lines are counted along y first. */
	void place(final int line, final double[][] index) {
		final int y = line % size[1], z = line / size[1];
		final double[] start = to.indexOf(from.point(0, y, z));
		final double[] end = to.indexOf(from.point(size[0], y, z));
		for (int d = 0; d < 3; d++) {
			final double step = end[d] - start[d];
			for (int x = 0; x < size[0]; x++)
				index[d][x] = start[d] + share[x] * step;
		}
	}
}
