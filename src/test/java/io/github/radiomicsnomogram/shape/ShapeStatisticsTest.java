package io.github.radiomicsnomogram.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;

class ShapeStatisticsTest {

	private static final double[] SPACING = { 0.7, 0.9, 2.5 };

	/** Large enough to be cut into slabs; smooth parts and noise. */
	@Test
	void resultsDontDependOnTheThreads() {
		final Random random = new Random(1);
		final Masks mask = Masks.where(150, 130, 60, (x, y, z) -> Masks.square(x - 70) + Masks.square(y - 60) + 4 * Masks.square(z -
			30) < 3000 || random.nextInt(500) == 0);
		final Callable<ShapeStatistics> compute = () -> ShapeStatistics.of(mask.inside(), mask.size(), SPACING, Progress.NONE);
		final ShapeStatistics one = Parallelization.runSingleThreaded(compute);
		assertTrue(mask.grid().voxels() > 1 << 20);
		for (final int threads : new int[] { 2, 3, 8 })
			assertEquals(one, Parallelization.runWithNumThreads(threads, compute));
		assertEquals(one, Parallelization.runMultiThreaded(compute));
	}

	/** What is cut into slabs is the same as what is not. */
	@Test
	void slabsDontMatter() {
		final Masks ball = Masks.ellipsoid(30, 30, 30, 0.3), wide = ball.shifted(40, 90, 60);
		final ShapeStatistics small = ShapeStatistics.of(ball.inside(), ball.size(), SPACING, Progress.NONE);
		final ShapeStatistics large = ShapeStatistics.of(wide.inside(), wide.size(), SPACING, Progress.NONE);
		assertEquals(small, large);
	}

	@Test
	void canBeStopped() {
		final Progress stopped = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				throw new AssertionError("nothing to tell");
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> ShapeStatistics.of(new byte[] { 1 }, new int[] { 1, 1, 1 }, SPACING,
			stopped));
	}
}
