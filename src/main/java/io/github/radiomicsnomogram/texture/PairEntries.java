package io.github.radiomicsnomogram.texture;

/**
 * Entries of a kernel's co-occurrence matrix, sorted by column, then row, as PyRadiomics' arrays lie in memory, so that
 * sums come out alike. Refilled for each kernel.
 */
final class PairEntries {

	final int[] rows, columns;
	final double[] values;
	int size;
	double total;

	PairEntries(final int capacity) {
		rows = new int[capacity];
		columns = new int[capacity];
		values = new double[capacity];
	}

	void clear() {
		size = 0;
		total = 0;
	}

	void add(final int row, final int column, final double value) {
		rows[size] = row;
		columns[size] = column;
		values[size++] = value;
		total += value;
	}
}
