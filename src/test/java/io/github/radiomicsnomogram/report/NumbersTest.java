package io.github.radiomicsnomogram.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {

	@Test
	void pValuesAreThoseOfJournals() {
		assertEquals("<0.001", Numbers.p(0.00099));
		assertEquals("0.001", Numbers.p(0.001));
		assertEquals("0.041", Numbers.p(0.0412));
		assertEquals("–", Numbers.p(Double.NaN));
		assertEquals("P < 0.001", Numbers.pInText(1e-20));
	}

	@Test
	void intervalsAreReadable() {
		assertEquals("0.78 (0.67–0.89)", Numbers.interval(0.78, 0.67, 0.89, 2));
		assertEquals("0.10 (−0.20 to 0.40)", Numbers.interval(0.1, -0.2, 0.4, 2));
		assertEquals("9.0", Numbers.difference(9, Double.NaN, Double.NaN, 1));
		assertEquals("0.0", Numbers.interval(0, Double.NaN, Double.NaN, 1));
		assertEquals("30.3 (2.68–343.6)", Numbers.ratio(30.328, 2.677, 343.55));
		assertEquals("2.00 (1.6e−04–>99999)", Numbers.ratio(2, 1.6e-4, 1e9));
		assertEquals("2.00 (0.00–∞)", Numbers.ratio(2, 0, Double.POSITIVE_INFINITY));
	}

	@Test
	void numbersHaveTheirDigits() {
		assertEquals("−0.005570173", Numbers.significant(-5.570173e-03, 7));
		assertEquals("1.643472e−08", Numbers.significant(1.643472e-08, 7));
		assertEquals("1.004", Numbers.significant(1.004042, 4));
		assertEquals("123", Numbers.significant(123, 4));
		assertEquals("0", Numbers.significant(0, 4));
		assertEquals("0.00", Numbers.fixed(-0.001, 2));
		assertEquals("60", Numbers.plain(60));
		assertEquals("0 (1.36)", Numbers.spread(-1e-16, 1.357));
		assertEquals("1 patient", Numbers.count(1, "patient"));
		assertEquals("2 studies", Numbers.count(2, "study"));
	}

	@Test
	void whatXmlForbidsIsReplaced() {
		assertEquals("&lt;a b=&quot;c&quot;&gt; &amp; \ufffd\ufffd", Html.escape("<a b=\"c\"> & \u0000\ud800"));
	}
}
