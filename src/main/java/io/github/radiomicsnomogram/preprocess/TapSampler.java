package io.github.radiomicsnomogram.preprocess;

import java.util.Arrays;

/**
 * Sums voxels times weights, the voxels along x innermost, then y, then z, in ITK's order of operations, for all samples
 * of a line at once: neighbouring samples are independent, so the loops over them run on vector units while each sum
 * keeps its order. A row of voxels is spread once to where the samples of a line need it, and kept for the next lines.
 */
final class TapSampler implements LineSampler {

	/** How the weights of a voxel and its value are multiplied. */
	enum Order {
			/** ((wx wy) wz) v. */
			WEIGHTS_FIRST,
			/** ((v wx) wy) wz. */
			VALUE_FIRST,
			/** As WEIGHTS_FIRST, and divided by the sum of the weights. */
			NORMALIZED
	}

	private final Block image;
	private final Taps taps;
	private final Order order;
	private final double[][][] weights;
	private final int[][] keys;
	private final double[][] placed;
	private final double[] mass;
	private final int slots;
	private final double[][][] rows;
	private final long[] rowIn;

	/**
	 * @param image values, or spline coefficients
	 * @param taps weights
	 * @param order of multiplication
	 * @param samples in each line
	 */
	TapSampler(final Block image, final Taps taps, final Order order, final int samples) {
		this.image = image;
		this.taps = taps;
		this.order = order;
		weights = new double[3][taps.count()][samples];
		keys = new int[3][samples];
		placed = new double[3][];
		mass = new double[samples];
		slots = Integer.highestOneBit(2 * taps.count() - 1);
		rows = new double[slots * slots][taps.count()][samples];
		rowIn = new long[slots * slots];
		Arrays.fill(rowIn, -1);
	}

	@Override
	public void sample(final double[][] index, final boolean[] inside, final double[] out) {
		for (int d = 0; d < 3; d++)
			weigh(d, index[d]);
		Arrays.fill(out, 0);
		Arrays.fill(mass, 0);
		int from = 0;
		while (from < out.length) {
			int to = from + 1;
			while (to < out.length && (!inside[to] || keys[1][to] == keys[1][from] && keys[2][to] == keys[2][from]))
				to++;
			if (inside[from]) run(out, from, to);
			from = inside[from] ? to : from + 1;
		}
		if (order == Order.NORMALIZED) for (int i = 0; i < out.length; i++)
			out[i] = out[i] / mass[i];
	}

	/** Finds keys and weights along an axis, if the samples lie elsewhere than in the line before. */
	private void weigh(final int axis, final double[] index) {
		if (placed[axis] != null && Arrays.equals(placed[axis], index)) return;
		placed[axis] = index.clone();
		final int[] before = axis == 0 ? keys[0].clone() : null;
		for (int i = 0; i < index.length; i++) {
			if (i > 0 && index[i] == index[i - 1]) {
				keys[axis][i] = keys[axis][i - 1];
				for (final double[] w : weights[axis])
					w[i] = w[i - 1];
			}
			else keys[axis][i] = taps.weigh(axis, image.covers(axis, index[i]) ? index[i] : Math.max(0, Math.min(image.last(axis),
				index[i])), weights[axis], i);
		}
		// A spread row holds voxels by x key, and for VALUE_FIRST times the weight along x.
		if (axis == 0 && (order == Order.VALUE_FIRST || !Arrays.equals(before, keys[0]))) Arrays.fill(rowIn, -1);
	}

	/** Sums for samples whose voxels lie in the same rows. */
	private void run(final double[] out, final int from, final int to) {
		final int n = taps.count();
		final boolean still = index(1, from) == index(1, to - 1) && index(2, from) == index(2, to - 1);
		for (int k = 0; k < n; k++) {
			final double[] wz = weights[2][k];
			if (still && wz[from] == 0) continue;
			final int z = taps.voxel(2, keys[2][from], k);
			for (int j = 0; j < n; j++) {
				final double[] wy = weights[1][j];
				if (still && wy[from] == 0) continue;
				add(row(taps.voxel(1, keys[1][from], j), z), wy, wz, out, from, to);
			}
		}
	}

	private double index(final int axis, final int sample) {
		return placed[axis][sample];
	}

	private double[][] row(final int y, final int z) {
		final int slot = z % slots * slots + y % slots;
		final long id = (long) z * (image.last(1) + 1) + y;
		final double[][] row = rows[slot];
		if (rowIn[slot] == id) return row;
		rowIn[slot] = id;
		final double[] values = image.values();
		final int start = image.row(y, z);
		for (int t = 0; t < row.length; t++)
			for (int i = 0; i < keys[0].length; i++)
				row[t][i] = values[start + taps.voxel(0, keys[0][i], t)];
		if (order == Order.VALUE_FIRST) for (int t = 0; t < row.length; t++)
			for (int i = 0; i < keys[0].length; i++)
				row[t][i] *= weights[0][t][i];
		return row;
	}

	private void add(final double[][] row, final double[] wy, final double[] wz, final double[] out, final int from,
		final int to)
	{
		final double[][] wx = weights[0];
		switch (order) {
			case WEIGHTS_FIRST -> addFour(row, wx, wy, wz, out, from, to);
			case VALUE_FIRST -> {
				for (final double[] r : row)
					addWeighted(r, wy, wz, out, from, to);
			}
			default -> {
				for (int t = 0; t < row.length; t++)
					addNormalized(row[t], wx[t], wy, wz, out, from, to);
			}
		}
	}

	private static void addFour(final double[][] row, final double[][] wx, final double[] wy, final double[] wz,
		final double[] out, final int from, final int to)
	{
		final double[] r0 = row[0], r1 = row[1], r2 = row[2], r3 = row[3];
		final double[] w0 = wx[0], w1 = wx[1], w2 = wx[2], w3 = wx[3];
		for (int i = from; i < to; i++)
			out[i] = out[i] + w0[i] * wy[i] * wz[i] * r0[i] + w1[i] * wy[i] * wz[i] * r1[i] + w2[i] * wy[i] * wz[i] *
				r2[i] + w3[i] * wy[i] * wz[i] * r3[i];
	}

	private static void addWeighted(final double[] row, final double[] wy, final double[] wz, final double[] out,
		final int from, final int to)
	{
		for (int i = from; i < to; i++)
			out[i] += row[i] * wy[i] * wz[i];
	}

	private void addNormalized(final double[] row, final double[] wx, final double[] wy, final double[] wz,
		final double[] out, final int from, final int to)
	{
		for (int i = from; i < to; i++) {
			final double w = wx[i] * wy[i] * wz[i];
			out[i] += row[i] * w;
			mass[i] += w;
		}
	}
}
