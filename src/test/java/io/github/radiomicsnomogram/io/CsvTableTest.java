package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

	private static CsvTable table(final String text) {
		return CsvTable.parse("t.csv", text);
	}

	@Test
	void quotesMarksAndEndsOfLines() {
		final CsvTable t = table("\uFEFFid,\"a, b\"\r\n1,\"say \"\"x\"\"\"\n\r\n2,\"two\nlines\"");
		assertEquals(List.of("id", "a, b"), t.header());
		assertEquals(List.of(List.of("1", "say \"x\""), List.of("2", "two\nlines")), t.rows());
	}

	@Test
	void semicolonsAndTabsSeparateWhereTheHeaderHasNoComma() {
		final List<List<String>> rows = List.of(List.of("S1", "-0.5", "1.25e-3", "3", "a, b"));
		assertEquals(rows, table("\"id, of whom\";x;y;z;note\nS1;-0,5;1,25e-3;3;a, b\n").rows());
		assertEquals(rows, table("id\tx\ty\tz\tnote\nS1\t-0,5\t1,25e-3\t3\ta, b\n").rows());
		assertEquals(rows, table("id;x;y;z;note\nS1;-0.5;1.25e-3;3;a, b\n").rows());
	}

	@Test
	void commasInATableOfCommasStayAsTheyAre() {
		assertEquals(List.of(List.of("1;2", "0,5")), table("a;b,c\n1;2,\"0,5\"\n").rows());
	}

	@Test
	void bothKindsOfNumbersAreRefused() {
		final InputException e = assertThrows(InputException.class, () -> table("id;x\n1;0,5\n2;0.7\n"));
		assertEquals("Table 't.csv' has numbers with a decimal comma, '0,5', and with a point, '0.7'. Save it with one kind.",
			e.getMessage());
	}

	@Test
	void linesKeepCellsAsWritten(@TempDir final Path folder) throws IOException {
		final Path file = Files.writeString(folder.resolve("cases.csv"), "Image;Label\n\ni.nrrd;1,2\n");
		final List<CsvTable.Line> lines = CsvTable.lines(file);
		assertEquals(List.of("i.nrrd", "1,2"), lines.get(1).cells());
		assertEquals(3, lines.get(1).number());
	}
}
