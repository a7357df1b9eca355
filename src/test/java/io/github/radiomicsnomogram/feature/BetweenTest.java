package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetweenTest {

	/** Exact, up to and beyond a bound by one rounding unit, for values of any size. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, Double.MIN_VALUE, 1e-310, 1e-300, 0.1, 1, 1000, 1e20, 1e300, Double.MAX_VALUE })
	void isWhatComparisonsSay(final double size) {
		final Random random = new Random(3);
		for (int repeat = 0; repeat < 100; repeat++) {
			final double[] bounds = { size * (2 * random.nextDouble() - 1), size * (2 * random.nextDouble() - 1) };
			Arrays.sort(bounds);
			final double low = bounds[0], high = repeat % 10 == 0 ? low : bounds[1];
			final Between between = new Between(low, high, -size, size);
			for (final double v : new double[] { low, high, Math.nextUp(low), Math.nextDown(low), Math.nextUp(high), Math.nextDown(
				high), -size, size, 0, -0.0, (low + high) / 2, size * random.nextDouble() })
				if (Math.abs(v) <= size) assertEquals(v >= low && v <= high ? 1.0 : 0.0, between.one(v), v + " in [" + low + ", " +
					high + "]");
		}
	}

	/** Whole numbers and their halves, as percentiles of whole numbers are. */
	@ParameterizedTest
	@ValueSource(ints = { -1000, -1, 0, 7, 32767 })
	void boundsBelong(final int low) {
		for (int width = 0; width < 8; width++) {
			final Between between = new Between(low, low + width / 2.0, low - 10, low + 10);
			for (int v = low - 10; v <= low + 10; v++)
				assertEquals(v >= low && v <= low + width / 2.0 ? 1.0 : 0.0, between.one(v));
		}
	}
}
