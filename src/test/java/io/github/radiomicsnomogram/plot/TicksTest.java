package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.survival.Pretty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against {@code pretty(c(low, high), n)} of R 4.2.2: first tick, last tick and number of ticks, or all of them. */
class TicksTest {

	@ParameterizedTest
	@CsvSource({ "-0.4,0.8,10,-0.4,0.8,13", "0,100,10,0,100,11", "0,165.2,10,0,180,10", "-0.37,0.81,10,-0.4,0.9,14",
		"0,1,10,0,1,11", "-1365,2617,10,-1500,3000,10", "0.001,0.0237,10,0,0.024,13", "1,1e6,5,0,1e6,6", "-3,-1,4,-3,-1,5",
		"5,5.0001,10,5,5.0001,11", "2,2,5,0,2,2", "0,0,5,-1,0,2", "0,7,3,0,8,5", "17,93,7,10,100,10", "1e-12,1,10,0,1,11",
		"7,7,10,4,10,4", "-7,-7,12,-9,-5,5", "1000,1000,10,960,1020,4", "-0.2,0,9,-0.2,0,11", "3,3.4,2,3,3.4,3",
		"-40,1700,1,-2000,2000,3" })
	void equalsR(final double low, final double high, final int n, final double first, final double last,
		final int count)
	{
		final double[] ticks = Pretty.of(low, high, n);
		final String all = Arrays.toString(ticks);
		assertEquals(count, ticks.length, all);
		// R adds steps to the first tick, here each tick is a multiple of the step: some units in the last place.
		assertEquals(first, ticks[0], 1e-12 * (Math.abs(first) + 1), all);
		assertEquals(last, ticks[count - 1], 1e-12 * (Math.abs(last) + 1), all);
	}

	@Test
	void ticksAreEvenlySpaced() {
		assertArrayEquals(new double[] { -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8 }, Pretty.of(
			-0.4, 0.8, 10), 1e-15);
	}

	@Test
	void labelsAreShort() {
		assertEquals("[-0.4, 0, 0.3, 20, 0.00001, 1E-7, 1E+7, 1000000, 0.95]", Arrays.toString(DoubleStream.of(-0.4, 0,
			0.1 * 3, 20, 1e-5, 1e-7, 1e7, 1e6, 0.95).mapToObj(Ticks::label).toArray()));
	}
}
