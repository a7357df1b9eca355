package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins tables by the patient's id. */
final class TableJoin {

	private static final int NAMED = 5;

	private TableJoin() {}

	/**
	 * One table with the columns of all, in the order of the first one's patients.
	 *
	 * @param dropUnmatched patients that are not in every table are left out with a warning, not refused
	 * @throws InputException if a table lacks the id or has it twice, a column is in two tables, or patients don't match
	 */
	static CsvTable join(final List<CsvTable> tables, final String id, final boolean dropUnmatched,
		final List<String> warnings)
	{
		if (tables.isEmpty()) throw new InputException("No table of patients was given.");
		CsvTable joined = tables.get(0);
		index(joined, id);
		for (final CsvTable next : tables.subList(1, tables.size()))
			joined = join(joined, next, id, dropUnmatched, warnings);
		return joined;
	}

	private static CsvTable join(final CsvTable a, final CsvTable b, final String id, final boolean drop,
		final List<String> warnings)
	{
		final Map<String, List<String>> left = index(a, id), right = index(b, id);
		final Set<String> onlyLeft = minus(left, right), onlyRight = minus(right, left);
		if (onlyLeft.size() == left.size()) throw new InputException("No patient of table '" + a.name() +
			"' is in table '" + b.name() + "': the ids in column '" + id + "' don't match (" + some(onlyLeft) + " against " +
			some(onlyRight) + ").");
		report(onlyLeft, a, b, drop, warnings);
		report(onlyRight, b, a, drop, warnings);
		final int idColumn = b.column(id);
		final List<String> header = new ArrayList<>(a.header());
		for (final String column : b.header()) {
			if (column.equals(id)) continue;
			if (a.header().contains(column)) throw new InputException("Column '" + column + "' is in table '" + a.name() +
				"' and in table '" + b.name() + "'. Remove or rename one of them.");
			header.add(column);
		}
		final List<List<String>> rows = new ArrayList<>();
		left.forEach((patient, row) -> {
			if (!right.containsKey(patient)) return;
			final List<String> whole = new ArrayList<>(row);
			final List<String> more = right.get(patient);
			for (int j = 0; j < more.size(); j++)
				if (j != idColumn) whole.add(more.get(j));
			rows.add(whole);
		});
		return new CsvTable(a.name() + " + " + b.name(), header, rows);
	}

	private static void report(final Set<String> ids, final CsvTable in, final CsvTable notIn, final boolean drop,
		final List<String> warnings)
	{
		if (ids.isEmpty()) return;
		final String what = ids.size() + " of " + in.rows().size() + " patients of table '" + in.name() +
			"' are not in table '" + notIn.name() + "' (" + some(ids) + ")";
		if (!drop) throw new InputException(what + ". Add their rows, or set data.unmatched: drop in the study file.");
		warnings.add(what + " and are left out.");
	}

	private static Set<String> minus(final Map<String, ?> a, final Map<String, ?> b) {
		final Set<String> rest = new LinkedHashSet<>(a.keySet());
		rest.removeAll(b.keySet());
		return rest;
	}

	private static String some(final Set<String> ids) {
		final List<String> first = ids.stream().limit(NAMED).toList();
		return String.join(", ", first) + (ids.size() > NAMED ? ", ..." : "");
	}

	/** Rows by id, in order. */
	private static Map<String, List<String>> index(final CsvTable table, final String id) {
		final int column = table.column(id);
		final Map<String, List<String>> rows = new LinkedHashMap<>();
		final Set<String> twice = new LinkedHashSet<>();
		for (int i = 0; i < table.rows().size(); i++) {
			final String patient = table.rows().get(i).get(column).trim();
			if (patient.isEmpty()) throw new InputException("Table '" + table.name() + "', row " + (i + 1) +
				": no id in column '" + id + "'.");
			if (rows.put(patient, table.rows().get(i)) != null) twice.add(patient);
		}
		if (!twice.isEmpty()) throw new InputException("Table '" + table.name() + "' has " + twice.size() + (twice
			.size() == 1 ? " patient twice (" : " patients twice (") + some(twice) + "): column '" + id + "' must name each patient once. Keep one row of each.");
		if (rows.isEmpty()) throw new InputException("Table '" + table.name() + "' has no patients.");
		return rows;
	}
}
