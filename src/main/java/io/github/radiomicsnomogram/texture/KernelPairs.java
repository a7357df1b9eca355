package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * The pairs of grey levels along one direction in a kernel, counted as the kernel moves: a step along x takes away the
 * pairs of the face that it leaves and adds those of the face that it enters. Counts are whole numbers, so that they don't
 * depend on the way. Not for several threads.
 * <p>
 * Where levels are few, counts lie in a table with a bit for each cell that isn't 0; else, and for the weighted sum of
 * directions, the pairs are listed and sorted.
 */
final class KernelPairs {

	private static final int WORD = 6;

	private final int[] ranks;
	private final int[] all, entering, leaving;
	private final int levels;
	private final boolean symmetrical;
	private final int[] table;
	private final long[] occupied;
	private final long[] keys;
	private int last = Integer.MIN_VALUE;

	/**
	 * @param direction in which the second voxel of a pair lies from the first one
	 */
	KernelPairs(final KernelGrid grid, final Offset direction) {
		ranks = grid.ranks();
		levels = grid.levels().size();
		symmetrical = grid.settings().symmetricalGLCM();
		final int r = grid.radius(0);
		all = grid.pairs(direction, o -> true);
		entering = grid.pairs(direction, o -> o.dx() == r);
		leaving = grid.pairs(direction, o -> o.dx() == -r);
		final boolean few = (long) levels * levels >>> WORD <= 4L * grid.kernelSize();
		table = few ? new int[levels * levels] : null;
		occupied = few ? new long[(levels * levels >>> WORD) + 1] : null;
		keys = few ? null : new long[all.length];
	}

	/** Most different pairs, given that both ways count if the matrix is symmetrical. */
	int capacity() {
		return all.length;
	}

	/**
	 * Counts the pairs of a kernel.
	 *
	 * @param entries hears of the pairs that occur, sorted by column, then row; these are ranks counted from 0
	 */
	void count(final int centre, final PairEntries entries) {
		if (table == null) sort(centre, entries);
		else {
			move(centre);
			list(entries);
		}
	}

	private void move(final int centre) {
		if (centre == last + 1 && entering.length < all.length) {
			add(last, leaving, -1);
			add(centre, entering, 1);
		}
		else {
			clear();
			add(centre, all, 1);
		}
		last = centre;
	}

	private void clear() {
		for (int w = 0; w < occupied.length; w++) {
			for (long rest = occupied[w]; rest != 0; rest &= rest - 1)
				table[(w << WORD) + Long.numberOfTrailingZeros(rest)] = 0;
			occupied[w] = 0;
		}
	}

	private void add(final int centre, final int[] pairs, final int count) {
		for (int p = 0; p < pairs.length; p += 2) {
			final int a = ranks[centre + pairs[p]] - 1, b = ranks[centre + pairs[p + 1]] - 1;
			if ((a | b) < 0) continue;
			add(b * levels + a, count);
			if (symmetrical) add(a * levels + b, count);
		}
	}

	private void add(final int cell, final int count) {
		if ((table[cell] += count) == 0) occupied[cell >>> WORD] &= ~(1L << cell);
		else occupied[cell >>> WORD] |= 1L << cell;
	}

	private void list(final PairEntries entries) {
		for (int w = 0; w < occupied.length; w++)
			for (long rest = occupied[w]; rest != 0; rest &= rest - 1) {
				final int cell = (w << WORD) + Long.numberOfTrailingZeros(rest);
				entries.add(cell % levels, cell / levels, table[cell]);
			}
	}

	private void sort(final int centre, final PairEntries entries) {
		final int n = keys(centre, 1, 0, keys, 0);
		Arrays.sort(keys, 0, n);
		for (int k = 0, first = 0; k < n; first = k) {
			while (k < n && keys[k] == keys[first])
				k++;
			entries.add((int) (keys[first] % levels), (int) (keys[first] / levels), k - first);
		}
	}

	/**
	 * Lists the pairs of a kernel, each as the number of its cell, column by column, times a
	 * factor, plus a term.
	 *
	 * @param from first free place of the list
	 * @return first free place after them
	 */
	int keys(final int centre, final int factor, final int term, final long[] list, final int from) {
		int n = from;
		for (int p = 0; p < all.length; p += 2) {
			final int a = ranks[centre + all[p]] - 1, b = ranks[centre + all[p + 1]] - 1;
			if ((a | b) < 0) continue;
			list[n++] = ((long) b * levels + a) * factor + term;
			if (symmetrical) list[n++] = ((long) a * levels + b) * factor + term;
		}
		return n;
	}
}
