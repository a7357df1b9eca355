package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Counts the voxels of the ROI by level and by place in their run, 1, 2, ..., along directions, a slice at a time.
 * <p>
 * Rank and place of a voxel are kept in one number of 16 bits, the rank in the lower ones: its key, which is the index of
 * the cell that counts it as well; 0 outside the ROI. A voxel's key follows from that of the voxel before it in its
 * direction without a branch, in loops that have one index for all arrays, so that they run in vector registers. Counting
 * can't; there several directions take turns, since a cell that is counted twice in a row waits for itself.
 */
final class RunPlaces {

	/** Directions that are counted in one loop. */
	static final int TOGETHER = 4;

	/** With fewer places than these most levels would have runs that are too long. */
	private static final int FEWEST_PLACES = 4;

	private final LevelGrid grid;
	/** Bits of a rank, and what they can hold: one place more in a key. */
	private final int rankBits, place;
	/** Of the voxels of a slice, with room around it: their keys if runs began there, and what was before them. */
	private final char[] first, before;
	private final Offset[] offsets;
	/** For each direction the keys in the slice. */
	private final char[][] keys;
	private final int[][] tables;

	/**
	 * @param offsets to later neighbours
	 * @param highest rank, which {@link #fits}
	 * @param longest run that there can be
	 */
	RunPlaces(final LevelGrid grid, final List<Offset> offsets, final int highest, final int longest) {
		this.grid = grid;
		this.offsets = offsets.toArray(Offset[]::new);
		rankBits = rankBits(highest);
		place = 1 << rankBits;
		first = new char[grid.sliceLength() + 2 * (grid.strideY() + 1)];
		before = new char[first.length];
		keys = new char[this.offsets.length][first.length];
		tables = new int[keys.length][Math.min(longest + 1, 1 << Character.SIZE - rankBits) << rankBits];
		count();
	}

	/** Whether ranks leave enough bits for places. */
	static boolean fits(final int highest) {
		return rankBits(highest) <= Character.SIZE && 1 << Character.SIZE - rankBits(highest) >= FEWEST_PLACES;
	}

	private static int rankBits(final int highest) {
		return Integer.SIZE - Integer.numberOfLeadingZeros(highest);
	}

	/** Where a slice has no voxel but the one before it has, keys become 0 again. */
	private void count() {
		int from = first.length, to = 0;
		for (int z = 0; z < grid.slices(); z++) {
			final int base = grid.index(0, 0, z) - grid.strideY() - 1;
			final boolean empty = grid.firstSpan(z) == grid.firstSpan(z + 1);
			final int start = empty ? first.length : grid.sliceStart(z) - base, end = empty ? 0 : grid.sliceEnd(z) - base;
			from = Math.min(from, start);
			to = Math.max(to, end);
			if (from < to) {
				fillFirst(z, base, from, to);
				count(z, base, from, to);
			}
			from = start;
			to = end;
		}
	}

	/** Everything but the voxels of the ROI is 0. */
	private void fillFirst(final int z, final int base, final int from, final int to) {
		Arrays.fill(first, from, to, (char) 0);
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				first[v - base] = (char) (place + grid.rank(v));
	}

	/** Four directions in a loop, as far as there are four. */
	private void count(final int z, final int base, final int from, final int to) {
		int d = 0;
		for (; d + TOGETHER <= keys.length; d += TOGETHER) {
			for (int e = d; e < d + TOGETHER; e++)
				advance(offsets[e], keys[e], from, to);
			for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
				count(keys[d], keys[d + 1], keys[d + 2], keys[d + 3], tables[d], tables[d + 1], tables[d + 2], tables[d + 3],
					grid.spanStart(s) - base, grid.spanEnd(s) - base);
		}
		for (; d < keys.length; d++) {
			advance(offsets[d], keys[d], from, to);
			for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
				count(keys[d], tables[d], grid.spanStart(s) - base, grid.spanEnd(s) - base);
		}
	}

	/** Keys of a slice: from those of the slice before, or piece by piece from those before the piece. */
	private void advance(final Offset offset, final char[] key, final int from, final int to) {
		final int step = offset.dx() + offset.dy() * grid.strideY();
		if (step == 1 && offset.dz() == 0) {
			advanceAlong(from, to, key);
			return;
		}
		final int piece = offset.dz() == 0 ? step : to - from;
		for (int start = from; start < to; start += piece) {
			final int end = Math.min(start + piece, to);
			System.arraycopy(key, start - step, before, start, end - start);
			advance(before, first, place, start, end, key);
		}
	}

	/**
	 * Where the voxel before has the same rank, a ^ b has none of the rank's bits; only then 1 less has all bits above them,
	 * and lets the place before pass.
	 */
	private static void advance(final char[] before, final char[] first, final int place, final int from, final int to,
		final char[] key)
	{
		for (int i = from; i < to; i++)
			key[i] = (char) (first[i] + (((before[i] ^ first[i]) & place - 1) - 1 & -place & before[i]));
	}

	/** Along x each key waits for the one before it: all but the last two operations are done beforehand. */
	private void advanceAlong(final int from, final int to, final char[] key) {
		System.arraycopy(first, from - 1, before, from, to - from);
		masks(before, first, place, from, to);
		int k = 0;
		for (int i = from; i < to; i++) {
			k = (k & before[i]) + first[i];
			key[i] = (char) k;
		}
	}

	private static void masks(final char[] before, final char[] first, final int place, final int from, final int to) {
		for (int i = from; i < to; i++)
			before[i] = (char) (((before[i] ^ first[i]) & place - 1) - 1 & -place);
	}

	private static void count(final char[] ka, final char[] kb, final char[] kc, final char[] kd, final int[] ta,
		final int[] tb, final int[] tc, final int[] td, final int from, final int to)
	{
		for (int i = from; i < to; i++) {
			ta[ka[i]]++;
			tb[kb[i]]++;
			tc[kc[i]]++;
			td[kd[i]]++;
		}
	}

	private static void count(final char[] key, final int[] table, final int from, final int to) {
		for (int i = from; i < to; i++)
			table[key[i]]++;
	}

	/** For each direction the runs by rank - 1 and length, unless some run was too long to be counted here. */
	List<Optional<SparseMatrix>> runs() {
		return Arrays.stream(tables).map(this::runs).toList();
	}

	/** A place that needs too many bits begins at 0 again, which no other place is. */
	private Optional<SparseMatrix> runs(final int[] table) {
		for (int rank = 0; rank < place; rank++)
			if (table[rank] != 0) return Optional.empty();
		int entries = 0;
		for (int rank = 1; rank < place; rank++)
			for (int key = place + rank; key < table.length && table[key] != 0; key += place)
				entries++;
		final SparseMatrix.Builder runs = new SparseMatrix.Builder(entries);
		for (int rank = 1; rank < place; rank++)
			for (int key = place + rank; key < table.length && table[key] != 0; key += place) {
				final int longer = key + place < table.length ? table[key + place] : 0;
				if (table[key] > longer) runs.add(rank - 1, key >>> rankBits, table[key] - longer);
			}
		return Optional.of(runs.build());
	}
}
