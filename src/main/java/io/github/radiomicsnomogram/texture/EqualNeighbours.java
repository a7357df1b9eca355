package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.List;

/**
 * Which of the neighbours before a voxel have its grey level, as bits: what zones are made of. Bit {@link #FIRST_BIT} + d
 * stands for the neighbour from which offset d of {@link #OFFSETS} leads to the voxel. One for each thread; slice by
 * slice.
 */
final class EqualNeighbours {

	/** The 13 neighbours in 3-D that come after a voxel in the array: one along x, then four times three of one row. */
	static final List<Offset> OFFSETS = Offset.laterNeighbours();

	/** The bit of the first offset is this one. */
	static final int FIRST_BIT = Character.SIZE - OFFSETS.size();

	/** Ranks are compared in pieces of so many bits, which leaves three bits of 16 for the results. */
	private static final int PIECE = Character.SIZE - 3;

	private final LevelGrid grid;
	/** Room before and after a slice in the arrays. */
	private final int margin;
	/** Bits of the offsets that count. */
	private final int wanted;
	/** The pieces of the ranks in a slice and in the one before; 0 outside the ROI. */
	private final char[][] slice, sliceBefore;
	private final char[] left, middle, right, bits, equal;
	/** The slice that was compared last; before the first one nothing is in the ROI. */
	private int last = -1;

	/**
	 * @param offsets those that count
	 * @param highest rank
	 */
	EqualNeighbours(final LevelGrid grid, final List<Offset> offsets, final int highest) {
		this.grid = grid;
		margin = grid.strideY() + 1;
		wanted = offsets.stream().mapToInt(o -> 1 << FIRST_BIT + OFFSETS.indexOf(o)).sum();
		final int pieces = (Integer.SIZE - Integer.numberOfLeadingZeros(highest) + PIECE - 1) / PIECE;
		final int length = grid.sliceLength() + 2 * margin;
		slice = new char[pieces][length];
		sliceBefore = new char[pieces][length];
		left = new char[length];
		middle = new char[length];
		right = new char[length];
		bits = new char[length];
		equal = new char[length];
	}

	/** Where a slice begins in the arrays: voxel v of the grid is at v less this. */
	int base(final int z) {
		return grid.index(0, 0, z) - margin;
	}

	/** Length of the arrays. */
	int length() {
		return equal.length;
	}

	/**
	 * The bits of a slice's voxels.
	 *
	 * @return undefined outside the ROI; valid until the next call
	 */
	char[] of(final int z) {
		final int from = grid.sliceStart(z) - base(z), to = grid.sliceEnd(z) - base(z);
		Arrays.fill(equal, (char) wanted);
		for (int p = 0; p < slice.length; p++) {
			final char[] before = last == z - 1 ? slice[p] : fill(z - 1, p, sliceBefore[p]);
			slice[p] = fill(z, p, before == slice[p] ? sliceBefore[p] : slice[p]);
			sliceBefore[p] = before;
			if (from == to) continue;
			compare(slice[p], sliceBefore[p], from, to);
			for (int i = from; i < to; i++)
				equal[i] &= bits[i];
		}
		last = z;
		return equal;
	}

	/** Fills in a piece of each rank of a slice. */
	private char[] fill(final int z, final int piece, final char[] pieces) {
		Arrays.fill(pieces, (char) 0);
		if (z < 0) return pieces;
		final int base = base(z), shift = piece * PIECE, mask = (1 << PIECE) - 1;
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				pieces[v - base] = (char) (grid.rank(v) >>> shift & mask);
		return pieces;
	}

	/** The neighbour along x, then those of the rows before in this slice and in the one before. */
	private void compare(final char[] centre, final char[] before, final int from, final int to) {
		System.arraycopy(centre, from - 1, left, from, to - from);
		compare(centre, left, from, to, bits);
		for (int d = 1; d < OFFSETS.size(); d += 3) {
			final char[] row = OFFSETS.get(d).dz() == 0 ? centre : before;
			final int first = from - OFFSETS.get(d).dy() * grid.strideY();
			System.arraycopy(row, first + 1, right, from, to - from);
			System.arraycopy(row, first, middle, from, to - from);
			System.arraycopy(row, first - 1, left, from, to - from);
			compare(centre, right, middle, left, from, to, bits);
		}
	}

	/** Sets the highest bit where values are equal: a ^ b is 0 there, and only then a ^ b - 1 has bits above the pieces. */
	private static void compare(final char[] centre, final char[] neighbour, final int from, final int to,
		final char[] bits)
	{
		for (int i = from; i < to; i++)
			bits[i] = (char) ((centre[i] ^ neighbour[i]) - 1 & 1 << PIECE + 2);
	}

	/**
	 * Moves the bits down and sets three more. Without a branch, and with one index for all arrays, so that the loop runs in
	 * vector registers.
	 */
	private static void compare(final char[] centre, final char[] a, final char[] b, final char[] c, final int from,
		final int to, final char[] bits)
	{
		for (int i = from; i < to; i++)
			bits[i] = (char) (bits[i] >>> 3 | (centre[i] ^ a[i]) - 1 & 1 << PIECE | (centre[i] ^ b[i]) - 1 & 1 << PIECE + 1 |
				(centre[i] ^ c[i]) - 1 & 1 << PIECE + 2);
	}
}
