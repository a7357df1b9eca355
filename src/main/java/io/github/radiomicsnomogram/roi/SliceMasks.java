package io.github.radiomicsnomogram.roi;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects patches of pixels, slice by slice, and unites them to a mask. Memory follows the patches, then the bounding
 * box of them all. Not thread-safe.
 */
public final class SliceMasks {

	private final Geometry grid;
	private final List<Patch> patches = new ArrayList<>();

	/** A rectangle of pixels within the grid; not 0 inside. */
	private record Patch(int z, int x0, int y0, int width, int height, byte[] inside) {}

	/**
	 * @param grid that the patches lie in
	 */
	public SliceMasks(final Geometry grid) {
		this.grid = grid;
	}

	/**
	 * Adds a patch; what lies outside the slice is left out.
	 *
	 * @param z slice, from 0
	 * @param x0 first column of the patch; may lie outside
	 * @param y0 first row of the patch; may lie outside
	 * @param width columns
	 * @param height rows
	 * @param inside not 0 for each pixel that belongs to the ROI, x fastest; null if all do; copied
	 * @return how many of the ROI's pixels lie in the slice, and how many outside
	 */
	public Counts add(final int z, final int x0, final int y0, final int width, final int height, final byte[] inside) {
		if (z < 0 || z >= grid.size(2)) throw new IllegalArgumentException("slice " + z + " of " + grid.size(2));
		if (inside != null && inside.length != (long) width * height) throw new IllegalArgumentException(inside.length +
			" pixels for " + width + " x " + height);
		final int left = Math.max(0, x0), top = Math.max(0, y0);
		final int right = (int) Math.min(grid.size(0), (long) x0 + width);
		final int bottom = (int) Math.min(grid.size(1), (long) y0 + height);
		long all = (long) width * height;
		if (inside != null) {
			all = 0;
			for (final byte b : inside)
				if (b != 0) all++;
		}
		if (right <= left || bottom <= top) return new Counts(0, all);
		final byte[] kept = new byte[Math.multiplyExact(right - left, bottom - top)];
		long n = 0;
		int i = 0;
		for (int y = top; y < bottom; y++)
			for (int x = left; x < right; x++) {
				kept[i] = (byte) (inside == null || inside[(y - y0) * width + x - x0] != 0 ? 1 : 0);
				n += kept[i++];
			}
		if (n > 0) patches.add(new Patch(z, left, top, right - left, bottom - top, kept));
		return new Counts(n, all - n);
	}

	/**
	 * Pixels of a patch.
	 *
	 * @param inside that lie in the slice
	 * @param outside that don't
	 */
	public record Counts(long inside, long outside) {}

	/**
	 * The union of all patches.
	 *
	 * @param name of the ROI
	 * @throws InputException if there is no pixel in any of them
	 */
	public Mask build(final String name) {
		if (patches.isEmpty()) throw new InputException("The ROI '" + name +
			"' is empty: no pixel of the image lies in it. Draw it larger.");
		int x0 = Integer.MAX_VALUE, y0 = Integer.MAX_VALUE, z0 = Integer.MAX_VALUE, x1 = -1, y1 = -1, z1 = -1;
		for (final Patch p : patches) {
			x0 = Math.min(x0, p.x0);
			y0 = Math.min(y0, p.y0);
			z0 = Math.min(z0, p.z);
			x1 = Math.max(x1, p.x0 + p.width - 1);
			y1 = Math.max(y1, p.y0 + p.height - 1);
			z1 = Math.max(z1, p.z);
		}
		final BoundingBox box = new BoundingBox(x0, y0, z0, x1, y1, z1);
		final byte[] union = new byte[Math.toIntExact(box.voxels())];
		for (final Patch p : patches)
			paint(p, box, union);
		return Mask.of(name, grid, box, union);
	}

	private static void paint(final Patch p, final BoundingBox box, final byte[] union) {
		for (int y = 0; y < p.height; y++) {
			final int row = ((p.z - box.z0()) * box.size(1) + p.y0 - box.y0() + y) * box.size(0) + p.x0 - box.x0();
			for (int x = 0; x < p.width; x++)
				union[row + x] |= p.inside[y * p.width + x];
		}
	}
}
