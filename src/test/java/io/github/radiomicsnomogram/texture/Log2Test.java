package io.github.radiomicsnomogram.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;

import org.junit.jupiter.api.Test;

class Log2Test {

	private static final MathContext DIGITS = new MathContext(60);

	@Test
	void powersOfTwoAreExact() {
		for (int k = -60; k <= 60; k++)
			assertEquals(k, Log2.of(Math.scalb(1.0, k)));
	}

	/** Rounded once: no double lies nearer to the logarithm that 60 digits give. */
	@Test
	void isRoundedOnce() {
		final Random random = new Random(5);
		final BigDecimal log2 = log(new BigDecimal(2));
		for (int k = 0; k < 200; k++) {
			final double v = (1 + random.nextInt(300)) / (double) (301 + random.nextInt(300)) + Math.ulp(1.0);
			final double expected = log(new BigDecimal(v)).divide(log2, DIGITS).doubleValue();
			assertEquals(expected, Log2.of(v), "log2 of " + v);
		}
	}

	/** 2 artanh((x - 1) / (x + 1)), after halving the way to 1 as far as the series likes. */
	private static BigDecimal log(final BigDecimal x) {
		if (x.compareTo(new BigDecimal("0.7")) < 0) return log(x.multiply(new BigDecimal(2))).subtract(log(new BigDecimal(
			2)));
		final BigDecimal s = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), DIGITS);
		BigDecimal power = s, sum = BigDecimal.ZERO;
		for (int k = 1; k < 200; k += 2) {
			sum = sum.add(power.divide(new BigDecimal(k), DIGITS), DIGITS);
			power = power.multiply(s, DIGITS).multiply(s, DIGITS);
		}
		return sum.multiply(new BigDecimal(2));
	}
}
