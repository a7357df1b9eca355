package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Two features are equal if all that is known of them is. */
class FeatureTest {

	private static Feature with(final String family, final String name, final String formula, final Unit unit,
		final String ibsi, final String source, final boolean deprecated, final String when, final String differs)
	{
		return new Feature(family, name, formula, unit, ibsi, source, deprecated, when, differs);
	}

	private static final Feature MEAN = with("firstorder", "Mean", "m", Unit.VALUE, "Q4LE", "IBSI", false, "", "no");

	@Test
	void isEqualToItsCopy() {
		final Feature copy = with("firstorder", "Mean", "m", Unit.VALUE, "Q4LE", "IBSI", false, "", "no");
		assertEquals(MEAN, copy);
		assertEquals(MEAN.hashCode(), copy.hashCode());
	}

	@Test
	void everythingCounts() {
		for (final Feature other : List.of(with("glcm", "Mean", "m", Unit.VALUE, "Q4LE", "IBSI", false, "", "no"), with(
			"firstorder", "Median", "m", Unit.VALUE, "Q4LE", "IBSI", false, "", "no"), with("firstorder", "Mean", "n", Unit.VALUE,
				"Q4LE", "IBSI", false, "", "no"), with("firstorder", "Mean", "m", Unit.MM, "Q4LE", "IBSI", false, "", "no"), with(
					"firstorder", "Mean", "m", Unit.VALUE, "-", "IBSI", false, "", "no"), with("firstorder", "Mean", "m", Unit.VALUE,
						"Q4LE", "other", false, "", "no"), with("firstorder", "Mean", "m", Unit.VALUE, "Q4LE", "IBSI", true, "", "no"),
			with("firstorder", "Mean", "m", Unit.VALUE, "Q4LE", "IBSI", false, "never", "no"), with("firstorder", "Mean", "m",
				Unit.VALUE, "Q4LE", "IBSI", false, "", "yes")))
			assertNotEquals(MEAN, other);
	}
}
