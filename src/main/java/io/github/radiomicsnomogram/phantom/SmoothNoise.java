package io.github.radiomicsnomogram.phantom;

import java.util.Random;

/**
 * A smooth random field in space: random numbers in [-1, 1) on the nodes of a periodic cubic lattice, blended between
 * the nodes by Perlin's smoothstep (doi 10.1145/325165.325247). The same seed gives the same bits on every Java.
 */
final class SmoothNoise {

	private static final int NODES = 32;

	private final double cell;
	private final double[] nodes = new double[NODES * NODES * NODES];

	/**
	 * @param seed of the field
	 * @param cell distance of lattice nodes in mm, about the size of the field's blobs
	 */
	SmoothNoise(final long seed, final double cell) {
		this.cell = cell;
		final Random random = new Random(seed);
		for (int i = 0; i < nodes.length; i++)
			nodes[i] = 2 * random.nextDouble() - 1;
	}

	/** Value at a point in mm, between -1 and 1. */
	double at(final double x, final double y, final double z) {
		final double u = x / cell, v = y / cell, w = z / cell;
		final int i = floor(u), j = floor(v), k = floor(w);
		final double s = ease(u - i), t = ease(v - j), r = ease(w - k);
		return blend(r, blend(t, blend(s, node(i, j, k), node(i + 1, j, k)), blend(s, node(i, j + 1, k), node(i + 1, j + 1,
			k))), blend(t, blend(s, node(i, j, k + 1), node(i + 1, j, k + 1)), blend(s, node(i, j + 1, k + 1), node(i + 1, j +
				1, k + 1))));
	}

	private double node(final int i, final int j, final int k) {
		final int wrap = NODES - 1;
		return nodes[((k & wrap) * NODES + (j & wrap)) * NODES + (i & wrap)];
	}

	private static int floor(final double v) {
		return (int) Math.floor(v);
	}

	private static double ease(final double t) {
		return t * t * (3 - 2 * t);
	}

	private static double blend(final double t, final double a, final double b) {
		return a + t * (b - a);
	}
}
