package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a mask on a slice, exactly along the edges of its voxels. Voxel (x, y) covers the square from (x, y) to
 * (x + 1, y + 1). Voxels that touch at a corner only are apart. Time and memory follow the ROI's box on one slice.
 */
public final class MaskOutline {

	/** Directions of an edge: right, down, left, up (y points down); inside is on the right-hand side. */
	private static final int RIGHT = 0, DOWN = 1, LEFT = 2, UP = 3;
	private static final int[] DX = { 1, 0, -1, 0 }, DY = { 0, 1, 0, -1 };

	private final int x0;
	private final int y0;
	private final int nx;
	private final byte[] edges;

	private MaskOutline(final Mask mask, final int z) {
		final BoundingBox box = mask.box();
		x0 = box.x0();
		y0 = box.y0();
		nx = box.size(0) + 1;
		edges = new byte[nx * (box.size(1) + 1)];
		for (int y = y0; y <= box.y1(); y++)
			for (int x = x0; x <= box.x1(); x++) {
				if (!mask.contains(x, y, z)) continue;
				if (!mask.contains(x, y - 1, z)) add(x, y, RIGHT);
				if (!mask.contains(x + 1, y, z)) add(x + 1, y, DOWN);
				if (!mask.contains(x, y + 1, z)) add(x + 1, y + 1, LEFT);
				if (!mask.contains(x - 1, y, z)) add(x, y + 1, UP);
			}
	}

	private void add(final int x, final int y, final int direction) {
		edges[(y - y0) * nx + x - x0] |= (byte) (1 << direction);
	}

	/**
	 * The closed curves around the mask's voxels on a slice.
	 *
	 * @param mask of any shape; holes have curves of their own
	 * @param z slice
	 * @return for each curve its corners x, y, x, y, ... in voxel coordinates, clockwise on the screen around voxels and
	 *         counterclockwise around holes; the first corner is not repeated; none where the slice has no voxel
	 */
	public static List<double[]> rings(final Mask mask, final int z) {
		final List<double[]> rings = new ArrayList<>();
		if (z < mask.box().z0() || z > mask.box().z1()) return rings;
		final MaskOutline outline = new MaskOutline(mask, z);
		for (int i = 0; i < outline.edges.length; i++)
			if (outline.has(i, RIGHT)) rings.add(outline.follow(i));
		return rings;
	}

	/** Walks along edges, which it takes away, from a corner where one goes to the right until that edge comes again. */
	private double[] follow(final int start) {
		final List<Integer> corners = new ArrayList<>(List.of(start));
		int at = start + DX[RIGHT], direction = RIGHT, next = next(at, direction);
		while (at != start || next != RIGHT) {
			if (next != direction) corners.add(at);
			remove(at, next);
			direction = next;
			at += DX[direction] + DY[direction] * nx;
			next = next(at, direction);
		}
		remove(start, RIGHT);
		final double[] ring = new double[2 * corners.size()];
		for (int i = 0; i < corners.size(); i++) {
			ring[2 * i] = x0 + corners.get(i) % nx;
			ring[2 * i + 1] = y0 + corners.get(i) / nx;
		}
		return ring;
	}

	private boolean has(final int at, final int direction) {
		return (edges[at] & 1 << direction) != 0;
	}

	private void remove(final int at, final int direction) {
		edges[at] &= (byte) ~(1 << direction);
	}

	/** Where the curve goes on: to the right if it can, which keeps to the voxel at hand. */
	private int next(final int at, final int direction) {
		for (final int turn : new int[] { DOWN, RIGHT, UP })
			if (has(at, direction + turn & 3)) return direction + turn & 3;
		throw new IllegalStateException("a voxel's outline is open");
	}
}
