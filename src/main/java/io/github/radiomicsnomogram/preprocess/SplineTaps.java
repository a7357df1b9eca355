package io.github.radiomicsnomogram.preprocess;

/**
 * Cubic B-spline: 4 coefficients along each axis, mirrored at the first and the last voxel (P. Thevenaz, T. Blu, M.
 * Unser, doi:10.1109/42.875199). ITK finds the first of them in single precision, so a sample that lies less than a
 * float's rounding below a voxel is counted to that voxel. Along an axis of two voxels ITK mirrors once only and reads
 * memory out of its image; here the mirror goes on.
 */
final class SplineTaps implements Taps {

	private final Block image;

	SplineTaps(final Block image) {
		this.image = image;
	}

	@Override
	public int count() {
		return 4;
	}

	@Override
	public int weigh(final int axis, final double index, final double[][] weights, final int sample) {
		final int key = (int) Math.floor((float) index);
		final double t = index - key;
		final double w3 = 1.0 / 6.0 * t * t * t;
		final double w0 = 1.0 / 6.0 + 0.5 * t * (t - 1.0) - w3;
		final double w2 = t + w0 - 2.0 * w3;
		weights[0][sample] = w0;
		weights[1][sample] = 1.0 - w0 - w2 - w3;
		weights[2][sample] = w2;
		weights[3][sample] = w3;
		return key;
	}

	@Override
	public int voxel(final int axis, final int key, final int tap) {
		final int last = image.last(axis);
		int i = key - 1 + tap;
		if (last == 0) return 0;
		while (i < 0 || i > last)
			i = i < 0 ? -i : 2 * last - i;
		return i;
	}
}
