package io.github.radiomicsnomogram.cohort;

import io.github.radiomicsnomogram.cohort.ResultCell.Kind;
import io.github.radiomicsnomogram.extract.FeatureCsv;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes results as {@code pyradiomics} does, digit for digit, for any number of rows: none is kept.
 *
 * @param paths how images and masks are named: from absolute path to text
 * @param skipNans whether to leave out features without a number (an empty cell in CSV)
 */
public record ResultTable(UnaryOperator<String> paths, boolean skipNans) {

	/**
	 * Writes a table.
	 *
	 * @param rows gone through once, for CSV twice
	 */
	public void write(final Iterable<ResultRow> rows, final ResultFormat format, final Writer out) throws IOException {
		switch (format) {
			case CSV -> writeCsv(rows, out);
			case JSON -> writeJson(rows, out);
			case TXT -> writeTxt(rows, out);
			default -> throw new IllegalArgumentException(format.name());
		}
	}

	private void writeCsv(final Iterable<ResultRow> rows, final Writer out) throws IOException {
		final ResultColumns columns = ResultColumns.of(rows);
		final List<String> line = new ArrayList<>(columns.front());
		line.addAll(columns.results());
		out.write(FeatureCsv.line(line));
		for (final ResultRow row : rows) {
			line.clear();
			columns.front().forEach(column -> line.add(front(row, column)));
			final Map<String, String> cells = new HashMap<>();
			row.cells().forEach(cell -> cells.put(cell.column(), isSkipped(cell) ? "" : cell.text()));
			columns.results().forEach(column -> line.add(cells.getOrDefault(column, "")));
			out.write(FeatureCsv.line(line));
		}
	}

	private void writeTxt(final Iterable<ResultRow> rows, final Writer out) throws IOException {
		int number = 0;
		for (final ResultRow row : rows) {
			final String name = "Case-" + ++number + "_";
			for (final String column : identification(row))
				out.write(name + column + ": " + front(row, column) + "\n");
			for (final ResultCell cell : row.cells())
				if (!isSkipped(cell)) out.write(name + cell.column() + ": " + cell.text() + "\n");
		}
	}

	private void writeJson(final Iterable<ResultRow> rows, final Writer out) throws IOException {
		final ResultJson json = new ResultJson(out);
		for (final ResultRow row : rows) {
			json.begin();
			for (final String column : identification(row))
				json.text(column, front(row, column));
			for (final ResultCell cell : row.cells())
				if (!isSkipped(cell)) json.cell(cell);
			json.end(row);
		}
		json.finish();
	}

	/** The columns that identify a row, but for those that a result overwrites, as in PyRadiomics. */
	private static List<String> identification(final ResultRow row) {
		final List<String> columns = new ArrayList<>(row.front().keySet());
		row.cells().forEach(cell -> columns.remove(cell.column()));
		return columns;
	}

	private String front(final ResultRow row, final String column) {
		final String text = row.front().getOrDefault(column, "");
		return (column.equals(Case.IMAGE) || column.equals(Case.MASK)) && !text.isEmpty() ? paths.apply(text) : text;
	}

	private boolean isSkipped(final ResultCell cell) {
		return skipNans && cell.kind() == Kind.NUMBER && cell.text().equals("nan");
	}
}
