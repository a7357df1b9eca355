package io.github.radiomicsnomogram.preprocess;

/**
 * The share of a Gaussian around a sample that falls on each voxel, cut off at some sigmas (P. Yushkevich's
 * itk::GaussianInterpolateImageFunction): differences of the error function at the voxels' borders.
 */
final class GaussianTaps implements Taps {

	private final Block image;
	private final double[] scale = new double[3];
	private final double[] cutOff = new double[3];
	private final int count;

	/**
	 * @param image to sample
	 * @param sigma in voxels
	 * @param alpha cut-off in sigmas
	 */
	GaussianTaps(final Block image, final double sigma, final double alpha) {
		this.image = image;
		for (int d = 0; d < 3; d++) {
			final double spacing = image.grid().spacing(d), mm = sigma * spacing;
			scale[d] = 1.0 / (Math.sqrt(2) * mm / spacing);
			cutOff[d] = mm * alpha / spacing;
		}
		count = (int) Math.ceil(2 * sigma * alpha) + 2;
	}

	@Override
	public int count() {
		return count;
	}

	@Override
	public int weigh(final int axis, final double index, final double[][] weights, final int sample) {
		final int begin = Math.max(0, (int) Math.floor(index + 0.5 - cutOff[axis]));
		final int end = Math.min(image.last(axis) + 1, (int) Math.ceil(index + 0.5 + cutOff[axis]));
		double t = (-0.5 - index + begin) * scale[axis];
		double before = ErrorFunction.erf(t);
		for (int tap = 0; tap < count; tap++) {
			t += scale[axis];
			final double after = tap < end - begin ? ErrorFunction.erf(t) : before;
			weights[tap][sample] = after - before;
			before = after;
		}
		return begin;
	}

	@Override
	public int voxel(final int axis, final int key, final int tap) {
		return Math.min(image.last(axis), key + tap);
	}
}
