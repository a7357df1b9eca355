package io.github.radiomicsnomogram.filter;

/**
 * Where samples lie along one axis: for each voxel of a range, moved by an offset, the four coefficients that its value
 * is made of, and their weights. Weights differ in the last bits from voxel to voxel, as the sum of index and offset is
 * rounded.
 */
final class SplineAxis {

	/** Coefficients that a value is made of. */
	static final int TAPS = 4;

	/** Weights, a row a tap, a column a voxel. */
	final double[][] weight = new double[TAPS][];

	/** Indices of the coefficients, counted from the first that is kept; a row a tap, a column a voxel. */
	final int[][] tap = new int[TAPS][];

	/** Voxels whose sample lies outside the image. */
	final boolean[] outside;

	/** Columns from {@link #regularFrom} up to {@link #regularTo} (excluded) have neighbouring taps, each one further. */
	final int regularFrom, regularTo;

	/**
	 * @param from first voxel
	 * @param count voxels
	 * @param offset of the sample from the voxel, in voxels
	 * @param length of the image
	 * @param first coefficient that is kept
	 */
	SplineAxis(final int from, final int count, final double offset, final int length, final int first) {
		outside = new boolean[count];
		for (int t = 0; t < TAPS; t++) {
			weight[t] = new double[count];
			tap[t] = new int[count];
		}
		for (int i = 0; i < count; i++) {
			final double place = from + i + offset;
			outside[i] = place < 0 || place > length - 1;
			if (!outside[i]) set(i, place, length, first);
		}
		int start = 0;
		while (start < count && !isNextTo(start, start))
			start++;
		int end = start;
		while (end < count && isNextTo(start, end))
			end++;
		regularFrom = start;
		regularTo = end;
	}

	private boolean isNextTo(final int start, final int i) {
		for (int t = 0; t < TAPS; t++)
			if (outside[i] || tap[t][i] != tap[0][start] + t + i - start) return false;
		return true;
	}

	private void set(final int i, final double place, final int length, final int first) {
		final double floor = Math.floor(place), y = place - floor, z = 1 - y;
		weight[1][i] = (y * y * (y - 2) * 3 + 4) / 6;
		weight[2][i] = (z * z * (z - 2) * 3 + 4) / 6;
		weight[0][i] = z * z * z / 6;
		weight[3][i] = 1.0 - weight[0][i] - weight[1][i] - weight[2][i];
		for (int t = 0; t < TAPS; t++)
			tap[t][i] = mirrored((int) floor - 1 + t, length) - first;
	}

	private static int mirrored(final int i, final int length) {
		if (length == 1) return 0;
		final int m = Math.floorMod(i, 2 * length - 2);
		return m < length ? m : 2 * length - 2 - m;
	}
}
