package io.github.radiomicsnomogram.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Equal to R's shapiro.test, bartlett.test and car's leveneTest. */
class NormalityAndVarianceTest {

	/** R's printed digits. */
	private static final double PRINTED = 1e-9;

	private static final double[] X = { 12, 14, 11, 6, 9, 12, 8 }, Y = { 10, 9, 8, 7, 13, 10, 5 };

	@Test
	void equalsShapiroTest() {
		check(0.964779890896, 0.858539594393, X);
		check(0.9642857143, 0.636886845, 1, 2, 4);
		check(0.8946862708, 0.405147211, 1, 2, 4, 9);
	}

	private static void check(final double w, final double p, final double... values) {
		assertEquals(w, ShapiroWilk.of(values).w(), PRINTED);
		assertEquals(p, ShapiroWilk.of(values).p(), PRINTED);
		final double[] turned = Arrays.stream(values).map(v -> 3 - 2 * v).toArray();
		assertEquals(w, ShapiroWilk.of(turned).w(), PRINTED);
	}

	@Test
	void refusesWhatCannotBeTested() {
		assertThrows(InputException.class, () -> ShapiroWilk.of(new double[] { 1, 2 }));
		assertThrows(InputException.class, () -> ShapiroWilk.of(new double[] { 2, 2, 2, 2 }));
	}

	@Test
	void equalsBartlettAndLevene() {
		assertEquals(0.854198060492, VarianceTests.bartlett(List.of(X, Y)).p(), PRINTED);
		assertEquals(0.747975471237, VarianceTests.levene(List.of(X, Y)).p(), PRINTED);
	}
}
