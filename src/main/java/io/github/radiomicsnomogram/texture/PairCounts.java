package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * Counts how often pairs (row, column) of whole numbers occur. Columns below a bound are counted in a table, rarer ones
 * in a list that is sorted at the end: neither many grey levels nor a single huge zone make it large. Counts are exact,
 * so that parts counted separately add up to the same in any order.
 */
final class PairCounts {

	/** Cells that a table may always have. */
	private static final long SMALL_TABLE = 1 << 16;

	private final int rows, columns, tableColumns;
	private final int[] table;
	private long[] others = new long[0];
	private int otherCount;

	/**
	 * @param rows rows 0 to this, not included
	 * @param columns columns 0 to this, not included
	 * @param voxels size of the ROI: the memory may grow with it
	 */
	PairCounts(final int rows, final int columns, final int voxels) {
		this(rows, columns, Math.max(SMALL_TABLE, 2L * voxels));
	}

	/** @param cells that the table may have */
	private PairCounts(final int rows, final int columns, final long cells) {
		this.rows = rows;
		this.columns = columns;
		tableColumns = (int) Math.min(columns, cells / rows);
		table = new int[rows * tableColumns];
	}

	/** For so many pairs in all, most of them in the first columns: a table is read as a whole, so that it is a small one. */
	static PairCounts ofFew(final int rows, final int columns, final int pairs) {
		return new PairCounts(rows, columns, Math.min(2L * pairs, Math.max(SMALL_TABLE, pairs / 4)));
	}

	/** Whether every pair is counted in the table. */
	boolean isTable() {
		return tableColumns == columns;
	}

	/** Columns of the table, if {@link #isTable()}. */
	int columns() {
		return columns;
	}

	/** The table, row by row, if {@link #isTable()}: for loops that count into several at once. */
	int[] table() {
		return table;
	}

	/** Counts a pair. */
	void add(final int row, final int column) {
		if (column < tableColumns) table[row * tableColumns + column]++;
		else addOther((long) row * columns + column);
	}

	/**
	 * Counts the pairs of some voxels in a row.
	 *
	 * @param grid whose ranks are the rows, counted from 1
	 * @param columns columns of the same voxels
	 * @param first place of the first voxel in the grid
	 * @param start place of {@code columns[0]}
	 * @param n number of voxels
	 */
	void addAll(final LevelGrid grid, final int[] columns, final int first, final int start, final int n) {
		if (isTable()) countInTable(grid, columns, first, start, n);
		else for (int v = first; v < first + n; v++)
			add(grid.rank(v) - 1, columns[v - start]);
	}

	private void countInTable(final LevelGrid grid, final int[] columnOf, final int first, final int start, final int n) {
		final int[] cells = table;
		final int perRow = tableColumns;
		for (int v = first; v < first + n; v++)
			cells[(grid.rank(v) - 1) * perRow + columnOf[v - start]]++;
	}

	private void addOther(final long key) {
		if (otherCount == others.length) others = Arrays.copyOf(others, Math.max(64, Math.multiplyExact(otherCount, 2)));
		others[otherCount++] = key;
	}

	/** Adds what another counter of the same kind has counted. */
	void addAll(final PairCounts more) {
		for (int i = 0; i < table.length; i++)
			table[i] += more.table[i];
		others = Arrays.copyOf(others, Math.addExact(otherCount, more.otherCount));
		System.arraycopy(more.others, 0, others, otherCount, more.otherCount);
		otherCount += more.otherCount;
	}

	/** The pairs that occurred, sorted by row, then column. */
	SparseMatrix toMatrix() {
		return toMatrix(0, 0);
	}

	/** As {@link #toMatrix()}, without the rows and columns before the first ones, which become number 0. */
	SparseMatrix toMatrix(final int firstRow, final int firstColumn) {
		Arrays.sort(others, 0, otherCount);
		final SparseMatrix.Builder matrix = new SparseMatrix.Builder(entries());
		int k = 0;
		for (int row = firstRow; row < rows; row++) {
			for (int column = firstColumn; column < tableColumns; column++) {
				final int count = table[row * tableColumns + column];
				if (count != 0) matrix.add(row - firstRow, column - firstColumn, count);
			}
			while (k < otherCount && others[k] < (long) (row + 1) * columns) {
				final int first = k;
				while (k < otherCount && others[k] == others[first])
					k++;
				matrix.add(row - firstRow, (int) (others[first] % columns) - firstColumn, k - first);
			}
		}
		return matrix.build();
	}

	/** Number of different pairs, given that the list is sorted. */
	private int entries() {
		int entries = 0;
		for (final int count : table)
			if (count != 0) entries++;
		for (int k = 0; k < otherCount; k++)
			if (k == 0 || others[k] != others[k - 1]) entries++;
		return entries;
	}
}
