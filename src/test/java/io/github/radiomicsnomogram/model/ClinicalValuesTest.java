package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomicsnomogram.InputException;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicalValuesTest {

	private static final PrognosticModel ZHANG = Examples.zhang();

	@ParameterizedTest
	@CsvSource({ "ki67,0,0", "ki67,100,100", "ki67,' 17.5 ',17.5", "ki67,1e1,10", "ki67,.5,0.5", "ki67,120,120", "ki67,-1,-1", "aln,positive,1",
		"aln,Positive,1", "aln,NEG,0", "aln,1,1", "aln,0,0", "aln,yes,1", "aln,no,0", "aln,true,1", "aln,ypN0,0" })
	void readsWhatUsersType(final String id, final String text, final double value) {
		assertEquals(OptionalDouble.of(value), Examples.clinical(ZHANG, id, text).value(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "1e999", "NaN", "Infinity", "20%", "17,5", "0x10", "1d", "1_000" })
	void refusesOtherKi67(final String text) {
		assertEquals("'" + text + "' is no value of Ki-67 at surgery (ki67): give a number from 0 to 100 (%), with a dot as " +
			"decimal sign.", assertThrows(InputException.class, () -> Examples.clinical(ZHANG, "ki67", text)).getMessage());
	}

	@Test
	void refusesOtherLevelsAndVariables() {
		assertEquals("'maybe' is no value of ALN status at surgery (aln): give negative or positive.", assertThrows(
			InputException.class, () -> Examples.clinical(ZHANG, "aln", "maybe")).getMessage());
		assertEquals("Model 'zhang-2021' has no clinical variable 'ki76'; it has: ki67, aln.", assertThrows(
			InputException.class, () -> Examples.clinical(ZHANG, "ki76", "20")).getMessage());
	}

	@Test
	void blankMeansNotKnown() {
		assertEquals(ClinicalValues.NONE, Examples.clinical(ZHANG, "ki67", " ", "aln", null));
	}
}
