package io.github.radiomicsnomogram.cohort;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A table of cases as PyRadiomics reads it: CSV with the columns Image and Mask, where wanted Label and Label_channel, and
 * any others, which are carried through to the results. A relative path starts from the table's folder. Rows without any
 * text are skipped, and so are columns.
 * <p>
 * More than PyRadiomics: a Label may be several (1,2,5) or all, an empty one is that of the settings, and a Mask may be a
 * ROI file of ImageJ.
 *
 * @param cases in the order of the table; at least one
 */
public record CaseTable(List<Case> cases) {

	public CaseTable {
		cases = List.copyOf(cases);
	}

	/**
	 * Reads a table.
	 *
	 * @param otherwise labels of the cases whose cell is empty
	 * @throws InputException if it can't be read, or something in it can't be used; the message has line and column
	 */
	public static CaseTable read(final Path file, final LabelChoice otherwise) {
		return new Reader(file, CsvTable.lines(file), otherwise).read();
	}

	/** Goes through a table's lines. */
	private static final class Reader {

		private final String name;
		private final Path folder;
		private final List<CsvTable.Line> lines;
		private final LabelChoice otherwise;
		/** Null for a column without any text. */
		private final List<String> header = new ArrayList<>();

		Reader(final Path file, final List<CsvTable.Line> lines, final LabelChoice otherwise) {
			name = String.valueOf(file.getFileName());
			folder = file.toAbsolutePath().getParent();
			this.lines = lines;
			this.otherwise = otherwise;
		}

		CaseTable read() {
			readHeader();
			final List<Case> cases = new ArrayList<>();
			for (final CsvTable.Line line : lines.subList(1, lines.size()))
				if (!line.cells().stream().allMatch(String::isBlank)) cases.add(readCase(cases.size() + 1, line));
			if (cases.isEmpty()) throw new InputException("Table '" + name + "' has no case: there is nothing below its header.");
			return new CaseTable(cases);
		}

		private void readHeader() {
			final CsvTable.Line first = lines.get(0);
			final Set<String> seen = new HashSet<>();
			for (int i = 0; i < first.cells().size(); i++) {
				final String column = first.cells().get(i).strip();
				if (column.isEmpty()) requireNothingIn(i);
				else if (!seen.add(column)) throw error(first, "the column '" + column + "' is there twice. Rename one of them.");
				header.add(column.isEmpty() ? null : column);
			}
			for (final String needed : List.of(Case.IMAGE, Case.MASK))
				if (!seen.contains(needed)) throw error(first, "there is no column '" + needed + "'" + similar(needed, seen));
		}

		private static String similar(final String needed, final Set<String> seen) {
			final String hint = seen.stream().filter(needed::equalsIgnoreCase).findFirst().map(s -> "; rename '" + s + "'.")
				.orElse(".");
			return hint + " Columns: " + String.join(", ", seen) + ".";
		}

		private void requireNothingIn(final int column) {
			for (final CsvTable.Line line : lines)
				if (column < line.cells().size() && !line.cells().get(column).isBlank()) throw error(line, "column " + (column + 1) +
					" has the text '" + line.cells().get(column) + "', but no name in the header.");
		}

		private Case readCase(final int number, final CsvTable.Line line) {
			if (line.cells().size() != header.size()) throw error(line, line.cells().size() + " cells, but the header has " +
				header.size() + ". Put a text with commas into quotes.");
			final Map<String, String> columns = new LinkedHashMap<>();
			for (int i = 0; i < header.size(); i++)
				if (header.get(i) != null) columns.put(header.get(i), line.cells().get(i));
			final Path image = path(line, columns, Case.IMAGE), mask = path(line, columns, Case.MASK);
			columns.put(Case.IMAGE, image.toString());
			columns.put(Case.MASK, mask.toString());
			return new Case(number, name + ", line " + line.number(), columns, image, mask, labels(line, columns), channel(line,
				columns));
		}

		private Path path(final CsvTable.Line line, final Map<String, String> columns, final String column) {
			final String text = columns.get(column).strip();
			if (text.isEmpty()) throw error(line, "column '" + column + "' is empty. Name a file.");
			try {
				return folder.resolve(text).normalize();
			}
			catch (final InvalidPathException e) {
				throw error(line, "column '" + column + "': '" + text + "' can't be a file's name.");
			}
		}

		private LabelChoice labels(final CsvTable.Line line, final Map<String, String> columns) {
			try {
				final LabelChoice own = LabelChoice.parse(columns.getOrDefault(Case.LABEL, ""));
				return own.isDefault() ? otherwise : own;
			}
			catch (final IllegalArgumentException e) {
				throw error(line, "column '" + Case.LABEL + "' must be " + e.getMessage() + ".");
			}
		}

		private OptionalInt channel(final CsvTable.Line line, final Map<String, String> columns) {
			final String text = columns.getOrDefault(Case.LABEL_CHANNEL, "").strip();
			if (text.isEmpty()) return OptionalInt.empty();
			if (!text.matches("\\d{1,9}(\\.0)?")) throw error(line, "column '" + Case.LABEL_CHANNEL +
				"' must be a channel's number, 0 or more, not '" + text + "'.");
			return OptionalInt.of(Integer.parseInt(text.replace(".0", "")));
		}

		private InputException error(final CsvTable.Line line, final String what) {
			return new InputException("Table '" + name + "', line " + line.number() + ": " + what);
		}
	}
}
