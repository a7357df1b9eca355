package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Macro;

import io.github.radiomicsnomogram.InputException;

import java.util.List;

import org.junit.jupiter.api.Test;

class MacroOptionsTest {

	private static final List<String> KNOWN = List.of("ki67", "aln", "mask", "show_features");

	@Test
	void readsWhatImageJRecords() {
		final MacroOptions options = MacroOptions.parse("ki67=20 aln=positive mask=[my labels, v2] show_features ", KNOWN);
		assertEquals("20", options.text("ki67", ""));
		assertEquals("positive", options.text("aln", ""));
		assertEquals("my labels, v2", options.text("mask", ""));
		assertTrue(options.flag("show_features", false));
		assertEquals("20", Macro.getValue("ki67=20 ", "Ki67 (%)", null));
	}

	@Test
	void readsSwitchesBareAndWithAValue() {
		assertTrue(MacroOptions.parse("show_features", KNOWN).flag("show_features", false));
		assertTrue(MacroOptions.parse("show_features=true", KNOWN).flag("show_features", false));
		assertFalse(MacroOptions.parse("show_features=false", KNOWN).flag("show_features", true));
		assertFalse(MacroOptions.parse("", KNOWN).flag("show_features", false));
		assertEquals("Macro option 'show_features' is true or false, not 'on'.", message(() -> MacroOptions.parse(
			"show_features=on", KNOWN).flag("show_features", false)));
	}

	@Test
	void neverFindsAKeyInsideAValue() {
		final MacroOptions options = MacroOptions.parse("mask=[ki67=99 aln=negative [1]] KI67='2 0'", KNOWN);
		assertEquals("ki67=99 aln=negative [1]", options.text("mask", ""));
		assertEquals("2 0", options.text("ki67", ""));
		assertEquals("none", options.text("aln", "none"));
	}

	@Test
	void keepsBracketsAndApostrophesInsideAWord() {
		assertEquals("ct[1].tif", MacroOptions.parse("mask=ct[1].tif", KNOWN).text("mask", ""));
		assertEquals("Ann's.tif", MacroOptions.parse("mask=Ann's.tif", KNOWN).text("mask", ""));
		assertEquals("", MacroOptions.parse("mask=[] ki67=", KNOWN).text("mask", "none"));
		assertEquals("", MacroOptions.parse("mask=[] ki67=", KNOWN).text("ki67", "none"));
	}

	@Test
	void refusesWhatItDoesNotUnderstand() {
		assertEquals("Unknown macro option 'ki-67'; known: ki67, aln, mask, show_features.", message(() -> MacroOptions.parse(
			"ki-67=20", KNOWN)));
		assertEquals("Macro option 'ki67' is given twice.", message(() -> MacroOptions.parse("ki67=20 ki67=30", KNOWN)));
		assertEquals("Macro options: a bracket or quote is never closed in 'mask=[a b'.", message(() -> MacroOptions.parse(
			"mask=[a b", KNOWN)));
	}

	private static String message(final org.junit.jupiter.api.function.Executable code) {
		return assertThrows(InputException.class, code).getMessage();
	}
}
