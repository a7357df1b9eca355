package io.github.radiomicsnomogram.extract;

import java.util.Arrays;

/**
 * Parts of a ROI that hang together by faces, edges or corners (26 neighbours): rows are cut into runs, runs of
 * neighbouring rows that touch are joined (union-find).
 */
final class ConnectedParts {

	private final byte[] inside;
	private final int nx, ny;
	/** First run of each row; one more at the end. */
	private final int[] rows;
	private int[] from = new int[1024], to = new int[1024], parent = new int[1024];
	private int runs, parts;

	private ConnectedParts(final byte[] inside, final int nx, final int ny, final int nz) {
		this.inside = inside;
		this.nx = nx;
		this.ny = ny;
		rows = new int[ny * nz + 1];
	}

	/**
	 * @param inside non-zero inside the ROI, x fastest
	 * @param nx voxels along x
	 * @param ny voxels along y
	 * @param nz voxels along z
	 * @return number of parts; visits each voxel once
	 */
	static int count(final byte[] inside, final int nx, final int ny, final int nz) {
		final ConnectedParts parts = new ConnectedParts(inside, nx, ny, nz);
		for (int row = 0; row < ny * nz; row++) {
			parts.cut(row);
			final int y = row % ny;
			if (y > 0) parts.join(row, row - 1);
			if (row < ny) continue;
			for (int other = row - ny - Math.min(y, 1); other <= row - ny + Math.min(ny - 1 - y, 1); other++)
				parts.join(row, other);
		}
		return parts.parts;
	}

	/** Finds the runs of a row; each is a part of its own. */
	private void cut(final int row) {
		final int start = row * nx, end = start + nx;
		int i = start;
		while (i < end) {
			while (i < end && inside[i] == 0)
				i++;
			if (i == end) break;
			final int first = i;
			while (i < end && inside[i] != 0)
				i++;
			add(first - start, i - 1 - start);
		}
		rows[row + 1] = runs;
	}

	private void add(final int first, final int last) {
		if (runs == from.length) {
			from = Arrays.copyOf(from, 2 * runs);
			to = Arrays.copyOf(to, 2 * runs);
			parent = Arrays.copyOf(parent, 2 * runs);
		}
		from[runs] = first;
		to[runs] = last;
		parent[runs] = runs++;
		parts++;
	}

	/** Joins the runs of two neighbouring rows that touch, corners included. */
	private void join(final int row, final int other) {
		int a = rows[row], b = rows[other];
		final int endA = rows[row + 1], endB = rows[other + 1];
		while (a < endA && b < endB) {
			if (from[a] <= to[b] + 1 && from[b] <= to[a] + 1) unite(a, b);
			if (to[a] < to[b]) a++;
			else b++;
		}
	}

	private void unite(final int a, final int b) {
		final int i = root(a), j = root(b);
		if (i == j) return;
		parent[Math.max(i, j)] = Math.min(i, j);
		parts--;
	}

	private int root(final int run) {
		int i = run;
		while (parent[i] != i) {
			parent[i] = parent[parent[i]];
			i = parent[i];
		}
		return i;
	}
}
