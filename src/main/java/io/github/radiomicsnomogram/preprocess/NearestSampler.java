package io.github.radiomicsnomogram.preprocess;

/** The nearest voxel. */
final class NearestSampler implements LineSampler {

	private final Block image;

	NearestSampler(final Block image) {
		this.image = image;
	}

	@Override
	public void sample(final double[][] index, final boolean[] inside, final double[] out) {
		for (int i = 0; i < out.length; i++)
			if (inside[i]) out[i] = image.at(nearest(0, index[0][i]), nearest(1, index[1][i]), nearest(2, index[2][i]));
	}

	private int nearest(final int axis, final double index) {
		return Math.min(LineSampler.round(index), image.last(axis));
	}
}
