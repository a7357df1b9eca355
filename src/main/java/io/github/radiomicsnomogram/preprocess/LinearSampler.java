package io.github.radiomicsnomogram.preprocess;

/** Linear along x, then y, then z; an axis on which the sample lies on a voxel, or beyond the last one, takes no part. */
final class LinearSampler implements LineSampler {

	private final Block image;
	private final int[] base = new int[3];
	private final int[] next = new int[3];
	private final double[] distance = new double[3];

	LinearSampler(final Block image) {
		this.image = image;
	}

	@Override
	public void sample(final double[][] index, final boolean[] inside, final double[] out) {
		for (int i = 0; i < out.length; i++) {
			if (!inside[i]) continue;
			for (int d = 0; d < 3; d++)
				place(d, index[d][i]);
			out[i] = mix(plane(base[2]), distance[2] == 0 ? 0 : plane(next[2]), distance[2]);
		}
	}

	private void place(final int d, final double index) {
		base[d] = Math.max(LineSampler.floor(index), 0);
		final double fraction = index - base[d];
		final boolean between = fraction > 0 && base[d] < image.last(d);
		next[d] = between ? base[d] + 1 : base[d];
		distance[d] = between ? fraction : 0;
	}

	private double plane(final int z) {
		return mix(line(base[1], z), distance[1] == 0 ? 0 : line(next[1], z), distance[1]);
	}

	private double line(final int y, final int z) {
		final int row = image.row(y, z);
		return mix(image.values()[row + base[0]], image.values()[row + next[0]], distance[0]);
	}

	private static double mix(final double a, final double b, final double distance) {
		return distance == 0 ? a : a + (b - a) * distance;
	}
}
