package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

class FirstOrderQuantilesTest {

	private static final double[] Q = { 0, 0.01, 0.1, 0.25, 0.33, 0.5, 0.75, 0.9, 0.99, 1 };

	private static FirstOrderQuantiles of(final double[] x) {
		return new FirstOrderQuantiles(x, Arrays.stream(x).min().getAsDouble(), Arrays.stream(x).max().getAsDouble(), Q);
	}

	/** np.nanpercentile(x, 100 q) and np.nanmedian(x) of x = sqrt(1), -sqrt(2), sqrt(3), ..., sqrt(17); NumPy 1.26.4. */
	@Test
	void digitsAreThoseOfNumPy() {
		final double[] x = new double[17];
		for (int i = 0; i < x.length; i++)
			x[i] = Math.sqrt(i + 1) * (i % 2 == 0 ? 1 : -1);
		final double[] copy = x.clone();
		final FirstOrderQuantiles q = of(x);
		assertArrayEquals(new double[] { -4.0, -3.9586651818838305, -3.575123923792229, -2.8284271247461903,
			-2.323632614803888, 1.0, 3.0, 3.7125241037613605, 4.083086060912022, 4.123105625617661 }, Arrays.stream(Q).map(q::at)
				.toArray());
		assertEquals(1.0, q.median());
		assertArrayEquals(copy, x, "must not be changed");
	}

	/** Exact: buckets only choose what is sorted. */
	@Test
	void bucketsDontMatter() {
		final Random random = new Random(8);
		check(random, i -> random.nextGaussian());
		check(random, i -> random.nextInt(5));
		check(random, i -> Math.exp(20 * random.nextGaussian()));
		check(random, i -> i == 0 ? 1e30 : random.nextInt(1000));
		check(random, i -> 1e8 + 1e-8 * random.nextInt(4));
		check(random, i -> 42);
		check(random, i -> Double.MIN_VALUE * random.nextInt(3));
		check(random, i -> Double.MAX_VALUE * (random.nextDouble() - 0.5) * 2);
	}

	private static void check(final Random random, final IntToDoubleFunction value) {
		for (final int n : new int[] { 1, 2, 3, 10, 11, 1000, 1 + random.nextInt(20000) }) {
			final double[] x = new double[n];
			Arrays.setAll(x, value);
			final FirstOrderQuantiles quantiles = of(x);
			final double[] sorted = x.clone();
			Arrays.sort(sorted);
			for (final double q : Q) {
				final int k = (int) Math.floor((n - 1) * q);
				final double t = (n - 1) * q - k, a = sorted[k], b = sorted[Math.min(k + 1, n - 1)];
				assertEquals(t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t), quantiles.at(q), "n = " + n + ", q = " + q);
			}
			assertEquals((sorted[(n - 1) / 2] + sorted[n / 2]) / 2, quantiles.median());
		}
	}
}
