package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected texts are those of Python 3.9's repr. */
class PythonTextTest {

	@ParameterizedTest
	@ValueSource(strings = { "0.0", "-0.0", "25.0", "0.1", "-59.61548395748427", "0.0001", "1e-05", "123456789012345.0",
		"1234567890123456.0", "1e+16", "1.2345678901234567e+19", "5e-324", "1.7976931348623157e+308",
		"2.2250738585072014e-308", "2e+23", "9007199254740992.0", "-1706177111898463.2", "5.684341886080802e-14",
		"2.9802322387695312e-08", "1.6e-322", "nan", "inf", "-inf" })
	void writesAsPythonDoes(final String repr) {
		final String java = repr.replace("nan", "NaN").replace("inf", "Infinity");
		assertEquals(repr, PythonText.of(Double.parseDouble(java)));
	}

	@Test
	void everyTextReadsBackExactly() {
		final Random random = new Random(1);
		for (int i = 0; i < 20_000; i++) {
			final double v = Double.longBitsToDouble(random.nextLong());
			if (Double.isFinite(v)) assertEquals(v, Double.parseDouble(PythonText.of(v)));
		}
	}

	@Test
	void writesTuples() {
		assertEquals("(0.9765620231628418, 3.0)", PythonText.tuple(0.9765620231628418, 3));
		assertEquals("(114, 118, 51)", PythonText.tuple(114L, 118, 51));
		assertEquals("True", PythonText.of(true));
	}
}
