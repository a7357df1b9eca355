package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.cohort.PathStyle;
import io.github.radiomicsnomogram.cohort.ResultFormat;
import io.github.radiomicsnomogram.cohort.ResultRow;
import io.github.radiomicsnomogram.cohort.ResultTable;
import io.github.radiomicsnomogram.io.AtomicFiles;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

import picocli.CommandLine.Option;

/** How results are written, as options; names are those of pyradiomics. */
final class TableOptions {

	@Option(names = { "-f", "--format" }, paramLabel = "csv|json|txt", description = {
		"Form of the results (default: what the output's name asks for, else csv)." })
	private String format;

	@Option(names = "--format-path", paramLabel = "absolute|relative|basename", defaultValue = "absolute", description = {
		"How images and masks are named; relative to the table's folder, or to the working directory (default: absolute)." })
	private String paths;

	@Option(names = { "-up", "--unix-path" }, description = "Write / in paths on Windows too.")
	private boolean unix;

	@Option(names = "--skip-nans", description = "Leave out features that have no value.")
	private boolean skipNans;

	/** Refuses words that aren't choices. */
	void check(final Verb verb) {
		format(verb, null);
		style(verb);
	}

	/** The name of a file of the form; JSON if none is asked for. */
	String named(final String name) {
		return name + "." + (format == null ? "json" : format);
	}

	/** Writes a table to a file, as a whole or not at all. */
	void write(final Verb verb, final Iterable<ResultRow> rows, final Path start, final Path file) {
		AtomicFiles.write(file, out -> {
			final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
			table(verb, start).write(rows, format(verb, file), writer);
			writer.flush();
		});
	}

	/** Writes a table to the standard output. */
	void print(final Verb verb, final Iterable<ResultRow> rows, final Path start) {
		final PrintWriter out = verb.out();
		try {
			table(verb, start).write(rows, format(verb, null), out);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		out.flush();
	}

	private ResultTable table(final Verb verb, final Path start) {
		final PathStyle style = style(verb);
		return new ResultTable(text -> {
			final String path = style.format(Path.of(text), start);
			return unix ? path.replace('\\', '/') : path;
		}, skipNans);
	}

	private ResultFormat format(final Verb verb, final Path file) {
		if (format == null) return file == null ? ResultFormat.CSV : ResultFormat.of(file);
		return choice(ResultFormat.class, "--format", format, verb);
	}

	private PathStyle style(final Verb verb) {
		return choice(PathStyle.class, "--format-path", paths, verb);
	}

	private static <E extends Enum<E>> E choice(final Class<E> type, final String option, final String word,
		final Verb verb)
	{
		for (final E each : type.getEnumConstants())
			if (each.name().toLowerCase(Locale.ROOT).equals(word)) return each;
		throw verb.usage(option + " must be one of " + String.join(", ", java.util.Arrays.stream(type.getEnumConstants()).map(
			e -> e.name().toLowerCase(Locale.ROOT)).toList()) + ", not '" + word + "'.");
	}
}
