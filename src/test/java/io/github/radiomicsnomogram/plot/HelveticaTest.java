package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.plot.Scene.Style;

import org.junit.jupiter.api.Test;

/** Widths of Adobe's font metrics, in thousandths of the size. */
class HelveticaTest {

	/** The sums are of whole numbers. */
	private static final double ROUNDING = 1e-9;

	@Test
	void widthsAreAdobes() {
		assertEquals(722 + 556 + 222 + 222 + 556, Helvetica.width("Hello", 1000, Style.PLAIN), ROUNDING);
		assertEquals(722 + 556 + 278 + 278 + 611, Helvetica.width("Hello", 1000, Style.BOLD), ROUNDING);
		assertEquals(Helvetica.width("Hello", 8, Style.PLAIN), Helvetica.width("Hello", 8, Style.ITALIC), ROUNDING);
		assertEquals(10 * 556 * 0.007, Helvetica.width("0123456789", 7, Style.PLAIN), ROUNDING);
		assertEquals(549 + 278 + 549 + 333, Helvetica.width("≤ λ²", 1000, Style.PLAIN), ROUNDING);
	}

	@Test
	void knowsWhatItCanWrite() {
		assertTrue(Helvetica.writes("Überlebenszeit ≥ 5 µm² – λ.min −0.5 × 10³ ± ∞"));
		assertFalse(Helvetica.writes("生存"));
		assertFalse(Helvetica.writes("\t"));
		assertEquals(556, Helvetica.width("生", 1000, Style.PLAIN), ROUNDING, "a question mark");
	}
}
