package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of text cells with a header row: comma separated values after RFC 4180, in UTF-8, with or without a byte order
 * mark. Cells are kept as written.
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

	private static final char MARK = '\uFEFF';

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
		return new Parser(file.getFileName().toString(), text(file)).records();
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
		final List<List<String>> records = new Parser(name, text).records().stream().map(Line::cells).toList();
		return new CsvTable(name, records.get(0), records.subList(1, records.size()));
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

	/** Cuts text into records and cells. */
	private static final class Parser {

		private final String name;
		private final String text;
		private int at;
		private int line = 1;
		private int counted;

		Parser(final String name, final String text) {
			this.name = name;
			this.text = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
		}

		List<Line> records() {
			final List<Line> records = new ArrayList<>();
			while (at < text.length()) {
				final Line record = new Line(line(), record());
				final boolean blank = record.cells().size() == 1 && record.cells().get(0).isEmpty();
				if (!blank) records.add(record);
			}
			if (records.isEmpty()) throw new InputException("Table '" + name + "' is empty.");
			return records;
		}

		/** The line of the next character: ends of lines are LF, CR or both. */
		private int line() {
			for (; counted < at; counted++) {
				final char c = text.charAt(counted);
				if (c == '\n' || c == '\r' && !text.startsWith("\n", counted + 1)) line++;
			}
			return line;
		}

		private List<String> record() {
			final List<String> cells = new ArrayList<>();
			do
				cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
			while (at < text.length() && text.charAt(at++) == ',');
			if (at < text.length() && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r') at++;
			return cells;
		}

		private String plain() {
			final int from = at;
			while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0)
				at++;
			return text.substring(from, at);
		}

		private String quoted() {
			final StringBuilder cell = new StringBuilder();
			for (at++; at < text.length(); at++) {
				final char c = text.charAt(at);
				if (c != '"') cell.append(c);
				else if (at + 1 < text.length() && text.charAt(at + 1) == '"') cell.append(text.charAt(++at));
				else {
					at++;
					return cell.append(plain()).toString();
				}
			}
			throw new InputException("Table '" + name + "': a quoted cell does not end.");
		}
	}
}
