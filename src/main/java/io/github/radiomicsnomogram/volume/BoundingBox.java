package io.github.radiomicsnomogram.volume;

import net.imglib2.FinalInterval;

/**
 * A box of voxels in a grid, in voxel indices along x, y, z, both ends included.
 *
 * @param x0 first voxel along x
 * @param y0 first voxel along y
 * @param z0 first voxel along z
 * @param x1 last voxel along x
 * @param y1 last voxel along y
 * @param z1 last voxel along z
 */
public record BoundingBox(int x0, int y0, int z0, int x1, int y1, int z1) {

	public BoundingBox {
		if (x1 < x0 || y1 < y0 || z1 < z0) throw new IllegalArgumentException("empty box");
	}

	/** Voxels along an axis (0 = x, 1 = y, 2 = z). */
	public int size(final int axis) {
		return switch (axis) {
			case 0 -> x1 - x0 + 1;
			case 1 -> y1 - y0 + 1;
			case 2 -> z1 - z0 + 1;
			default -> throw new IndexOutOfBoundsException("axis " + axis);
		};
	}

	/** Number of axes along which the box is longer than one voxel. */
	public int dimensions() {
		int n = 0;
		for (int d = 0; d < 3; d++)
			if (size(d) > 1) n++;
		return n;
	}

	/** Number of voxels in the box. */
	public long voxels() {
		return (long) size(0) * size(1) * size(2);
	}

	/** Whether another box lies in this one. */
	public boolean contains(final BoundingBox other) {
		return x0 <= other.x0 && y0 <= other.y0 && z0 <= other.z0 && x1 >= other.x1 && y1 >= other.y1 && z1 >= other.z1;
	}

	/** The box moved by some voxels. */
	BoundingBox translated(final int x, final int y, final int z) {
		return new BoundingBox(x0 + x, y0 + y, z0 + z, x1 + x, y1 + y, z1 + z);
	}

	/** The box with room on each side, as far as the grid goes. */
	public BoundingBox padded(final int voxels, final Geometry grid) {
		return new BoundingBox(Math.max(0, x0 - voxels), Math.max(0, y0 - voxels), Math.max(0, z0 - voxels), (int) Math.min(
			grid.size(0) - 1, (long) x1 + voxels), (int) Math.min(grid.size(1) - 1, (long) y1 + voxels), (int) Math.min(grid
				.size(2) - 1, (long) z1 + voxels));
	}

	/** Written out, as a record's own costs a cold start several milliseconds. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof BoundingBox b && x0 == b.x0 && y0 == b.y0 && z0 == b.z0 && x1 == b.x1 && y1 == b.y1 &&
			z1 == b.z1;
	}

	@Override
	public int hashCode() {
		return ((((x0 * 31 + y0) * 31 + z0) * 31 + x1) * 31 + y1) * 31 + z1;
	}

	/** The box as an ImgLib2 interval. */
	public FinalInterval interval() {
		return new FinalInterval(new long[] { x0, y0, z0 }, new long[] { x1, y1, z1 });
	}
}
