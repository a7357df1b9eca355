package io.github.radiomicsnomogram.cohort;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a table of results, in PyRadiomics' order: those of the first ROI, then what others have beyond, by
 * name. Where PyRadiomics' first case fails all its columns come by name; here the first ROI with results counts.
 *
 * @param front what identifies a ROI; without columns that have the name of a result
 * @param results of the ROIs
 */
record ResultColumns(List<String> front, List<String> results) {

	ResultColumns {
		front = List.copyOf(front);
		results = List.copyOf(results);
	}

	/** The columns of rows. */
	static ResultColumns of(final Iterable<ResultRow> rows) {
		final Set<String> front = new LinkedHashSet<>(), first = new LinkedHashSet<>(), more = new TreeSet<>();
		for (final ResultRow row : rows) {
			addInOrder(front, row.front().keySet());
			final Set<String> columns = first.isEmpty() ? first : more;
			row.cells().forEach(cell -> columns.add(cell.column()));
		}
		more.removeAll(first);
		first.addAll(more);
		front.removeAll(first);
		return new ResultColumns(List.copyOf(front), List.copyOf(first));
	}

	/** Puts what is new behind what stands before it: the column Label of several labels behind Mask. */
	private static void addInOrder(final Set<String> front, final Set<String> columns) {
		if (front.containsAll(columns)) return;
		final List<String> merged = new ArrayList<>(front);
		int at = 0;
		for (final String column : columns) {
			final int there = merged.indexOf(column);
			if (there < 0) merged.add(at++, column);
			else at = there + 1;
		}
		front.clear();
		front.addAll(merged);
	}
}
