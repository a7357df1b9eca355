package io.github.radiomicsnomogram.preprocess;

import java.util.function.DoubleUnaryOperator;

/**
 * Sinc cut off by a window of radius 5: 10 voxels along each axis, the border voxels repeated outside (E. H. W.
 * Meijering et al., Quantitative comparison of sinc-approximating kernels for medical image interpolation, MICCAI
 * 1999).
 */
final class SincTaps implements Taps {

	private static final int RADIUS = 5;

	private final Block image;
	private final DoubleUnaryOperator window;

	SincTaps(final Block image, final Interpolator interpolator) {
		this.image = image;
		window = window(interpolator);
	}

	private static DoubleUnaryOperator window(final Interpolator interpolator) {
		final double half = Math.PI / (2 * RADIUS), whole = Math.PI / RADIUS, twice = 2.0 * Math.PI / RADIUS;
		final double square = 1.0 / (RADIUS * RADIUS);
		return switch (interpolator) {
			case HAMMING_WINDOWED_SINC -> x -> 0.54 + 0.46 * Math.cos(x * whole);
			case COSINE_WINDOWED_SINC -> x -> Math.cos(x * half);
			case WELCH_WINDOWED_SINC -> x -> 1.0 - x * square * x;
			case LANCZOS_WINDOWED_SINC -> x -> x == 0 ? 1 : Math.sin(whole * x) / (whole * x);
			case BLACKMAN_WINDOWED_SINC -> x -> 0.42 + 0.5 * Math.cos(x * whole) + 0.08 * Math.cos(x * twice);
			default -> throw new IllegalArgumentException(interpolator + " is no windowed sinc");
		};
	}

	@Override
	public int count() {
		return 2 * RADIUS;
	}

	@Override
	public int weigh(final int axis, final double index, final double[][] weights, final int sample) {
		final int key = LineSampler.floor(index);
		final double distance = index - key;
		double x = distance + RADIUS;
		for (int tap = 0; tap < 2 * RADIUS; tap++) {
			x -= 1.0;
			weights[tap][sample] = distance == 0 ? tap == RADIUS - 1 ? 1 : 0 : window.applyAsDouble(x) * sinc(x);
		}
		return key;
	}

	private static double sinc(final double x) {
		final double px = Math.PI * x;
		return x == 0 ? 1 : Math.sin(px) / px;
	}

	@Override
	public int voxel(final int axis, final int key, final int tap) {
		return Math.max(0, Math.min(image.last(axis), key + 1 - RADIUS + tap));
	}
}
