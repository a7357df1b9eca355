package io.github.radiomicsnomogram.feature;

import java.util.Arrays;

/**
 * Percentiles of many values without sorting them all: values are counted in buckets of equal width, and only the
 * buckets that hold a wanted rank are gathered and sorted. Linear in the values unless nearly all of them fall in one
 * bucket. Percentiles lie linearly between neighbouring values (type 7 of Hyndman &amp; Fan 1996,
 * <a href="https://doi.org/10.1080/00031305.1996.10473566">doi:10.1080/00031305.1996.10473566</a>), with NumPy's
 * arithmetic.
 */
final class FirstOrderQuantiles {

	/** Most buckets; fewer values have fewer. */
	private static final int MOST = 1 << 12;

	/** So many values are looked at together. */
	private static final int PIECE = 512;

	private final int n, size;
	private final Buckets buckets;

	/** Number of values in lower buckets. */
	private final int[] below;

	/** The values of the buckets that matter, sorted. */
	private final double[][] sorted;

	/**
	 * @param values finite; not changed
	 * @param min smallest one
	 * @param max largest one
	 * @param wanted the quantiles that {@link #at} will be asked for, 0 to 1
	 */
	FirstOrderQuantiles(final double[] values, final double min, final double max, final double... wanted) {
		n = values.length;
		size = Math.min(MOST, Integer.highestOneBit(n / 8 + 1));
		below = new int[size + 1];
		sorted = new double[size][];
		buckets = new Buckets(min, (size - 1) / (max - min));
		count(values);
		for (final double q : wanted) {
			want(place(q));
			want(Math.min(place(q) + 1, n - 1));
		}
		gather(values);
	}

	/** Neighbours often lie in one bucket, and a count has to wait until the last change of it is done: two tables. */
	private void count(final double[] values) {
		final int[] even = new int[size], odd = new int[size];
		for (int from = 0; from < n; from += PIECE) {
			final int length = Math.min(PIECE, n - from);
			buckets.find(values, from, length);
			for (int i = 0; i + 1 < length; i += 2) {
				even[buckets.of(i)]++;
				odd[buckets.of(i + 1)]++;
			}
			if (length % 2 == 1) even[buckets.of(length - 1)]++;
		}
		for (int b = 0; b < size; b++)
			below[b + 1] = below[b] + even[b] + odd[b];
	}

	/**
	 * The buckets of some values. Numbers between 0 and their number, to which 2<sup>52</sup> is added, end in the digits of
	 * the nearest whole number; that way of rounding has vector instructions.
	 */
	private final class Buckets {

		private final double min, scale;
		private final double[] rounded = new double[PIECE];

		Buckets(final double min, final double scale) {
			this.min = min;
			this.scale = scale;
		}

		void find(final double[] values, final int from, final int length) {
			System.arraycopy(values, from, rounded, 0, length);
			for (int i = 0; i < length; i++)
				rounded[i] = (rounded[i] - min) * scale + 0x1p52;
		}

		/** Never falls with growing values; 0 for all if they are equal. */
		int of(final int i) {
			return (int) Double.doubleToRawLongBits(rounded[i]) & size - 1;
		}
	}

	private int place(final double q) {
		return (int) ((n - 1) * q);
	}

	private void want(final int rank) {
		final int b = bucketOfRank(rank);
		if (sorted[b] == null) sorted[b] = new double[below[b + 1] - below[b]];
	}

	/** The bucket with the value that has so many values before it. */
	private int bucketOfRank(final int rank) {
		int low = 0, high = size - 1;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (below[middle + 1] > rank) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	private void gather(final double[] values) {
		final int[] filled = new int[size];
		for (int from = 0; from < n; from += PIECE) {
			final int length = Math.min(PIECE, n - from);
			buckets.find(values, from, length);
			for (int i = 0; i < length; i++) {
				final int b = buckets.of(i);
				if (sorted[b] != null) sorted[b][filled[b]++] = values[from + i];
			}
		}
		for (final double[] members : sorted)
			if (members != null) Arrays.sort(members);
	}

	private double rank(final int k) {
		final int b = bucketOfRank(k);
		return sorted[b][k - below[b]];
	}

	/**
	 * A quantile.
	 *
	 * @param q one of those that the constructor was told
	 */
	double at(final double q) {
		final int k = place(q);
		final double low = rank(k), high = rank(Math.min(k + 1, n - 1)), t = (n - 1) * q - k;
		return t < 0.5 ? low + (high - low) * t : high - (high - low) * (1 - t);
	}

	/** The middle value or the mean of the two middle ones; the quantile 0.5 must be one of those wanted. */
	double median() {
		return (rank((n - 1) / 2) + rank(n / 2)) / 2;
	}
}
