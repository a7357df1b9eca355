package io.github.radiomicsnomogram.extract;

import java.util.Arrays;

/** Parts of a ROI that hang together by faces, edges or corners (26 neighbours). */
final class ConnectedParts {

	private final byte[] open;
	private final int nx, ny, nz;
	private int[] stack = new int[1024];
	private int depth;

	private ConnectedParts(final byte[] inside, final int nx, final int ny, final int nz) {
		open = inside.clone();
		this.nx = nx;
		this.ny = ny;
		this.nz = nz;
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
		int n = 0;
		for (int i = 0; i < inside.length; i++)
			if (parts.open[i] != 0) {
				n++;
				parts.close(i);
			}
		return n;
	}

	/** Takes away the part that holds a voxel. */
	private void close(final int seed) {
		push(seed);
		while (depth > 0) {
			final int i = stack[--depth];
			final int x = i % nx, y = i / nx % ny, z = i / (nx * ny);
			for (int w = Math.max(0, z - 1); w <= Math.min(nz - 1, z + 1); w++)
				for (int v = Math.max(0, y - 1); v <= Math.min(ny - 1, y + 1); v++)
					for (int u = Math.max(0, x - 1); u <= Math.min(nx - 1, x + 1); u++) {
						final int neighbour = (w * ny + v) * nx + u;
						if (open[neighbour] != 0) push(neighbour);
					}
		}
	}

	private void push(final int i) {
		open[i] = 0;
		if (depth == stack.length) stack = Arrays.copyOf(stack, 2 * depth);
		stack[depth++] = i;
	}
}
