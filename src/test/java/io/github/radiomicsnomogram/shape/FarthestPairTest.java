package io.github.radiomicsnomogram.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class FarthestPairTest {

	private final Random random = new Random(3);

	/** Exact: the same arithmetic on the same pair. */
	private static void check(final int[][] p, final double[] scale) {
		double best = 0;
		for (int i = 0; i < p[0].length; i++)
			for (int j = 0; j < i; j++)
				best = Math.max(best, Masks.square((p[0][i] - p[0][j]) * scale[0]) + Masks.square((p[1][i] - p[1][j]) * scale[1]) +
					Masks.square((p[2][i] - p[2][j]) * scale[2]));
		assertEquals(best, FarthestPair.squared(p, scale, 0));
		assertEquals(best + 1, FarthestPair.squared(p, scale, best + 1));
	}

	@Test
	void inACloud() {
		for (int i = 0; i < 60; i++) {
			final int n = 1 + random.nextInt(300), range = 1 + random.nextInt(40);
			final int[][] p = new int[3][n];
			for (int k = 0; k < n; k++)
				for (int d = 0; d < 3; d++)
					p[d][k] = random.nextInt(range);
			check(p, new double[] { 0.4, 0.5, 1.25 });
		}
	}

	@Test
	void onASphere() {
		for (final int radius : new int[] { 3, 30, 300 }) {
			final int n = 1500;
			final int[][] p = new int[3][n];
			for (int k = 0; k < n; k++) {
				final double x = random.nextGaussian(), y = random.nextGaussian(), z = random.nextGaussian(), r = Math.sqrt(x * x +
					y * y + z * z) / radius;
				p[0][k] = (int) Math.rint(x / r);
				p[1][k] = (int) Math.rint(y / r);
				p[2][k] = (int) Math.rint(z / r);
			}
			check(p, new double[] { 0.5, 0.5, 0.5 });
		}
	}

	@Test
	void ofPointsInOnePlace() {
		final int[][] p = new int[3][100];
		check(p, new double[] { 1, 1, 1 });
		assertEquals(0, FarthestPair.squared(new int[3][0], new double[] { 1, 1, 1 }, 0));
	}
}
