package io.github.radiomicsnomogram.shape;

import java.util.Arrays;

/**
 * The outermost mesh vertices on each grid line that runs in one direction: all that can matter for a diameter. Places
 * are in half voxels of the padded grid: a voxel's centre is even, and a vertex lies half way between a voxel inside and
 * a neighbour outside, so exactly one of its three coordinates is odd.
 */
final class LineExtremes {

	private static final int NONE = -1;

	private final int planes, lines;
	private final int[] lowest, highest;

	private LineExtremes(final int planes, final int lines) {
		this.planes = planes;
		this.lines = lines;
		lowest = new int[Math.multiplyExact(planes, lines)];
		highest = new int[planes * lines];
		Arrays.fill(highest, NONE);
	}

	/** For each z and y the lowest and the highest x: {@code plane} is z and {@code line} is y. */
	static LineExtremes alongX(final BitGrid grid) {
		final LineExtremes e = new LineExtremes(2 * grid.nz() - 1, 2 * grid.ny() - 1);
		Slabs.forEach(grid.nz() - 1, grid.voxels(), (from, to) -> {
			for (int z = from; z < to; z++)
				for (int y = 0; y < grid.ny() - 1; y++)
					for (int axis = 0; axis < 3; axis++)
						e.addRow(grid, z, y, axis);
		});
		return e;
	}

	/** The vertices between the voxels of a row and their next neighbours along an axis. */
	private void addRow(final BitGrid grid, final int z, final int y, final int axis) {
		final int i = (2 * z + (axis == 2 ? 1 : 0)) * lines + 2 * y + (axis == 1 ? 1 : 0), half = axis == 0 ? 1 : 0;
		for (int w = 0; w < grid.words(); w++) {
			final long crossings = grid.crossings(axis, z, y, w);
			if (crossings == 0) continue;
			if (highest[i] == NONE) lowest[i] = 2 * (w * Long.SIZE + Long.numberOfTrailingZeros(crossings)) + half;
			highest[i] = 2 * (w * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(crossings)) + half;
		}
	}

	/** For each z and x the lowest and the highest y: {@code plane} is z and {@code line} is x. */
	static LineExtremes alongY(final BitGrid grid) {
		final LineExtremes e = new LineExtremes(2 * grid.nz() - 1, 2 * grid.nx() - 1);
		Slabs.forEach(grid.nz() - 1, grid.voxels(), (from, to) -> {
			for (int z = from; z < to; z++)
				for (int w = 0; w < grid.words(); w++)
					for (int axis = 0; axis < 3; axis++)
						e.addColumns(grid, z, w, axis);
		});
		return e;
	}

	/** The vertices between the voxels of 64 columns and their next neighbours along an axis. */
	private void addColumns(final BitGrid grid, final int z, final int w, final int axis) {
		final int i = (2 * z + (axis == 2 ? 1 : 0)) * lines + 2 * w * Long.SIZE + (axis == 0 ? 1 : 0), half = axis == 1 ? 1
			: 0;
		final int rows = grid.ny() - 1;
		long seen = 0;
		for (int y = 0; y < rows; y++) {
			final long crossings = grid.crossings(axis, z, y, w);
			set(lowest, i, crossings & ~seen, 2 * y + half);
			seen |= crossings;
		}
		for (int y = rows - 1; seen != 0; y--) {
			final long crossings = grid.crossings(axis, z, y, w);
			set(highest, i, crossings & seen, 2 * y + half);
			seen &= ~crossings;
		}
	}

	private static void set(final int[] table, final int from, final long bits, final int y) {
		for (long b = bits; b != 0; b &= b - 1)
			table[from + 2 * Long.numberOfTrailingZeros(b)] = y;
	}

	/** Number of planes, in half voxels. */
	int planes() {
		return planes;
	}

	/** Number of lines in a plane, in half voxels. */
	int lines() {
		return lines;
	}

	/** First vertex of a line that has one. */
	int lowest(final int plane, final int line) {
		return lowest[plane * lines + line];
	}

	/** Last vertex of a line that has one. */
	int highest(final int plane, final int line) {
		return highest[plane * lines + line];
	}

	/** Makes a hull of the vertices in a plane; u is the line. */
	void hullOfPlane(final int plane, final ConvexPolygon hull) {
		hull.clear();
		for (int line = 0, i = plane * lines; line < lines; line++, i++)
			if (highest[i] != NONE) hull.add(line, lowest[i], highest[i]);
	}

	/** Makes a hull of the vertices on one line of all planes; u is the plane. */
	void hullAcrossPlanes(final int line, final ConvexPolygon hull) {
		hull.clear();
		for (int plane = 0, i = line; plane < planes; plane++, i += lines)
			if (highest[i] != NONE) hull.add(plane, lowest[i], highest[i]);
	}
}
