package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.List;

/**
 * The entries of a matrix that are not 0, sorted by row, then column: a texture matrix, of which most cells are empty
 * where grey levels are many. Entries are counts, or sums of weighted counts. Immutable.
 */
public final class SparseMatrix {

	/** No entries. */
	static final SparseMatrix EMPTY = new Builder(0).build();

	private final int[] rows, columns;
	private final double[] values;

	private SparseMatrix(final int[] rows, final int[] columns, final double[] values) {
		this.rows = rows;
		this.columns = columns;
		this.values = values;
	}

	/** Number of entries. */
	public int size() {
		return values.length;
	}

	/** Row of an entry, from 0: the place of a grey level among those present. */
	public int row(final int entry) {
		return rows[entry];
	}

	/** Column of an entry. */
	public int column(final int entry) {
		return columns[entry];
	}

	/** An entry's value. */
	public double value(final int entry) {
		return values[entry];
	}

	/** Sum of the entries. */
	public double total() {
		double sum = 0;
		for (final double v : values)
			sum += v;
		return sum;
	}

	/** The value in a cell, 0 where there is no entry. */
	public double get(final int row, final int column) {
		int low = 0, high = values.length - 1;
		while (low <= high) {
			final int mid = (low + high) >>> 1;
			final int order = rows[mid] != row ? Integer.compare(rows[mid], row) : Integer.compare(columns[mid], column);
			if (order == 0) return values[mid];
			if (order < 0) low = mid + 1;
			else high = mid - 1;
		}
		return 0;
	}

	/** A function of an entry's place and value. */
	interface EntryFunction {

		double apply(int row, int column, double value);
	}

	/** The matrix with other values in the same places. */
	SparseMatrix map(final EntryFunction function) {
		final double[] mapped = new double[values.length];
		for (int e = 0; e < values.length; e++)
			mapped[e] = function.apply(rows[e], columns[e], values[e]);
		return new SparseMatrix(rows, columns, mapped);
	}

	/** The matrix with rows and columns exchanged. */
	SparseMatrix transposed(final int columnCount) {
		final int[] next = new int[columnCount + 1];
		for (final int column : columns)
			next[column + 1]++;
		for (int c = 0; c < columnCount; c++)
			next[c + 1] += next[c];
		final SparseMatrix t = new SparseMatrix(new int[size()], new int[size()], new double[size()]);
		for (int e = 0; e < values.length; e++) {
			final int at = next[columns[e]]++;
			t.rows[at] = columns[e];
			t.columns[at] = rows[e];
			t.values[at] = values[e];
		}
		return t;
	}

	/** Sum of two matrices, each times a weight. */
	static SparseMatrix sum(final SparseMatrix a, final double weightA, final SparseMatrix b, final double weightB) {
		final Builder sum = new Builder(a.size() + b.size());
		int i = 0, j = 0;
		while (i < a.size() || j < b.size()) {
			final int order = i == a.size() ? 1 : j == b.size() ? -1 : compare(a, i, b, j);
			final SparseMatrix m = order <= 0 ? a : b;
			final int e = order <= 0 ? i : j;
			sum.add(m.rows[e], m.columns[e], (order <= 0 ? weightA * a.values[i] : 0) + (order >= 0 ? weightB * b.values[j]
				: 0));
			if (order <= 0) i++;
			if (order >= 0) j++;
		}
		return sum.build();
	}

	private static int compare(final SparseMatrix a, final int i, final SparseMatrix b, final int j) {
		return a.rows[i] != b.rows[j] ? Integer.compare(a.rows[i], b.rows[j]) : Integer.compare(a.columns[i], b.columns[j]);
	}

	/** Sum of matrices, each times a weight; empty if there are none. */
	static SparseMatrix sum(final List<SparseMatrix> matrices, final double[] weights) {
		SparseMatrix sum = EMPTY;
		for (int m = 0; m < weights.length; m++)
			sum = sum(sum, 1, matrices.get(m), weights[m]);
		return sum;
	}

	/** Takes entries in their order. */
	static final class Builder {

		private final SparseMatrix matrix;
		private int size;

		Builder(final int capacity) {
			matrix = new SparseMatrix(new int[capacity], new int[capacity], new double[capacity]);
		}

		void add(final int row, final int column, final double value) {
			matrix.rows[size] = row;
			matrix.columns[size] = column;
			matrix.values[size++] = value;
		}

		SparseMatrix build() {
			if (size == matrix.size()) return matrix;
			return new SparseMatrix(Arrays.copyOf(matrix.rows, size), Arrays.copyOf(matrix.columns, size), Arrays.copyOf(
				matrix.values, size));
		}
	}
}
