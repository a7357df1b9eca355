package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogTextTest {

	private static final int WIDTH = 90;

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "one", "one\ntwo", "one\n \ntwo\n", "\n\n", "a  b" })
	void shortLinesStay(final String text) {
		assertEquals(text, DialogText.wrapped(text));
	}

	@Test
	void linesBreakAtSpaces() {
		final String word = "word ".repeat(40).strip();
		final List<String> lines = DialogText.wrapped(word).lines().toList();
		assertEquals(List.of("word ".repeat(18).strip(), "word ".repeat(18).strip(), "word ".repeat(4).strip()), lines);
	}

	@Test
	void aFullLineIsNotFollowedByAnEmptyOne() {
		final String full = "x".repeat(WIDTH);
		assertEquals(full, DialogText.wrapped(full));
		assertEquals(full + "\nmore", DialogText.wrapped(full + " more"));
		assertEquals(full + "\nmore", DialogText.wrapped(full + "\nmore"));
	}

	@Test
	void longPathsBreakAnywhereAndKeepEveryCharacter() {
		final String path = "/a-folder".repeat(50);
		final String wrapped = DialogText.wrapped("The file '" + path + "' is missing: choose another.");
		assertTrue(wrapped.lines().allMatch(l -> l.length() <= WIDTH), wrapped);
		assertTrue(wrapped.replace("\n", "").contains(path), wrapped);
		assertTrue(wrapped.endsWith("' is missing: choose another."), wrapped);
	}
}
