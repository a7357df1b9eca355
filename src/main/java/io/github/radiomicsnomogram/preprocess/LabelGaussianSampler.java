package io.github.radiomicsnomogram.preprocess;

/** Of the values around a sample, the one that gathers most of a Gaussian of sigma 1 voxel, cut off at 1 sigma. */
final class LabelGaussianSampler implements LineSampler {

	private final Block image;
	private final Taps taps;
	private final double[][][] weights;
	private final int[] key = new int[3];
	private final double[] value;
	private final double[] weight;

	LabelGaussianSampler(final Block image) {
		this.image = image;
		taps = new GaussianTaps(image, 1, 1);
		weights = new double[3][taps.count()][1];
		final int voxels = taps.count() * taps.count() * taps.count();
		value = new double[voxels];
		weight = new double[voxels];
	}

	@Override
	public void sample(final double[][] index, final boolean[] inside, final double[] out) {
		for (int i = 0; i < out.length; i++) {
			if (!inside[i]) continue;
			for (int d = 0; d < 3; d++)
				key[d] = taps.weigh(d, index[d][i], weights[d], 0);
			out[i] = heaviest();
		}
	}

	private double heaviest() {
		int labels = 0;
		double best = 0, most = 0;
		for (int k = 0; k < taps.count(); k++)
			for (int j = 0; j < taps.count(); j++)
				for (int i = 0; i < taps.count(); i++) {
					final double w = weights[0][i][0] * weights[1][j][0] * weights[2][k][0];
					if (w == 0) continue;
					final double v = image.at(taps.voxel(0, key[0], i), taps.voxel(1, key[1], j), taps.voxel(2, key[2], k));
					int l = 0;
					while (l < labels && value[l] != v)
						l++;
					if (l == labels) {
						value[labels++] = v;
						weight[l] = 0;
					}
					weight[l] += w;
					if (weight[l] > most) {
						most = weight[l];
						best = v;
					}
				}
		return best;
	}
}
