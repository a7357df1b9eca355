package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Which of the neighbours before a voxel have its grey level, as bits: what zones are made of. Bit {@link #FIRST_BIT} + d
 * stands for the neighbour from which offset d of {@link #OFFSETS} leads to the voxel.
 */
final class EqualNeighbours {

	/** The 13 neighbours in 3-D that come after a voxel in the array. */
	static final List<Offset> OFFSETS = Offset.laterNeighbours();

	/** The bit of the first offset is this one. */
	static final int FIRST_BIT = Character.SIZE - OFFSETS.size();

	/** Ranks are compared in pieces of so many bits, which leaves one bit of 16 for the result. */
	private static final int PIECE = 15;

	private EqualNeighbours() {}

	/**
	 * @param offsets those that count
	 * @param highest rank
	 * @return the bits of each voxel of the ROI, at its place in the grid; elsewhere undefined
	 */
	static char[] of(final LevelGrid grid, final List<Offset> offsets, final int highest) {
		final char[] equal = new char[grid.ranks().length];
		Arrays.fill(equal, (char) -1);
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		for (int shift = 0; highest >>> shift != 0; shift += PIECE) {
			final char[] pieces = grid.mapToChars(pieces(highest, shift));
			executor.forEach(Parts.of(grid.slices(), executor.suggestNumberOfTasks()), slices -> {
				final char[] centre = new char[grid.sliceLength()], neighbour = new char[centre.length];
				for (int z = slices.from(); z < slices.to(); z++)
					compare(grid, z, pieces, offsets, centre, neighbour, equal);
			});
		}
		return equal;
	}

	/** A piece of each rank. */
	private static int[] pieces(final int highest, final int shift) {
		final int[] pieces = new int[highest + 1];
		for (int rank = 0; rank <= highest; rank++)
			pieces[rank] = rank >>> shift & (1 << PIECE) - 1;
		return pieces;
	}

	/** Clears the bits of a slice's voxels whose neighbours differ. */
	private static void compare(final LevelGrid grid, final int z, final char[] pieces, final List<Offset> offsets,
		final char[] centre, final char[] neighbour, final char[] equal)
	{
		final int start = grid.sliceStart(z), n = grid.sliceEnd(z) - start;
		final char[] bits = new char[n];
		System.arraycopy(pieces, start, centre, 0, n);
		for (final Offset offset : OFFSETS)
			if (offsets.contains(offset)) {
				System.arraycopy(pieces, start - grid.step(offset), neighbour, 0, n);
				compare(centre, neighbour, n, bits);
			}
			else shift(n, bits);
		for (int i = 0; i < n; i++)
			equal[start + i] &= bits[i];
	}

	/**
	 * Moves the bits down and sets the highest one where values are equal: a ^ b is 0 there, and only then a ^ b - 1 has
	 * the highest bit. Without a branch, and with one index for all arrays, so that the loop runs in vector registers.
	 */
	private static void compare(final char[] centre, final char[] neighbour, final int n, final char[] bits) {
		for (int i = 0; i < n; i++)
			bits[i] = (char) (bits[i] >>> 1 | (centre[i] ^ neighbour[i]) - 1 & 1 << PIECE);
	}

	private static void shift(final int n, final char[] bits) {
		for (int i = 0; i < n; i++)
			bits[i] >>>= 1;
	}
}
