package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of the command line within the test.
 *
 * @param exitCode as the shell sees it
 * @param out stdout
 * @param err stderr
 */
record Cli(int exitCode, String out, String err) {

	/** Runs the command line; arguments may be paths. */
	static Cli run(final Object... arguments) {
		final StringWriter out = new StringWriter(), err = new StringWriter();
		final int code = Main.run(new PrintWriter(out), new PrintWriter(err), Stream.of(arguments).map(String::valueOf)
			.toArray(String[]::new));
		return new Cli(code, out.toString(), err.toString());
	}

	/** The input must have been refused with a message that holds some words, and nothing else. */
	void refusedWith(final String... words) {
		assertEquals(Main.REFUSED, exitCode, err);
		says(words);
		assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
	}

	/** The command line must have been wrong. */
	void misusedWith(final String... words) {
		assertEquals(Main.USAGE, exitCode, err);
		says(words);
	}

	private void says(final String... words) {
		assertEquals("", out);
		for (final String word : words)
			assertTrue(err.contains(word), "'" + word + "' is not in: " + err);
	}

	/** Everything in a folder, by name; nothing if there is no such folder. */
	static List<String> content(final Path folder) throws IOException {
		if (!Files.exists(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
