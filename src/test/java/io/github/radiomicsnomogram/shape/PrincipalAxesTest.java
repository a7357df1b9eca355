package io.github.radiomicsnomogram.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {

	private static PrincipalAxes axes(final Masks mask, final double... spacing) {
		return PrincipalAxes.of(VoxelMoments.of(mask.grid()), spacing);
	}

	/** n equidistant points have the variance (n^2 - 1) / 12. */
	@Test
	void aBoxHasItsClosedForm() {
		final PrincipalAxes axes = axes(Masks.box(9, 70, 4), 2, 0.5, 3);
		final double x = 80 / 12.0 * 4, y = 4899 / 12.0 * 0.25, z = 15 / 12.0 * 9;
		assertEquals(3, axes.dimensions());
		assertEquals(y, axes.major(), 1e-14 * y);
		assertEquals(x, axes.minor(), 1e-14 * x);
		assertEquals(z, axes.least(), 1e-14 * z);
		assertEquals(4 * Math.sqrt(y), axes.majorLength(), 1e-13);
		assertEquals(Math.sqrt(z / y), axes.flatness(), 1e-15);
	}

	/** A solid ellipsoid's axis lengths are 4 / sqrt(5) times its half axes; the digitised one differs by its steps. */
	@Test
	void anEllipsoidComesCloseToTheContinuousOne() {
		final PrincipalAxes axes = axes(Masks.ellipsoid(24, 16, 10, 0.3), 1, 1, 2);
		assertEquals(4 / Math.sqrt(5) * 24, axes.majorLength(), 0.2);
		assertEquals(4 / Math.sqrt(5) * 20, axes.minorLength(), 0.2);
		assertEquals(4 / Math.sqrt(5) * 16, axes.leastLength(), 0.2);
	}

	@Test
	void flatBodiesAreExactlyFlat() {
		assertEquals(2, axes(Masks.box(7, 9, 1), 0.7, 1.3, 2.9).dimensions());
		final PrincipalAxes oblique = axes(Masks.where(9, 9, 9, (x, y, z) -> x + y == z), 0.7, 1.3, 2.9);
		assertEquals(2, oblique.dimensions());
		assertEquals(0, oblique.least());
		assertTrue(oblique.minor() > 0);
		final PrincipalAxes line = axes(Masks.where(9, 9, 9, (x, y, z) -> x == y && y == z), 0.7, 1.3, 2.9);
		assertEquals(1, line.dimensions());
		assertEquals(0, line.minor());
		final double variance = 80 / 12.0 * (0.7 * 0.7 + 1.3 * 1.3 + 2.9 * 2.9);
		assertEquals(variance, line.major(), 1e-14 * variance);
		final PrincipalAxes point = axes(Masks.box(1, 1, 1), 0.7, 1.3, 2.9);
		assertEquals(new PrincipalAxes(0, 0, 0, 0), point);
		assertTrue(Double.isNaN(point.elongation()));
	}

	/** Against two passes in floating point and a library's eigenvalues, which are good to rounding times the largest one. */
	@Test
	void irregularMasksAgreeWithAGeneralSolver() {
		final Random random = new Random(11);
		for (int i = 0; i < 100; i++) {
			final Masks mask = Masks.noise(random, 2 + random.nextInt(70), 2 + random.nextInt(6), 2 + random.nextInt(6), 0.4);
			if (mask.isEmpty()) continue;
			final double[] s = { 0.2 + random.nextDouble(), 0.2 + random.nextDouble(), 0.2 + random.nextDouble() };
			final double[] expected = new EigenDecomposition(new Array2DRowRealMatrix(covariance(mask, s)))
				.getRealEigenvalues();
			final PrincipalAxes axes = axes(mask, s);
			assertEquals(expected[0], axes.major(), 1e-13 * expected[0]);
			assertEquals(expected[1], axes.minor(), 1e-13 * expected[0]);
			assertEquals(expected[2], axes.least(), 1e-13 * expected[0]);
		}
	}

	private static double[][] covariance(final Masks mask, final double[] spacing) {
		final double[] mean = new double[4];
		final double[][] sums = new double[3][3];
		for (int pass = 0; pass < 2; pass++) {
			for (int i = 0; i < mask.inside().length; i++) {
				if (mask.inside()[i] == 0) continue;
				final int nx = mask.size()[0], ny = mask.size()[1];
				final double[] p = { i % nx * spacing[0], i / nx % ny * spacing[1], i / nx / ny * spacing[2] };
				if (pass == 0) mean[3]++;
				for (int a = 0; a < 3; a++)
					if (pass == 0) mean[a] += p[a];
					else for (int b = 0; b < 3; b++)
						sums[a][b] += (p[a] - mean[a]) * (p[b] - mean[b]) / mean[3];
			}
			for (int a = 0; a < 3 && pass == 0; a++)
				mean[a] /= mean[3];
		}
		return sums;
	}

	/** A needle with a bump: the small eigenvalue keeps its digits although the largest one is 1e9 times as large. */
	@Test
	void smallEigenvaluesKeepTheirDigits() {
		final double[] values = PrincipalAxes.eigenvalues(new double[][] { { 1e9, 1, 0 }, { 1, 2, 0 }, { 0, 0, 1 } });
		assertEquals(1, values[0]);
		assertEquals(2 - 1 / (1e9 - 2), values[1], 1e-15);
		assertEquals(1e9 + 1 / (1e9 - 2), values[2]);
	}

	/** The sums are whole numbers, so nothing may change but the rounding of the rotations. */
	@Test
	void aBodyCanBeTurnedFlippedAndMoved() {
		final Masks body = Masks.blobs(new Random(2), 19, 13, 8);
		final PrincipalAxes axes = axes(body, 1, 2, 3);
		for (final PrincipalAxes other : List.of(axes(body.permuted(2, 0, 1), 3, 1, 2), axes(body.permuted(1, 0, 2), 2, 1, 3),
			axes(body.flipped(0), 1, 2, 3), axes(body.flipped(2), 1, 2, 3), axes(body.shifted(50, 4, 1), 1, 2, 3)))
		{
			assertEquals(axes.major(), other.major(), 1e-14 * axes.major());
			assertEquals(axes.minor(), other.minor(), 1e-14 * axes.major());
			assertEquals(axes.least(), other.least(), 1e-14 * axes.major());
		}
	}
}
