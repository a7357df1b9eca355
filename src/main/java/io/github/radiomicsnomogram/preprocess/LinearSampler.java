package io.github.radiomicsnomogram.preprocess;

import java.util.Arrays;

/** Linear along x, then y, then z; an axis on which the sample meets a voxel, or is beyond the last, takes no part. */
final class LinearSampler implements LineSampler {

	private final Block image;
	private final double[][] placed;
	private final int[][] base;
	private final int[][] next;
	private final double[][] distance;

	LinearSampler(final Block image, final int samples) {
		this.image = image;
		placed = new double[3][samples];
		base = new int[3][samples];
		next = new int[3][samples];
		distance = new double[3][samples];
		for (final double[] nowhere : placed)
			Arrays.fill(nowhere, Double.NaN);
	}

	@Override
	public void sample(final double[][] index, final boolean[] inside, final double[] out) {
		for (int d = 0; d < 3; d++)
			if (!Arrays.equals(placed[d], index[d])) place(d, index[d]);
		final double[] v = image.values();
		for (int i = 0; i < out.length; i++) {
			if (!inside[i]) continue;
			final int y0 = base[1][i], y1 = next[1][i], z0 = base[2][i], z1 = next[2][i];
			final int x0 = base[0][i], x1 = next[0][i];
			final double dx = distance[0][i], dy = distance[1][i], dz = distance[2][i];
			final int r00 = image.row(y0, z0), r10 = image.row(y1, z0);
			final double low = plane(v[r00 + x0], v[r00 + x1], v[r10 + x0], v[r10 + x1], dx, dy);
			if (dz == 0) {
				out[i] = low;
				continue;
			}
			final int r01 = image.row(y0, z1), r11 = image.row(y1, z1);
			out[i] = mix(low, plane(v[r01 + x0], v[r01 + x1], v[r11 + x0], v[r11 + x1], dx, dy), dz);
		}
	}

	private void place(final int d, final double[] index) {
		System.arraycopy(index, 0, placed[d], 0, index.length);
		for (int i = 0; i < index.length; i++) {
			base[d][i] = Math.max(0, Math.min(image.last(d), LineSampler.floor(index[i])));
			final double fraction = index[i] - base[d][i];
			final boolean between = fraction > 0 && base[d][i] < image.last(d);
			next[d][i] = between ? base[d][i] + 1 : base[d][i];
			distance[d][i] = between ? fraction : 0;
		}
	}

	private static double plane(final double v00, final double v10, final double v01, final double v11, final double dx,
		final double dy)
	{
		final double a = mix(v00, v10, dx);
		return dy == 0 ? a : mix(a, mix(v01, v11, dx), dy);
	}

	private static double mix(final double a, final double b, final double distance) {
		return distance == 0 ? a : a + (b - a) * distance;
	}
}
