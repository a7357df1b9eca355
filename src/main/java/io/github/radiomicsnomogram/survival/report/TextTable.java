package io.github.radiomicsnomogram.survival.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns of text, the first one left-aligned, the others right-aligned: R's print of a table. */
public final class TextTable {

	/** R shows P values below this as such. */
	private static final double SMALLEST_P = 2.2e-16;

	private final List<List<String>> rows = new ArrayList<>();

	TextTable(final String... header) {
		rows.add(List.of(header));
	}

	TextTable row(final String... cells) {
		rows.add(List.of(cells));
		return this;
	}

	TextTable row(final List<String> cells) {
		rows.add(List.copyOf(cells));
		return this;
	}

	/** A number with some significant digits. */
	static String number(final double v, final int digits) {
		if (Double.isNaN(v)) return "NA";
		if (Double.isInfinite(v)) return v > 0 ? "Inf" : "-Inf";
		if (v == 0) return "0";
		final int magnitude = (int) Math.floor(Math.log10(Math.abs(v)));
		if (magnitude < -4 || magnitude >= 15) return String.format(Locale.ROOT, "%." + (digits - 1) + "e", v);
		return String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - magnitude) + "f", v);
	}

	/** A number with 4 significant digits. */
	static String number(final double v) {
		return number(v, 4);
	}

	/** A whole number as such, any other one with some significant digits. */
	static String general(final double v, final int digits) {
		return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : number(v, digits);
	}

	/** A number with some decimals. */
	static String fixed(final double v, final int decimals) {
		return Double.isFinite(v) ? String.format(Locale.ROOT, "%." + decimals + "f", v) : number(v, 1);
	}

	/** A number with 2 decimals, or fewer if they are 0. */
	static String rounded(final double v) {
		final String text = fixed(v, 2);
		return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
	}

	/** A P value. */
	static String p(final double p) {
		return p < SMALLEST_P ? "<2e-16" : number(p, 3);
	}

	@Override
	public String toString() {
		final int columns = rows.stream().mapToInt(List::size).max().orElse(0);
		final int[] width = new int[columns];
		for (final List<String> row : rows)
			for (int j = 0; j < row.size(); j++)
				width[j] = Math.max(width[j], row.get(j).length());
		final StringBuilder text = new StringBuilder();
		for (final List<String> row : rows) {
			final StringBuilder line = new StringBuilder();
			for (int j = 0; j < row.size(); j++) {
				final String space = " ".repeat(width[j] - row.get(j).length());
				line.append(j == 0 ? row.get(j) + space : "  " + space + row.get(j));
			}
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString();
	}
}
