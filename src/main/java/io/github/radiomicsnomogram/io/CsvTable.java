package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table of text cells with a header row: comma separated values after RFC 4180, in UTF-8, with or without a byte order
 * mark. Cells are kept as written. Where the header has no comma, semicolons or tabs separate, as spreadsheets of many
 * languages write it; decimal commas then become points.
 *
 * @param name file name, for messages
 * @param header column names, each once
 * @param rows cells, row by row, each as long as the header
 */
public record CsvTable(String name, List<String> header, List<List<String>> rows) {

	/**
	 * Cells as they stand in a file.
	 *
	 * @param number of the line that they begin on, from 1
	 * @param cells of the header or of a row
	 */
	public record Line(int number, List<String> cells) {

		public Line {
			cells = List.copyOf(cells);
		}
	}

	private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*[-+]?\\d*,\\d+([eE][-+]?\\d+)?\\s*");
	private static final Pattern DECIMAL_POINT = Pattern.compile("\\s*[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?\\s*");

	public CsvTable {
		header = List.copyOf(header);
		rows = rows.stream().map(List::copyOf).toList();
		final Set<String> seen = new HashSet<>();
		for (final String column : header)
			if (!seen.add(column)) throw new InputException("Table '" + name + "' has the column '" + column +
				"' twice. Rename one of them.");
		for (int i = 0; i < rows.size(); i++)
			if (rows.get(i).size() != header.size()) throw new InputException("Table '" + name + "', row " + (i + 1) +
				": " + rows.get(i).size() + " cells, but the header has " + header.size() + ".");
	}

	/**
	 * Reads a file.
	 *
	 * @throws InputException if it can't be read, is empty, or is no table
	 */
	public static CsvTable read(final Path file) {
		return parse(file.getFileName().toString(), text(file));
	}

	/**
	 * Reads a file as it is, for tables with rules of their own: the header and the rows, of any length; blank lines are
	 * left out.
	 *
	 * @throws InputException if it can't be read or is empty
	 */
	public static List<Line> lines(final Path file) {
		return new CsvParser(file.getFileName().toString(), text(file)).records();
	}

	private static String text(final Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (final MalformedInputException e) {
			throw new InputException("Table '" + file + "' is not UTF-8 text. Save it as CSV in UTF-8.", e);
		}
		catch (final IOException e) {
			throw new InputException("Table '" + file + "' can't be read: " + e.getMessage(), e);
		}
	}

	/** Reads text. */
	public static CsvTable parse(final String name, final String text) {
		final CsvParser parser = new CsvParser(name, text);
		final List<List<String>> records = parser.records().stream().map(Line::cells).toList();
		final List<List<String>> rows = records.subList(1, records.size());
		return new CsvTable(name, records.get(0), parser.isCommaSeparated() ? rows : withPoints(name, rows));
	}

	/** Decimal commas become points; a table with both kinds of numbers can't be understood. */
	private static List<List<String>> withPoints(final String name, final List<List<String>> rows) {
		final Optional<String> comma = first(rows, DECIMAL_COMMA), point = first(rows, DECIMAL_POINT);
		if (comma.isEmpty()) return rows;
		if (point.isPresent()) throw new InputException("Table '" + name + "' has numbers with a decimal comma, '" + comma
			.get() + "', and with a point, '" + point.get() + "'. Save it with one kind.");
		return rows.stream().map(row -> row.stream().map(c -> DECIMAL_COMMA.matcher(c).matches() ? c.replace(',', '.') : c)
			.toList()).toList();
	}

	private static Optional<String> first(final List<List<String>> rows, final Pattern pattern) {
		return rows.stream().flatMap(List::stream).filter(c -> pattern.matcher(c).matches()).findFirst();
	}

	/** Index of a column; the error lists the columns that there are. */
	public int column(final String wanted) {
		final int i = header.indexOf(wanted);
		if (i < 0) throw new InputException("Table '" + name + "' has no column '" + wanted + "'. Its columns: " + String
			.join(", ", header.subList(0, Math.min(40, header.size()))) + (header.size() > 40 ? ", ..." : "") + ".");
		return i;
	}

	/** The cells of a column. */
	public List<String> cells(final String wanted) {
		final int i = column(wanted);
		return rows.stream().map(r -> r.get(i)).toList();
	}
}
