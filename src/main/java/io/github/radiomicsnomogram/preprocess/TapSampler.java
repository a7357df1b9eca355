package io.github.radiomicsnomogram.preprocess;

import java.util.Arrays;

/**
 * Sums voxels times weights, the voxels along x innermost, then y, then z, in ITK's order of operations, for all
 * samples of a line at once: neighbouring samples are independent, so the loops over them run on vector units while
 * each sum keeps its order. A row of voxels is spread to where the samples of a line need it, and kept for the next
 * lines; so are products of weights along x and y.
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
	private final boolean[] weighed = new boolean[3];
	private final int[][] voxels;
	private final double[] mass;
	private final int slots;
	private final int slices;
	private final double[][][] rows;
	private final long[] rowIn;
	private final double[][][] products;
	private final double[] sums;
	private boolean multiplied;
	private boolean alike;

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
		placed = new double[3][samples];
		voxels = new int[taps.count()][samples];
		mass = new double[samples];
		slots = Integer.highestOneBit(2 * taps.count() - 1);
		slices = Math.max(slots, ScanLines.TOGETHER * 2);
		final int n = taps.count();
		final double[][] lines = lines(slices * slots * n + n * n + 1, samples);
		rows = new double[slices * slots][][];
		for (int slot = 0; slot < rows.length; slot++)
			rows[slot] = Arrays.copyOfRange(lines, slot * n, (slot + 1) * n);
		rowIn = new long[rows.length];
		Arrays.fill(rowIn, -1);
		products = new double[n][][];
		for (int j = 0; j < n; j++)
			products[j] = Arrays.copyOfRange(lines, (rows.length + j) * n, (rows.length + j + 1) * n);
		sums = lines[lines.length - 1];
	}

	/**
	 * Arrays for the samples of a line, one behind another in memory. With its header of 16 bytes each takes a multiple of
	 * 32, so that all begin at the same place of a vector register: loops over several of them are faster then.
	 */
	private static double[][] lines(final int n, final int samples) {
		return new double[n][samples + (2 - samples & 3)];
	}

	@Override
	public void sample(final double[][] index, final boolean[] inside, final double[] out) {
		for (int d = 0; d < 3; d++)
			weigh(d, index[d]);
		alike = isAlike(index[1]) && isAlike(index[2]);
		Arrays.fill(sums, 0);
		Arrays.fill(mass, 0);
		int from = 0;
		while (from < out.length) {
			int to = from + 1;
			while (to < out.length && (!inside[to] || keys[1][to] == keys[1][from] && keys[2][to] == keys[2][from]))
				to++;
			if (inside[from]) run(from, to);
			from = inside[from] ? to : from + 1;
		}
		for (int i = 0; i < out.length; i++)
			out[i] = order == Order.NORMALIZED ? sums[i] / mass[i] : sums[i];
	}

	/** Whether the samples of a line share an index: they run evenly along the line, so if both ends are one, all are. */
	private static boolean isAlike(final double[] index) {
		return index[0] == index[index.length - 1];
	}

	/** Finds keys and weights along an axis, if the samples lie elsewhere than in the line before. */
	private void weigh(final int axis, final double[] index) {
		if (weighed[axis] && Arrays.equals(placed[axis], index)) return;
		weighed[axis] = true;
		if (axis < 2) multiplied = false;
		System.arraycopy(index, 0, placed[axis], 0, index.length);
		final int n = index.length;
		final int different = isAlike(index) ? 1 : n;
		for (int i = 0; i < different; i++)
			keys[axis][i] = taps.weigh(axis, image.covers(axis, index[i]) ? index[i] : Math.max(0, Math.min(image.last(axis),
				index[i])), weights[axis], i);
		if (different < n) {
			Arrays.fill(keys[axis], keys[axis][0]);
			for (final double[] w : weights[axis])
				Arrays.fill(w, w[0]);
		}
		if (axis == 0) findVoxels();
	}

	/** Looks up the voxels along x; spread rows are of no use any more if they, or weights multiplied into them, moved. */
	private void findVoxels() {
		boolean moved = order == Order.VALUE_FIRST;
		for (int t = 0; t < voxels.length; t++)
			for (int i = 0; i < voxels[t].length; i++) {
				final int voxel = taps.voxel(0, keys[0][i], t);
				moved |= voxel != voxels[t][i];
				voxels[t][i] = voxel;
			}
		if (moved) Arrays.fill(rowIn, -1);
	}

	/** Sums for samples whose voxels lie in the same rows. */
	private void run(final int from, final int to) {
		final int n = taps.count();
		final boolean still = placed[1][from] == placed[1][to - 1] && placed[2][from] == placed[2][to - 1];
		final boolean fast = alike && order == Order.WEIGHTS_FIRST && n % 2 == 0;
		if (fast && !multiplied) multiply(from);
		for (int k = 0; k < n; k++) {
			final double[] wz = weights[2][k];
			if (still && wz[from] == 0) continue;
			final int z = taps.voxel(2, keys[2][from], k);
			for (int j = 0; j < n; j++) {
				final double[] wy = weights[1][j];
				if (still && wy[from] == 0) continue;
				final double[][] row = row(taps.voxel(1, keys[1][from], j), z);
				if (fast) for (int t = 0; t < n; t += 2)
					addTwo(row[t], row[t + 1], products[j][t], products[j][t + 1], wz[from], sums, from, to);
				else add(row, wy, wz, sums, from, to);
			}
		}
	}

	/** Weights along x times those along y, of a line whose samples share the latter. */
	private void multiply(final int sample) {
		multiplied = true;
		for (int j = 0; j < products.length; j++)
			for (int t = 0; t < products.length; t++) {
				final double[] product = products[j][t];
				System.arraycopy(weights[0][t], 0, product, 0, mass.length);
				multiply(product, weights[1][j][sample]);
			}
	}

	private static void multiply(final double[] row, final double factor) {
		for (int i = 0; i < row.length; i++)
			row[i] *= factor;
	}

	private double[][] row(final int y, final int z) {
		final int slot = z % slices * slots + y % slots;
		final long id = (long) z * (image.last(1) + 1) + y;
		if (rowIn[slot] == id) return rows[slot];
		rowIn[slot] = id;
		final double[][] row = rows[slot];
		final double[] values = image.values();
		final int start = image.row(y, z);
		for (int t = 0; t < row.length; t++)
			spread(values, start, voxels[t], row[t]);
		if (order == Order.VALUE_FIRST) for (int t = 0; t < row.length; t++)
			multiply(row[t], weights[0][t]);
		return row;
	}

	private static void spread(final double[] values, final int start, final int[] voxels, final double[] row) {
		for (int i = 0; i < voxels.length; i++)
			row[i] = values[start + voxels[i]];
	}

	private static void multiply(final double[] row, final double[] factors) {
		for (int i = 0; i < factors.length; i++)
			row[i] *= factors[i];
	}

	private void add(final double[][] row, final double[] wy, final double[] wz, final double[] out, final int from,
		final int to)
	{
		final double[][] wx = weights[0];
		switch (order) {
			case WEIGHTS_FIRST -> {
				for (int t = 0; t < row.length; t++)
					addProduct(row[t], wx[t], wy, wz, out, from, to);
			}
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

	/** Two taps of a line whose samples share the weight along z; more in one loop Java makes slower. */
	private static void addTwo(final double[] r0, final double[] r1, final double[] w0, final double[] w1,
		final double wz, final double[] out, final int from, final int to)
	{
		for (int i = from; i < to; i++)
			out[i] = out[i] + w0[i] * wz * r0[i] + w1[i] * wz * r1[i];
	}

	private static void addProduct(final double[] row, final double[] wx, final double[] wy, final double[] wz,
		final double[] out, final int from, final int to)
	{
		for (int i = from; i < to; i++)
			out[i] += wx[i] * wy[i] * wz[i] * row[i];
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
