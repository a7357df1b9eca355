package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstOrderSumsTest {

	/** np.sqrt(np.arange(1, n + 1)).reshape(1, -1).sum(1) and np.full((1, n), .1).sum(1), NumPy 1.26.4: to the last digit. */
	@ParameterizedTest
	@CsvSource({ "5, 8.382332347441762, 0.5", "8, 16.306000526035724, 0.8", "127, 959.575400950572, 12.7",
		"128, 970.8891094495568, 12.800000000000002", "129, 982.2469261411575, 12.899999999999999",
		"1000, 21097.455887480734, 100.00000000000001", "8193, 494439.02939319884, 819.3000000000002", "100003, 21082957.66670257, 10000.300000000001",
		"300000, 109544785.15450181, 30000.00000000002" })
	void digitsAreThoseOfNumPy(final int n, final double roots, final double tenths) {
		final double[] numbers = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
		assertArrayEquals(new double[] { roots, tenths }, FirstOrderSums.of(numbers, 2, (x, length, terms) -> {
			for (int i = 0; i < length; i++) {
				terms[0][i] = Math.sqrt(x[i]);
				terms[1][i] = 0.1;
			}
		}));
	}

	/** One rounding unit of the sum of sizes for each halving of a part (13) and each part (13). */
	@Test
	void isCloseToTheExactSum() {
		final double[] x = new Random(4).doubles(100_000, -1, 1).toArray();
		BigDecimal exact = BigDecimal.ZERO;
		double sizes = 0;
		for (final double v : x) {
			exact = exact.add(new BigDecimal(v));
			sizes += Math.abs(v);
		}
		assertEquals(exact.doubleValue(), sum(x), 26 * Math.ulp(1.0) * sizes / 2);
	}

	@Test
	void doesNotDependOnTheThreads() {
		final double[] x = new Random(5).doubles(1_000_003).toArray();
		final Callable<Double> sum = () -> sum(x);
		final double one = Parallelization.runSingleThreaded(sum);
		for (final int threads : new int[] { 2, 3, 8 })
			assertEquals(one, Parallelization.runWithNumThreads(threads, sum));
	}

	private static double sum(final double[] x) {
		return FirstOrderSums.of(x, 1, (values, n, terms) -> System.arraycopy(values, 0, terms[0], 0, n))[0];
	}
}
