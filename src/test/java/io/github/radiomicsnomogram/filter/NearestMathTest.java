package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NearestMathTest {

	private static final MathContext DIGITS = new MathContext(60);

	/** The exponential by its series, after halving; the numbers are small, so that this is enough. */
	private static BigDecimal exp(final BigDecimal x) {
		final BigDecimal small = x.divide(BigDecimal.valueOf(1 << 12), DIGITS);
		BigDecimal term = BigDecimal.ONE;
		BigDecimal sum = term;
		for (int n = 1; n < 25; n++) {
			term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
			sum = sum.add(term, DIGITS);
		}
		return sum.pow(1 << 12, DIGITS);
	}

	@Test
	void exponentialIsTheNearestDouble() {
		final Random random = new Random(1);
		for (int i = 0; i < 300; i++) {
			final double x = (random.nextDouble() - 0.5) * (i % 3 == 0 ? 1000 : i % 3 == 1 ? 10 : 0.01);
			assertEquals(exp(new BigDecimal(x)).doubleValue(), NearestMath.exp(x), "exp " + x);
		}
		for (final double x : new double[] { 0, 710, -745, 1e5, -1e5, Double.NaN })
			assertEquals(StrictMath.exp(x), NearestMath.exp(x), "exp " + x);
	}

	/** y is the double nearest to log x if e^(y - half a unit) < x < e^(y + half a unit). */
	@Test
	void logarithmIsTheNearestDouble() {
		final Random random = new Random(2);
		for (int i = 0; i < 200; i++) {
			final double x = i % 4 == 0 ? 2 + i : i % 4 == 1 ? 1 + random.nextDouble() * 0.02 : i % 4 == 2 ? random
				.nextDouble() : 5000 * random.nextDouble();
			final double y = NearestMath.log(x);
			final BigDecimal half = new BigDecimal(Math.ulp(y)).divide(BigDecimal.valueOf(2));
			final BigDecimal exact = new BigDecimal(x);
			assertEquals(1, exact.compareTo(exp(new BigDecimal(y).subtract(half))), "log " + x);
			assertEquals(-1, exact.compareTo(exp(new BigDecimal(y).add(half))), "log " + x);
		}
		for (final double x : new double[] { 0, 1, -1, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN })
			assertEquals(StrictMath.log(x), NearestMath.log(x), "log " + x);
	}
}
