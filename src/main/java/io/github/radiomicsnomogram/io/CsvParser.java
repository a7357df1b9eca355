package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable.Line;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a table into records and cells. */
final class CsvParser {

	private static final char MARK = '\uFEFF';

	private final String name;
	private final String text;
	private final char separator;
	private int at;
	private int line = 1;
	private int counted;

	CsvParser(final String name, final String text) {
		this.name = name;
		this.text = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
		separator = separator(this.text);
	}

	/** A comma, unless the first line has none but has a semicolon or a tab; quoted text doesn't count. */
	private static char separator(final String text) {
		final String header = text.stripLeading().lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
		for (final char c : new char[] { ',', ';', '\t' })
			if (header.indexOf(c) >= 0) return c;
		return ',';
	}

	boolean isCommaSeparated() {
		return separator == ',';
	}

	/** The header and the rows, without blank lines. */
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
		while (at < text.length() && text.charAt(at++) == separator);
		if (at < text.length() && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r') at++;
		return cells;
	}

	private String plain() {
		final int from = at;
		while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\r' && text.charAt(at) != '\n')
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
