package io.github.radiomicsnomogram.cohort;

import com.google.gson.stream.JsonWriter;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Results as a list of dictionaries in JSON, laid out as Python does. Where PyRadiomics writes NaN, which is no JSON,
 * there is null. Two more entries tell what a table can't: {@value #REASONS} why numbers are missing or set by convention,
 * {@value #FAILURE} why a ROI has no results.
 */
final class ResultJson {

	/** Reasons by column. */
	static final String REASONS = "diagnostics_Reasons";
	/** What went wrong. */
	static final String FAILURE = "diagnostics_Failure";

	private final JsonWriter json;
	private final Map<String, String> reasons = new LinkedHashMap<>();

	ResultJson(final Writer out) throws IOException {
		json = new JsonWriter(new AsciiWriter(out));
		json.setIndent("  ");
		json.beginArray();
	}

	/** Begins a row. */
	void begin() throws IOException {
		json.beginObject();
		reasons.clear();
	}

	/** A text of a row. */
	void text(final String column, final String text) throws IOException {
		json.name(column).value(text);
	}

	/** A result of a row. */
	void cell(final ResultCell cell) throws IOException {
		json.name(cell.column());
		switch (cell.kind()) {
			case NUMBER, LITERAL -> PythonLiteral.write(cell.text(), json);
			case TEXT -> json.value(cell.text());
			default -> throw new IllegalArgumentException(cell.kind().name());
		}
		if (!cell.reason().isEmpty()) reasons.put(cell.column(), cell.reason());
	}

	/** Ends a row. */
	void end(final ResultRow row) throws IOException {
		if (!reasons.isEmpty()) {
			json.name(REASONS).beginObject();
			for (final Map.Entry<String, String> e : reasons.entrySet())
				json.name(e.getKey()).value(e.getValue());
			json.endObject();
		}
		if (row.isFailed()) json.name(FAILURE).value(row.failure());
		json.endObject();
	}

	/** Ends the list. */
	void finish() throws IOException {
		json.endArray();
		json.flush();
	}

	/** Escapes what is not ASCII, as Python does; in JSON that can only stand within a text. */
	private static final class AsciiWriter extends FilterWriter {

		private static final int LAST = 0x7f;

		AsciiWriter(final Writer out) {
			super(out);
		}

		@Override
		public void write(final int c) throws IOException {
			if (c <= LAST) out.write(c);
			else out.write(String.format(Locale.ROOT, "\\u%04x", c));
		}

		@Override
		public void write(final char[] text, final int from, final int length) throws IOException {
			for (int i = from; i < from + length; i++)
				write(text[i]);
		}

		@Override
		public void write(final String text, final int from, final int length) throws IOException {
			for (int i = from; i < from + length; i++)
				write(text.charAt(i));
		}
	}
}
