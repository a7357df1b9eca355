package io.github.radiomicsnomogram.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of texts that is being filled: caption, header, rows, footnotes. Texts are escaped when it is written. */
final class Table {

	private enum Kind {
			PLAIN, INDENTED, GROUP
	}

	private record Row(Kind kind, List<String> cells) {}

	private final String caption;
	private final List<String> header;
	private final boolean wordy;
	private final List<Row> rows = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	/**
	 * @param caption above the table
	 * @param wordy whether cells hold sentences rather than numbers
	 * @param header of each column; may be empty texts
	 */
	Table(final String caption, final boolean wordy, final String... header) {
		this.caption = caption;
		this.wordy = wordy;
		this.header = List.of(header);
	}

	Table row(final String... cells) {
		return add(Kind.PLAIN, Arrays.asList(cells));
	}

	Table row(final List<String> cells) {
		return add(Kind.PLAIN, cells);
	}

	/** A row that belongs to the one above. */
	Table indented(final List<String> cells) {
		return add(Kind.INDENTED, cells);
	}

	/** A heading over the rows that follow. */
	Table group(final String title) {
		rows.add(new Row(Kind.GROUP, List.of(title)));
		return this;
	}

	Table note(final String text) {
		notes.add(text);
		return this;
	}

	private Table add(final Kind kind, final List<String> cells) {
		if (cells.size() != header.size()) throw new IllegalArgumentException(cells + " for " + header);
		rows.add(new Row(kind, List.copyOf(cells)));
		return this;
	}

	boolean isEmpty() {
		return rows.isEmpty();
	}

	/** Puts it into a page. */
	void write(final int number, final Html html) {
		html.open("div", "class", "table");
		html.open("table", "class", wordy ? "words" : "numbers", "id", "table-" + number);
		html.open("caption").element("b", "Table " + number + ".").text(" " + caption).close("caption");
		html.open("thead").open("tr");
		header.forEach(h -> html.element("th", h, "scope", "col"));
		html.close("tr").close("thead").open("tbody");
		rows.forEach(r -> write(r, html));
		html.close("tbody").close("table");
		notes.forEach(n -> html.element("p", n, "class", "note"));
		html.close("div").line();
	}

	private void write(final Row row, final Html html) {
		if (row.kind == Kind.GROUP) {
			html.open("tr", "class", "group").element("th", row.cells.get(0), "colspan", Integer.toString(header.size()), "scope",
				"rowgroup").close("tr");
			return;
		}
		html.open("tr", "class", row.kind == Kind.INDENTED ? "indented" : "plain");
		html.open("th", "scope", "row").breakable(row.cells.get(0)).close("th");
		row.cells.subList(1, row.cells.size()).forEach(c -> html.element("td", c));
		html.close("tr").line();
	}
}
