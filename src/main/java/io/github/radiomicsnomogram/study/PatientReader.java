package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.ClinicalVariable;
import io.github.radiomicsnomogram.model.Range;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Turns a table's cells into numbers and says which cell is wrong. */
final class PatientReader {

	private final CsvTable table;
	private final Cohort cohort;
	private final int[] idRows;

	PatientReader(final CsvTable table) {
		this.table = table;
		cohort = new Cohort(table);
		idRows = IntStream.range(0, table.rows().size()).toArray();
	}

	int[] source() {
		return idRows.clone();
	}

	List<String> ids(final String column) {
		return table.cells(column).stream().map(String::trim).toList();
	}

	/**
	 * Rows with a known follow-up; the others are told of.
	 *
	 * @throws InputException if a time is not positive, or an event neither 1 nor 0
	 */
	int[] followed(final String id, final String time, final String event, final List<String> warnings) {
		final double[] t = cohort.numeric(time);
		final List<String> e = table.cells(event), names = ids(id);
		final List<String> without = new ArrayList<>();
		final int[] rows = IntStream.range(0, t.length).filter(i -> {
			final boolean known = !Double.isNaN(t[i]) && !Cohort.isMissing(e.get(i));
			if (!known) without.add(names.get(i));
			return known;
		}).toArray();
		for (final int i : rows)
			if (!(t[i] > 0) || Double.isInfinite(t[i])) throw new InputException("Table '" + table.name() + "': patient '" + names
				.get(i) + "' has the follow-up " + t[i] + " in column '" + time + "'; it must be greater than 0.");
		if (!without.isEmpty()) warnings.add(without.size() + " patients have no follow-up or no event flag and are left out: " +
			some(without) + ".");
		if (rows.length == 0) throw new InputException("Table '" + table.name() +
			"': no patient has a follow-up and an event flag.");
		return rows;
	}

	SurvivalTimes times(final String time, final String event, final int[] rows) {
		final Cohort some = cohort.rows(rows);
		return new SurvivalTimes(some.numeric(time), some.flags(event));
	}

	/** Columns by name or pattern, in the table's order for patterns; each once. */
	List<String> columns(final List<String> patterns, final Set<String> excluded) {
		final Set<String> found = new LinkedHashSet<>();
		for (final String wanted : patterns) {
			if (table.header().contains(wanted)) {
				found.add(wanted);
				continue;
			}
			final Pattern p = pattern(wanted);
			final List<String> matches = table.header().stream().filter(c -> p.matcher(c).matches()).toList();
			if (matches.isEmpty()) throw new InputException("Table '" + table.name() + "' has no column like '" + wanted +
				"'.");
			found.addAll(matches);
		}
		found.removeAll(excluded);
		return List.copyOf(found);
	}

	static Pattern pattern(final String wanted) {
		return Pattern.compile(("\\Q" + wanted + "\\E").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
	}

	/** Values of features; an infinite one is missing (NaN). */
	Map<String, double[]> features(final List<String> columns) {
		final Map<String, double[]> x = new LinkedHashMap<>();
		for (final String c : columns)
			x.put(c, Arrays.stream(cohort.numeric(c)).map(v -> Double.isInfinite(v) ? Double.NaN : v).toArray());
		return x;
	}

	/** A clinical variable's numbers, or indices of its levels. */
	double[] codes(final String column, final ClinicalVariable variable) {
		if (variable.levels().isEmpty()) return cohort.numeric(column);
		final List<String> cells = table.cells(column);
		final double[] codes = new double[cells.size()];
		for (int i = 0; i < codes.length; i++) {
			final String cell = cells.get(i).trim();
			codes[i] = Cohort.isMissing(cell) ? Double.NaN : level(variable, cell);
			if (codes[i] < 0) throw new InputException("Table '" + table.name() + "', row " + (i + 1) + ", column '" + column +
				"': '" + cell + "' is no value of " + variable.label() + "; allowed: " + variable.levels().stream().map(l -> String
					.join(" or ", l.words())).reduce((a, b) -> a + ", " + b).orElseThrow() + ".");
		}
		return codes;
	}

	/** Index of the level that a cell stands for, -1 for none; 1.0 is 1. */
	private static int level(final ClinicalVariable variable, final String cell) {
		final String whole = cell.matches("-?\\d+\\.0+") ? cell.substring(0, cell.indexOf('.')) : cell;
		for (int l = 0; l < variable.levels().size(); l++)
			if (variable.levels().get(l).words().stream().anyMatch(w -> w.equalsIgnoreCase(cell) || w.equalsIgnoreCase(whole)))
				return l;
		return -1;
	}

	/** Range of a numeric column in some rows, widened a little if it is a point. */
	Range range(final String column, final int[] rows) {
		final double[] v = Arrays.stream(Patients.pick(cohort.numeric(column), rows)).filter(Double::isFinite).toArray();
		if (v.length == 0) throw new InputException("Table '" + table.name() + "': no training patient has a value in column '" +
			column + "'.");
		final double min = Arrays.stream(v).min().orElseThrow(), max = Arrays.stream(v).max().orElseThrow();
		return min < max ? new Range(min, max) : new Range(min - 1, max + 1);
	}

	/** Folds 1, 2, 3 ...; NaN cells, of patients that don't train, become 0. */
	int[] folds(final String column) {
		return Arrays.stream(cohort.numeric(column)).mapToInt(v -> {
			if (!Double.isNaN(v) && (v < 1 || v != Math.rint(v))) throw new InputException("Table '" + table.name() +
				"', column '" + column + "': " + v + " is not a fold; they are numbered 1, 2, 3 ...");
			return Double.isNaN(v) ? 0 : (int) v;
		}).toArray();
	}

	/** 1 where a cell has a value, 0 where another one, -1 where it is missing. */
	int[] flags(final String column, final String value) {
		final int[] flags = table.cells(column).stream().mapToInt(c -> Cohort.isMissing(c) ? -1 : c.trim().equals(value)
			? 1 : 0).toArray();
		if (Arrays.stream(flags).noneMatch(f -> f == 1)) throw new InputException("Table '" + table.name() + "', column '" +
			column + "': no patient has the value '" + value + "'.");
		return flags;
	}

	static String some(final List<String> names) {
		return String.join(", ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? ", ..." : "");
	}
}
