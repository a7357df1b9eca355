package io.github.radiomicsnomogram.shape;

import java.util.Random;

/**
 * Masks for tests.
 *
 * @param inside 1 or 0 for each voxel, x fastest
 * @param size voxels along x, y, z
 */
record Masks(byte[] inside, int[] size) {

	/** Where a mask is true. */
	@FunctionalInterface
	interface Test {

		boolean at(int x, int y, int z);
	}

	static Masks where(final int nx, final int ny, final int nz, final Test test) {
		final byte[] inside = new byte[nx * ny * nz];
		for (int z = 0, i = 0; z < nz; z++)
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++, i++)
					inside[i] = (byte) (test.at(x, y, z) ? 1 : 0);
		return new Masks(inside, new int[] { nx, ny, nz });
	}

	static Masks box(final int nx, final int ny, final int nz) {
		return where(nx, ny, nz, (x, y, z) -> true);
	}

	/** An ellipsoid with the half axes a, b, c around a point near the middle of the smallest box that holds it. */
	static Masks ellipsoid(final double a, final double b, final double c, final double offset) {
		final double mx = Math.ceil(a) + offset, my = Math.ceil(b) + offset, mz = Math.ceil(c) + offset;
		return where((int) (2 * Math.ceil(a) + 2), (int) (2 * Math.ceil(b) + 2), (int) (2 * Math.ceil(c) + 2), (x, y,
			z) -> square((x - mx) / a) + square((y - my) / b) + square((z - mz) / c) <= 1);
	}

	static Masks noise(final Random random, final int nx, final int ny, final int nz, final double density) {
		return where(nx, ny, nz, (x, y, z) -> random.nextDouble() < density);
	}

	/** A few balls of any size, some of them cut at the border. */
	static Masks blobs(final Random random, final int nx, final int ny, final int nz) {
		final int n = 1 + random.nextInt(4);
		final double[][] balls = new double[n][];
		for (int i = 0; i < n; i++)
			balls[i] = new double[] { random.nextDouble() * nx, random.nextDouble() * ny, random.nextDouble() * nz, 0.5 + random
				.nextDouble() * 6 };
		return where(nx, ny, nz, (x, y, z) -> {
			for (final double[] b : balls)
				if (square(x - b[0]) + square(y - b[1]) + square(z - b[2]) <= b[3] * b[3]) return true;
			return false;
		});
	}

	boolean at(final int x, final int y, final int z) {
		return x >= 0 && y >= 0 && z >= 0 && x < size[0] && y < size[1] && z < size[2] && inside[(z * size[1] + y) *
			size[0] + x] != 0;
	}

	/** The same with axis {@code k} of the new mask being axis {@code axes[k]} of this one. */
	Masks permuted(final int... axes) {
		final int[] at = new int[3];
		return where(size[axes[0]], size[axes[1]], size[axes[2]], (x, y, z) -> {
			at[axes[0]] = x;
			at[axes[1]] = y;
			at[axes[2]] = z;
			return at(at[0], at[1], at[2]);
		});
	}

	/** The same with an axis reversed. */
	Masks flipped(final int axis) {
		return where(size[0], size[1], size[2], (x, y, z) -> at(axis == 0 ? size[0] - 1 - x : x, axis == 1 ? size[1] - 1 - y
			: y, axis == 2 ? size[2] - 1 - z : z));
	}

	/** The same with empty voxels before it. */
	Masks shifted(final int dx, final int dy, final int dz) {
		return where(size[0] + dx, size[1] + dy, size[2] + dz, (x, y, z) -> at(x - dx, y - dy, z - dz));
	}

	boolean isEmpty() {
		for (final byte b : inside)
			if (b != 0) return false;
		return true;
	}

	BitGrid grid() {
		return BitGrid.of(inside, size[0], size[1], size[2]);
	}

	static double square(final double d) {
		return d * d;
	}
}
