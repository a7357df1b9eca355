package io.github.radiomicsnomogram.shape;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A ROI as bits, with one empty voxel around it on every side: 64 voxels along x are looked at together, and a
 * neighbour is a shift away. Voxel (x, y, z) of the ROI's box is bit {@code x + 1} of row {@code (z + 1, y + 1)}.
 * Immutable.
 */
final class BitGrid {

	private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class,
		ByteOrder.LITTLE_ENDIAN);

	/** Gathers the lowest bits of eight bytes in the topmost byte of the product. */
	private static final long GATHER = 0x0102040810204080L;

	private final int nx, ny, nz;
	private final int words;
	private final long[] bits;

	private BitGrid(final int nx, final int ny, final int nz) {
		this.nx = nx + 2;
		this.ny = ny + 2;
		this.nz = nz + 2;
		words = (nx + 2 + Long.SIZE - 1) / Long.SIZE;
		bits = new long[Math.multiplyExact(Math.multiplyExact(this.nz, this.ny), words)];
	}

	/**
	 * @param inside 1 or 0 for each voxel, x fastest, then y, then z
	 * @param nx voxels along x; ny, nz likewise
	 */
	static BitGrid of(final byte[] inside, final int nx, final int ny, final int nz) {
		if (inside.length != (long) nx * ny * nz) throw new IllegalArgumentException(inside.length + " voxels for " + nx +
			" x " + ny + " x " + nz);
		final BitGrid grid = new BitGrid(nx, ny, nz);
		Slabs.forEach(nz, inside.length, (from, to) -> {
			for (int z = from; z < to; z++)
				for (int y = 0; y < ny; y++)
					grid.pack(inside, (z * ny + y) * nx, nx, grid.row(z + 1, y + 1));
		});
		return grid;
	}

	private void pack(final byte[] inside, final int from, final int n, final int row) {
		int x = 0;
		for (; x + 8 <= n; x += 8) {
			final long eight = (long) EIGHT_BYTES.get(inside, from + x) * GATHER >>> 56;
			final int bit = x + 1, word = row + bit / Long.SIZE, shift = bit % Long.SIZE;
			bits[word] |= eight << shift;
			if (shift > Long.SIZE - 8) bits[word + 1] |= eight >>> Long.SIZE - shift;
		}
		for (; x < n; x++)
			bits[row + (x + 1) / Long.SIZE] |= (long) inside[from + x] << x + 1;
	}

	/** Voxels along x, with the empty ones. */
	int nx() {
		return nx;
	}

	/** Voxels along y, with the empty ones. */
	int ny() {
		return ny;
	}

	/** Voxels along z, with the empty ones. */
	int nz() {
		return nz;
	}

	/** Voxels in all, with the empty ones. */
	long voxels() {
		return (long) nx * ny * nz;
	}

	/** Number of words in a row. */
	int words() {
		return words;
	}

	/** Place of a row's first word. */
	int row(final int z, final int y) {
		return (z * ny + y) * words;
	}

	/** 64 voxels of a row. */
	long word(final int row, final int w) {
		return bits[row + w];
	}

	/** For 64 voxels of a row, their next neighbours along x. */
	long next(final int row, final int w) {
		final long own = bits[row + w] >>> 1;
		return w + 1 < words ? own | bits[row + w + 1] << Long.SIZE - 1 : own;
	}

	/**
	 * For 64 voxels of a row: whether exactly one of a voxel and its next neighbour along an axis is inside, so that there
	 * is a mesh vertex half way between them.
	 *
	 * @param axis 0 = x, 1 = y, 2 = z
	 */
	long crossings(final int axis, final int z, final int y, final int w) {
		final int row = row(z, y);
		return switch (axis) {
			case 0 -> word(row, w) ^ next(row, w);
			case 1 -> word(row, w) ^ word(row(z, y + 1), w);
			default -> word(row, w) ^ word(row(z + 1, y), w);
		};
	}
}
