package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;

import org.junit.jupiter.api.Test;

/** Against series in 60 digits, rounded once; tolerance 0. */
class RoundedTrigonometryTest {

	private static final MathContext DIGITS = new MathContext(60);

	@Test
	void sineAndCosineAreRoundedToNearest() {
		for (int i = -400; i <= 400; i++) {
			final double angle = i * Math.PI / 64 + i * 1e-3;
			assertEquals(series(angle, 1), RoundedTrigonometry.sin(angle), "sin " + angle);
			assertEquals(series(angle, 0), RoundedTrigonometry.cos(angle), "cos " + angle);
		}
		assertEquals(series(Math.PI, 1), RoundedTrigonometry.sin(Math.PI));
		assertEquals(series(Math.PI / 2, 0), RoundedTrigonometry.cos(Math.PI / 2));
	}

	@Test
	void inversesLieNearestToTheTruth() {
		for (int i = -60; i <= 60; i++) {
			final double x = i / 61.0, angle = RoundedTrigonometry.acos(x);
			assertNearest(angle, a -> exact(a, 0).subtract(new BigDecimal(x)));
			final double turn = RoundedTrigonometry.atan2(x, 0.3);
			if (turn != 0) assertNearest(turn, a -> exact(a, 1).multiply(new BigDecimal(0.3)).subtract(exact(a, 0).multiply(
				new BigDecimal(x))));
		}
		assertEquals(Math.PI, RoundedTrigonometry.atan2(0, -1));
		assertEquals(Double.NaN, RoundedTrigonometry.acos(1.0000000000000002));
	}

	/** The root lies between the midpoints to the two neighbours of the angle. */
	private static void assertNearest(final double angle, final java.util.function.Function<BigDecimal, BigDecimal> zero) {
		final BigDecimal half = new BigDecimal(Math.ulp(angle)).divide(BigDecimal.valueOf(2));
		final BigDecimal a = new BigDecimal(angle);
		assertEquals(-1, zero.apply(a.subtract(half)).signum() * zero.apply(a.add(half)).signum(), "angle " + angle);
	}

	private static double series(final double angle, final int first) {
		return exact(new BigDecimal(angle), first).doubleValue();
	}

	/** Sine (first power 1) or cosine (0). */
	private static BigDecimal exact(final BigDecimal angle, final int first) {
		BigDecimal term = first == 0 ? BigDecimal.ONE : angle, sum = term;
		for (int p = first + 2; p < 200; p += 2) {
			term = term.multiply(angle).multiply(angle).divide(BigDecimal.valueOf(-(long) (p - 1) * p), DIGITS);
			sum = sum.add(term, DIGITS);
		}
		return sum;
	}
}
