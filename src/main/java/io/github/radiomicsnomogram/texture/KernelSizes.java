package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/** Counts sizes (of runs, zones or dependences) by grey level in a kernel: lists them, sorts the list, counts equal ones. */
final class KernelSizes {

	private final int[] present;
	private final double[] weights;

	/** A key has, from its lowest bit on, the kind, the size and the rank: no division takes it apart. */
	private final long[] keys;
	private final int kindBits, sizeBits;
	private int n;

	/**
	 * @param levels of the whole ROI
	 * @param largest size
	 * @param most sizes that are listed at once
	 * @param weights of the kinds that are listed
	 */
	KernelSizes(final GreyLevels levels, final int largest, final int most, final double... weights) {
		present = levels.present();
		this.weights = weights;
		kindBits = bits(weights.length - 1);
		sizeBits = bits(largest);
		keys = new long[most];
	}

	/** Bits that hold the numbers up to a highest one. */
	private static int bits(final int highest) {
		return Integer.SIZE - Integer.numberOfLeadingZeros(highest);
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
		keys[n++] = ((long) rank - 1 << sizeBits | size) << kindBits | kind;
	}

	/** The statistics of the list, which must not be empty. */
	SizeStatistics statistics() {
		Arrays.sort(keys, 0, n);
		final SparseMatrix.Builder matrix = new SparseMatrix.Builder(n);
		final int[] levels = new int[n];
		int rows = 0;
		for (int k = 0, rank = -1; k < n;) {
			final long cell = keys[k] >>> kindBits;
			double value = 0;
			for (; k < n && keys[k] >>> kindBits == cell; k++)
				value += weights[(int) (keys[k] - (cell << kindBits))];
			final int r = (int) (cell >>> sizeBits);
			if (r != rank) levels[rows++] = present[r];
			rank = r;
			matrix.add(rows - 1, (int) (cell - ((long) r << sizeBits)), value);
		}
		return new SizeStatistics(matrix.build(), Arrays.copyOf(levels, rows));
	}
}
