package io.github.radiomicsnomogram.texture;

/**
 * Counts voxels by their level and those of their neighbours in several directions together: the levels are the digits of
 * one number, which counts in a table, and each direction's pairs are sums over that table. With the few levels that are
 * usual two or more directions take one count; and the numbers are made in loops without a branch, and with one index for
 * all arrays, which run in vector registers.
 */
final class JointLevels {

	/** Cells of a table that stays in the nearest cache. */
	private static final int CELLS = 1 << 13;

	/** Numbers are chars. */
	private static final int MOST_LEVELS = (1 << Character.SIZE / 2) - 1;

	private final LevelGrid grid;
	private final int base;
	private final char[] neighbour;

	private JointLevels(final LevelGrid grid, final int levels) {
		this.grid = grid;
		base = levels + 1;
		neighbour = new char[grid.sliceLength()];
	}

	/** Whether there are few enough levels for a pair to be a number of 16 bits. */
	static boolean fits(final int levels) {
		return levels <= MOST_LEVELS;
	}

	/**
	 * Counts all pairs.
	 *
	 * @param levels how many there are
	 * @param voxels size of the ROI
	 * @param steps ways to the neighbours in the grid
	 * @param pairs takes the counts: for each step a table of levels + 1 rows (ranks of the voxels) and as many columns
	 *          (ranks of the neighbours; 0: outside the ROI)
	 */
	static void count(final LevelGrid grid, final int levels, final int voxels, final int[] steps, final int[][] pairs) {
		final JointLevels joint = new JointLevels(grid, levels);
		final int together = joint.directions(Math.min(CELLS, voxels / 8));
		for (int d = 0; d < steps.length; d += 2 * together) {
			final int middle = Math.min(d + together, steps.length), end = Math.min(middle + together, steps.length);
			joint.count(steps, d, middle, end, pairs);
		}
	}

	/** How many directions fit into a table of some cells; at least one. */
	private int directions(final int cells) {
		int directions = 1;
		for (long size = (long) base * base * base; size <= cells; size *= base)
			directions++;
		return directions;
	}

	/**
	 * Two groups of directions in one loop: a cell that is counted twice in a row has to wait for itself. The table of one
	 * direction is that of its pairs.
	 */
	private void count(final int[] steps, final int first, final int middle, final int end, final int[][] pairs) {
		final int[] a = middle - first == 1 ? pairs[first] : new int[cells(middle - first)];
		final int[] b = end - middle == 1 ? pairs[middle] : new int[cells(end - middle)];
		final char[] numbersA = new char[grid.sliceLength()], numbersB = new char[grid.sliceLength()];
		for (int z = 0; z < grid.slices(); z++) {
			numbers(z, steps, first, middle, numbersA);
			numbers(z, steps, middle, end, numbersB);
			final int start = grid.sliceStart(z);
			for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
				count(numbersA, a, numbersB, b, grid.spanStart(s) - start, grid.spanEnd(s) - start);
		}
		if (middle - first > 1) for (int d = first; d < middle; d++)
			addPairs(a, middle - 1 - d, pairs[d]);
		if (end - middle > 1) for (int d = middle; d < end; d++)
			addPairs(b, end - 1 - d, pairs[d]);
	}

	private int cells(final int directions) {
		int cells = base;
		for (int d = 0; d < directions; d++)
			cells *= base;
		return cells;
	}

	private static void count(final char[] numbersA, final int[] a, final char[] numbersB, final int[] b, final int start,
		final int end)
	{
		for (int i = start; i < end; i++) {
			a[numbersA[i]]++;
			b[numbersB[i]]++;
		}
	}

	/** The number of each voxel of a slice: its rank is the first digit, the last direction's neighbour the last one. */
	private void numbers(final int z, final int[] steps, final int first, final int end, final char[] numbers) {
		final int start = grid.sliceStart(z), n = grid.sliceEnd(z) - start;
		System.arraycopy(grid.narrowRanks(), start, numbers, 0, n);
		for (int d = first; d < end; d++) {
			System.arraycopy(grid.narrowRanks(), start + steps[d], neighbour, 0, n);
			append(numbers, neighbour, base, n);
		}
	}

	private static void append(final char[] numbers, final char[] digits, final int base, final int n) {
		for (int i = 0; i < n; i++)
			numbers[i] = (char) (numbers[i] * base + digits[i]);
	}

	/** Sums a table up over all digits but the first one and another one. */
	private void addPairs(final int[] table, final int digitsAfter, final int[] pairs) {
		final int perDigit = cells(digitsAfter) / base, perRank = table.length / base;
		for (int cell = 0; cell < table.length;) {
			final int row = cell / perRank * base;
			for (int digit = 0; digit < base; digit++)
				for (final int next = cell + perDigit; cell < next; cell++)
					pairs[row + digit] += table[cell];
		}
	}
}
