package io.github.radiomicsnomogram.study;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a CSV table: dot decimals with full precision, an empty cell for no value, quotes as in RFC 4180. */
final class CsvText {

	private final StringBuilder text = new StringBuilder();

	CsvText(final String... header) {
		row((Object[]) header);
	}

	/** Numbers, texts, truth values; NaN becomes an empty cell. */
	CsvText row(final Object... cells) {
		text.append(List.of(cells).stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\n")));
		return this;
	}

	private static String cell(final Object value) {
		if (value instanceof Double d) return Double.isNaN(d) ? "" : Double.isInfinite(d) ? d > 0 ? "Inf" : "-Inf" : Double
			.toString(d);
		final String s = String.valueOf(value);
		final boolean plain = s.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? s : '"' + s.replace("\"", "\"\"") + '"';
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
