package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;

/**
 * Values of an image between its voxels: each voxel of a row moved by each of some offsets. They are those of SciPy's
 * map_coordinates (order 3, 0 outside the image): the 64 products are added in its order, and the value is given in the
 * image's type, whole numbers being rounded half away from 0 and kept in the type's range.
 */
final class SplineSampler {

	private final SplineCoefficients coefficients;
	private final BoundingBox voxels;
	private final VoxelType type;
	private final SplineAxis[][] axes;

	/**
	 * @param coefficients of the image, as far as samples reach
	 * @param voxels that are moved
	 * @param offsets one a row; its first number is added to z, the second to y, the third to x, in voxels
	 * @param size voxels of the whole image along x, y, z
	 * @param type of the image
	 */
	SplineSampler(final SplineCoefficients coefficients, final BoundingBox voxels, final double[][] offsets,
		final long[] size, final VoxelType type)
	{
		this.coefficients = coefficients;
		this.voxels = voxels;
		this.type = type;
		final BoundingBox kept = coefficients.box();
		axes = new SplineAxis[offsets.length][];
		for (int v = 0; v < offsets.length; v++)
			axes[v] = new SplineAxis[] {
				new SplineAxis(voxels.x0(), voxels.size(0), offsets[v][2], (int) size[0], kept.x0()),
				new SplineAxis(voxels.y0(), voxels.size(1), offsets[v][1], (int) size[1], kept.y0()),
				new SplineAxis(voxels.z0(), voxels.size(2), offsets[v][0], (int) size[2], kept.z0()) };
	}

	/**
	 * Samples around a row of voxels.
	 *
	 * @param y row, counted from the first of the voxels
	 * @param z slice, likewise
	 * @param from first voxel of the row, likewise
	 * @param to the one after the last
	 * @param samples is filled: a row an offset, a column a voxel of the box's row; columns outside from and to stay
	 */
	void row(final int y, final int z, final int from, final int to, final double[][] samples) {
		final double[] line = new double[to + SplineAxis.TAPS - 1];
		for (int v = 0; v < axes.length; v++) {
			final SplineAxis ax = axes[v][0], ay = axes[v][1], az = axes[v][2];
			Arrays.fill(samples[v], from, to, 0);
			if (ay.outside[y] || az.outside[z]) continue;
			for (int tz = 0; tz < SplineAxis.TAPS; tz++)
				for (int ty = 0; ty < SplineAxis.TAPS; ty++) {
					final int start = (az.tap[tz][z] * coefficients.box().size(1) + ay.tap[ty][y]) * coefficients.box().size(0);
					add(start, az.weight[tz][z], ay.weight[ty][y], ax, from, to, line, samples[v]);
				}
			finish(ax, from, to, samples[v]);
		}
	}

	/**
	 * Adds what a line of coefficients contributes.
	 *
	 * @param start of the line
	 * @param line is filled with the weighted coefficients
	 */
	private void add(final int start, final double wz, final double wy, final SplineAxis ax, final int from, final int to,
		final double[] line, final double[] sums)
	{
		final int a = Math.min(Math.max(from, ax.regularFrom), to), b = Math.max(Math.min(to, ax.regularTo), a);
		addOneByOne(start, wz, wy, ax, from, a, sums);
		if (b > a) {
			weigh(coefficients.values(), start + ax.tap[0][a] - a, wz, wy, a, b + SplineAxis.TAPS - 1, line);
			addRegular(line, ax.weight, a, b, sums);
		}
		addOneByOne(start, wz, wy, ax, b, to, sums);
	}

	private static void weigh(final double[] c, final int shift, final double wz, final double wy, final int from,
		final int to, final double[] line)
	{
		for (int x = from; x < to; x++)
			line[x] = c[x + shift] * wz * wy;
	}

	private static void addRegular(final double[] line, final double[][] weight, final int from, final int to,
		final double[] sums)
	{
		final double[] w0 = weight[0], w1 = weight[1], w2 = weight[2], w3 = weight[3];
		for (int x = from; x < to; x++)
			sums[x] = sums[x] + line[x] * w0[x] + line[x + 1] * w1[x] + line[x + 2] * w2[x] + line[x + 3] * w3[x];
	}

	private void addOneByOne(final int start, final double wz, final double wy, final SplineAxis ax, final int from,
		final int to, final double[] sums)
	{
		for (int x = from; x < to; x++)
			if (!ax.outside[x]) for (int t = 0; t < SplineAxis.TAPS; t++)
				sums[x] += coefficients.values()[start + ax.tap[t][x]] * wz * wy * ax.weight[t][x];
	}

	private void finish(final SplineAxis ax, final int from, final int to, final double[] values) {
		for (int x = from; x < to; x++)
			if (ax.outside[x]) values[x] = 0;
		if (type == VoxelType.FLOAT32) for (int x = from; x < to; x++)
			values[x] = (float) values[x];
		if (!type.isInteger()) return;
		final double low = lowest(type), high = highest(type);
		for (int x = from; x < to; x++) {
			final double t = values[x];
			final double half = t > 0 ? t + 0.5 : low < 0 ? t - 0.5 : 0;
			final double kept = Math.min(Math.max(half, low), high);
			values[x] = kept < 0 ? Math.ceil(kept) : Math.floor(kept);
		}
	}

	private static double lowest(final VoxelType type) {
		return switch (type) {
			case INT8 -> Byte.MIN_VALUE;
			case INT16 -> Short.MIN_VALUE;
			case INT32 -> Integer.MIN_VALUE;
			case UINT8, UINT16, UINT32 -> 0;
			case FLOAT32, FLOAT64 -> Double.NEGATIVE_INFINITY;
		};
	}

	private static double highest(final VoxelType type) {
		return switch (type) {
			case INT8 -> Byte.MAX_VALUE;
			case UINT8 -> 0xff;
			case INT16 -> Short.MAX_VALUE;
			case UINT16 -> 0xffff;
			case INT32 -> Integer.MAX_VALUE;
			case UINT32 -> 0xffffffffL;
			case FLOAT32, FLOAT64 -> Double.POSITIVE_INFINITY;
		};
	}

	/** Voxels that are moved. */
	BoundingBox voxels() {
		return voxels;
	}
}
