package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/** Counts sizes (of runs, zones or dependences) by grey level in a kernel: lists them, sorts the list, counts equal ones. */
final class KernelSizes {

	private final int[] present;
	private final long sizes;
	private final double[] weights;
	private final long[] keys;
	private int n;

	/**
	 * @param levels of the whole ROI
	 * @param largest size
	 * @param most sizes that are listed at once
	 * @param weights of the kinds that are listed
	 */
	KernelSizes(final GreyLevels levels, final int largest, final int most, final double... weights) {
		present = levels.present();
		sizes = largest + 1L;
		this.weights = weights;
		keys = new long[most];
	}

	void clear() {
		n = 0;
	}

	/** Number of sizes in the list. */
	int count() {
		return n;
	}

	/** Takes the last ones off the list. */
	void truncate(final int count) {
		n = count;
	}

	/**
	 * Lists a size.
	 *
	 * @param rank of its level, counted from 1
	 * @param kind place of its weight
	 */
	void add(final int rank, final int size, final int kind) {
		keys[n++] = ((rank - 1) * sizes + size) * weights.length + kind;
	}

	/** The statistics of the list, which must not be empty. */
	SizeStatistics statistics() {
		Arrays.sort(keys, 0, n);
		final SparseMatrix.Builder matrix = new SparseMatrix.Builder(n);
		final int[] levels = new int[n];
		int rows = 0;
		for (int k = 0, rank = -1; k < n;) {
			final long cell = keys[k] / weights.length;
			double value = 0;
			for (; k < n && keys[k] / weights.length == cell; k++)
				value += weights[(int) (keys[k] % weights.length)];
			final int r = (int) (cell / sizes);
			if (r != rank) levels[rows++] = present[r];
			rank = r;
			matrix.add(rows - 1, (int) (cell % sizes), value);
		}
		return new SizeStatistics(matrix.build(), Arrays.copyOf(levels, rows));
	}
}
