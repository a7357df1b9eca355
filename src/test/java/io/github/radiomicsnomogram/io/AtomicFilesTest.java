package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

	@TempDir
	private Path folder;

	@Test
	void writesAndReplaces() throws IOException {
		final Path file = folder.resolve("a.csv");
		AtomicFiles.writeText(file, "x\n");
		AtomicFiles.writeText(file, "\u00b5m\n");
		assertEquals("\u00b5m\n", Files.readString(file));
		assertEquals(List.of(file), content());
	}

	@Test
	void leavesTheOldFileAndNothingElseIfTheContentFails() throws IOException {
		final Path file = folder.resolve("a.csv");
		AtomicFiles.writeText(file, "old");
		final InputException e = assertThrows(InputException.class, () -> AtomicFiles.write(file, out -> {
			out.write(new byte[100_000]);
			throw new IOException("disk full");
		}));
		assertEquals("Can't write '" + file + "': disk full", e.getMessage());
		assertThrows(IllegalStateException.class, () -> AtomicFiles.write(folder.resolve("b.csv"), out -> {
			out.write(1);
			throw new IllegalStateException();
		}));
		assertEquals(List.of(file), content());
		assertEquals("old", Files.readString(file));
	}

	@Test
	void namesAnUnwritablePlace() throws IOException {
		final Path missing = folder.resolve("none/a.csv");
		assertTrue(refusal(missing).startsWith("Can't write '" + missing + "': there is no folder '"));
		assertFalse(Files.exists(missing.getParent()));
		final Path taken = Files.createDirectory(folder.resolve("taken.csv"));
		assertTrue(refusal(taken).endsWith("there is a folder of that name."));
		final Path under = folder.resolve("plain");
		Files.writeString(under, "x");
		assertTrue(refusal(under.resolve("a.csv")).startsWith("Can't write '"));
		assertTrue(assertThrows(InputException.class, () -> AtomicFiles.folder(under)).getMessage().endsWith(
			"there is a file of that name."));
	}

	@Test
	void makesAFolderWithItsParents() {
		final Path deep = folder.resolve("a/b/c");
		assertEquals(deep, AtomicFiles.folder(deep));
		assertTrue(Files.isDirectory(deep));
		assertEquals(deep, AtomicFiles.folder(deep));
	}

	private List<Path> content() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	private static String refusal(final Path file) {
		return assertThrows(InputException.class, () -> AtomicFiles.writeText(file, "x")).getMessage();
	}
}
