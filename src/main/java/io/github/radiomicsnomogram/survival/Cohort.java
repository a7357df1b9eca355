package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table of patients, one a row, read as R reads it: a column in which every cell is a number (or missing: empty, NA,
 * NaN) is numeric, any other one is a factor. Immutable.
 */
public final class Cohort {

	private static final Set<String> MISSING = Set.of("", "na", "nan", "n/a", "null");

	private final CsvTable table;
	private final Map<String, List<String>> referenceLevels;

	/** A cohort whose factors have their levels in alphabetical order (numbers by value). */
	public Cohort(final CsvTable table) {
		this(table, Map.of());
	}

	/**
	 * @param table cells
	 * @param levels for some columns, the levels in the wanted order, reference first; such a column is a factor
	 */
	public Cohort(final CsvTable table, final Map<String, List<String>> levels) {
		this.table = table;
		referenceLevels = new HashMap<>(levels);
		levels.keySet().forEach(table::column);
	}

	/** The cells. */
	public CsvTable table() {
		return table;
	}

	/** Number of patients. */
	public int size() {
		return table.rows().size();
	}

	/** Whether a cell is missing. */
	public static boolean isMissing(final String cell) {
		return MISSING.contains(cell.trim().toLowerCase(Locale.ROOT));
	}

	/** Whether a column holds numbers. */
	public boolean isNumeric(final String column) {
		return !referenceLevels.containsKey(column) && table.cells(column).stream().allMatch(c -> isMissing(c) || !Double
			.isNaN(parse(c)));
	}

	/**
	 * A numeric column.
	 *
	 * @return one value a patient, NaN if missing
	 * @throws InputException if a cell is no number; names the row
	 */
	public double[] numeric(final String column) {
		final List<String> cells = table.cells(column);
		final double[] values = new double[cells.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = isMissing(cells.get(i)) ? Double.NaN : parse(cells.get(i));
			if (Double.isNaN(values[i]) && !isMissing(cells.get(i))) throw new InputException("Table '" + table.name() +
				"', row " + (i + 1) + ", column '" + column + "': '" + cells.get(i) + "' is not a number.");
		}
		return values;
	}

	private static double parse(final String cell) {
		final String text = cell.trim();
		// Java also reads 1f, 1d and hexadecimal floats, which nobody means in a table.
		if (text.isEmpty() || "fFdD".indexOf(text.charAt(text.length() - 1)) >= 0 || text.contains("x") || text.contains(
			"X")) return switch (text) {
				case "Inf" -> Double.POSITIVE_INFINITY;
				case "-Inf" -> Double.NEGATIVE_INFINITY;
				default -> Double.NaN;
			};
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			return text.equals("Inf") ? Double.POSITIVE_INFINITY : text.equals("-Inf") ? Double.NEGATIVE_INFINITY
				: Double.NaN;
		}
	}

	/**
	 * A column of yes and no: 1 and 0, true and false, or yes and no in any case.
	 *
	 * @return one flag a patient
	 * @throws InputException for any other cell, a missing one included; names the row
	 */
	public boolean[] flags(final String column) {
		final List<String> cells = table.cells(column);
		final boolean[] flags = new boolean[cells.size()];
		for (int i = 0; i < flags.length; i++) {
			final String cell = cells.get(i).trim().toLowerCase(Locale.ROOT);
			switch (cell) {
				case "1", "1.0", "true", "yes", "t", "y" -> flags[i] = true;
				case "0", "0.0", "false", "no", "f", "n" -> flags[i] = false;
				default -> throw new InputException("Table '" + table.name() + "', row " + (i + 1) + ", column '" + column +
					"': '" + cells.get(i) + "' is neither 1 (event) nor 0.");
			}
		}
		return flags;
	}

	/** A column as a factor; levels in the given order, or else sorted. */
	public Factor factor(final String column) {
		final List<String> cells = table.cells(column).stream().map(String::trim).toList();
		final List<String> levels = referenceLevels.containsKey(column) ? referenceLevels.get(column) : sortedLevels(cells);
		final int[] codes = new int[cells.size()];
		for (int i = 0; i < codes.length; i++) {
			codes[i] = isMissing(cells.get(i)) ? -1 : levels.indexOf(cells.get(i));
			if (codes[i] < 0 && !isMissing(cells.get(i))) throw new InputException("Table '" + table.name() + "', row " + (i +
				1) + ", column '" + column + "': '" + cells.get(i) + "' is none of the levels " + levels + ".");
		}
		return new Factor(levels, codes);
	}

	private static List<String> sortedLevels(final List<String> cells) {
		final TreeSet<String> texts = new TreeSet<>();
		cells.stream().filter(c -> !isMissing(c)).forEach(texts::add);
		final List<String> levels = new ArrayList<>(texts);
		if (levels.stream().noneMatch(c -> Double.isNaN(parse(c)))) levels.sort((a, b) -> Double.compare(parse(a), parse(b)));
		return levels;
	}

	/** The patients of these rows, in this order. */
	public Cohort rows(final int[] rows) {
		return new Cohort(new CsvTable(table.name(), table.header(), Arrays.stream(rows).mapToObj(table.rows()::get).toList()),
			referenceLevels);
	}

	/** The same with one more column, or with a column replaced. */
	public Cohort with(final String column, final double[] values) {
		final List<String> header = new ArrayList<>(table.header());
		final int at = header.indexOf(column);
		if (at < 0) header.add(column);
		final List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < values.length; i++) {
			final List<String> row = new ArrayList<>(table.rows().get(i));
			final String cell = Double.isNaN(values[i]) ? "NA" : Double.toString(values[i]);
			if (at < 0) row.add(cell);
			else row.set(at, cell);
			rows.add(row);
		}
		return new Cohort(new CsvTable(table.name(), header, rows), referenceLevels);
	}
}
