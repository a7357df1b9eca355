package io.github.radiomicsnomogram.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseJournalTest {

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void name() {
		file = folder.resolve("out.csv.partial");
	}

	private static ResultRow row(final String id) {
		final Map<String, String> front = new LinkedHashMap<>();
		front.put("ID", id);
		front.put("Note", "two\nlines \"é\" \u2028");
		return ResultRow.of(front, List.of(new ResultCell("original_glcm_MCC", "nan", ResultCell.Kind.NUMBER, "undefined: x"),
			new ResultCell("diagnostics_X", "(1, 2)", ResultCell.Kind.LITERAL, "")));
	}

	private void write(final String... ids) {
		try (CaseJournal journal = CaseJournal.open(file)) {
			for (final String id : ids)
				journal.add("key " + id, List.of(row(id), row(id + "'")));
		}
	}

	@Test
	void rowsComeBackAsTheyWere() {
		write("a", "b");
		try (CaseJournal journal = CaseJournal.open(file)) {
			assertEquals(2, journal.size());
			assertEquals(Optional.of(List.of(row("b"), row("b'"))), journal.rows("key b"));
			assertEquals(Optional.of(List.of(row("a"), row("a'"))), journal.rows("key a"));
			assertEquals(Optional.empty(), journal.rows("key c"));
			assertFalse(journal.isFinished());
		}
	}

	@Test
	void aLineThatWasCutOffIsForgotten() throws IOException {
		write("a", "b");
		final byte[] whole = Files.readAllBytes(file);
		for (int lost = 1; lost < 60; lost += 7) {
			Files.write(file, java.util.Arrays.copyOf(whole, whole.length - lost));
			try (CaseJournal journal = CaseJournal.open(file)) {
				assertEquals(1, journal.size());
				assertTrue(journal.has("key a"));
				journal.add("key c", List.of(row("c")));
			}
			try (CaseJournal journal = CaseJournal.open(file)) {
				assertEquals(Optional.of(List.of(row("c"))), journal.rows("key c"));
				assertTrue(journal.has("key a") && !journal.has("key b"));
			}
		}
	}

	@Test
	void failuresAreNotKept() {
		try (CaseJournal journal = CaseJournal.open(file)) {
			journal.add("key", List.of(row("a"), ResultRow.failed(Map.of("ID", "a"), "no label")));
			assertTrue(journal.has("key"));
		}
		try (CaseJournal journal = CaseJournal.open(file)) {
			assertFalse(journal.has("key"));
		}
	}

	@Test
	void theEndIsMarkedUntilSomethingIsAdded() {
		try (CaseJournal journal = CaseJournal.open(file)) {
			journal.add("key", List.of(row("a")));
			journal.markFinished();
			assertEquals(1, journal.size());
		}
		try (CaseJournal journal = CaseJournal.open(file)) {
			assertTrue(journal.isFinished());
			assertEquals(1, journal.size());
			journal.add("key b", List.of(row("b")));
		}
		try (CaseJournal journal = CaseJournal.open(file)) {
			assertFalse(journal.isFinished());
			journal.delete();
		}
		assertFalse(Files.exists(file));
	}

	@Test
	void somethingElseIsLeftAlone() throws IOException {
		for (final String text : List.of("my notes\n", "{\"a\": 1}\n", "[]\n", "null\n")) {
			Files.writeString(file, text);
			assertTrue(assertThrows(InputException.class, () -> CaseJournal.open(file)).getMessage().contains(
				"holds no results of an interrupted run"));
			assertEquals(text, Files.readString(file));
		}
		Files.writeString(file, "my notes, without an end", StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
		assertThrows(InputException.class, () -> CaseJournal.open(file));
		assertEquals("my notes, without an end", Files.readString(file));
	}

	@Test
	void theKeyIsThatOfAllThatMatters() throws IOException {
		final Path image = Files.writeString(folder.resolve("i"), "1"), mask = Files.writeString(folder.resolve("m"), "1");
		final Case c = Case.of(1, image, mask, LabelChoice.DEFAULT, OptionalInt.empty());
		final String key = CaseKey.of(c, "settings");
		assertEquals(key, CaseKey.of(Case.of(9, image, mask, LabelChoice.DEFAULT, OptionalInt.empty()), "settings"));
		assertNotEquals(key, CaseKey.of(c, "other settings"));
		assertNotEquals(key, CaseKey.of(Case.of(1, image, mask, LabelChoice.ALL, OptionalInt.empty()), "settings"));
		assertNotEquals(key, CaseKey.of(Case.of(1, image, mask, LabelChoice.DEFAULT, OptionalInt.of(1)), "settings"));
		assertNotEquals(key, CaseKey.of(Case.of(1, mask, image, LabelChoice.DEFAULT, OptionalInt.empty()), "settings"));
		Files.writeString(mask, "22");
		assertNotEquals(key, CaseKey.of(c, "settings"));
	}
}
