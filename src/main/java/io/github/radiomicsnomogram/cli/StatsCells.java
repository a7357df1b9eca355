package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the statistical verbs do with a table's columns and rows, and with lists on the command line. */
final class StatsCells {

	private StatsCells() {}

	/** Cuts a list at its commas, but not within parentheses: a,factor(b),c. */
	static List<String> split(final String list) {
		final List<String> parts = new ArrayList<>();
		int depth = 0, from = 0;
		for (int i = 0; i <= list.length(); i++) {
			final char c = i < list.length() ? list.charAt(i) : ',';
			if (c == '(') depth++;
			else if (c == ')') depth--;
			else if (c == ',' && (depth <= 0 || i == list.length())) {
				final String part = list.substring(from, i).trim();
				if (!part.isEmpty()) parts.add(part);
				from = i + 1;
			}
		}
		return parts;
	}

	/**
	 * The columns or terms of a list, in which * stands for any text and ? for any character of a column's name.
	 *
	 * @param excluded columns that patterns don't match
	 * @throws InputException if a pattern matches nothing
	 */
	static List<String> expand(final Cohort cohort, final String list, final Collection<String> excluded) {
		final List<String> found = new ArrayList<>();
		for (final String term : split(list)) {
			if (!term.contains("*") && !term.contains("?") || cohort.table().header().contains(term)) {
				if (!found.contains(term)) found.add(term);
				continue;
			}
			final Pattern pattern = Pattern.compile(("\\Q" + term + "\\E").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
			final List<String> matches = cohort.table().header().stream().filter(c -> pattern.matcher(c).matches() && !excluded
				.contains(c)).toList();
			if (matches.isEmpty()) throw new InputException("Table '" + cohort.table().name() + "' has no column like '" +
				term + "'.");
			matches.stream().filter(c -> !found.contains(c)).forEach(found::add);
		}
		if (found.isEmpty()) throw new InputException("'" + list + "' names no column.");
		return found;
	}

	/** The rows that fulfil all conditions COLUMN=VALUE or COLUMN!=VALUE. */
	static Cohort where(final Cohort cohort, final List<String> conditions) {
		Cohort rows = cohort;
		for (final String condition : conditions) {
			final double[] flags = flags(rows, condition, true);
			rows = rows.rows(IntStream.range(0, flags.length).filter(i -> flags[i] == 1).toArray());
			if (rows.size() == 0) throw new InputException("Table '" + cohort.table().name() + "': no row has " + condition +
				".");
		}
		return rows;
	}

	/** 1 where a condition holds, 0 where not; NaN where the cell is missing, unless missing cells count as text. */
	private static double[] flags(final Cohort cohort, final String condition, final boolean missingToo) {
		final int at = condition.indexOf('=');
		if (at < 1) throw new InputException("'" + condition + "' is no condition. Write COLUMN=VALUE or COLUMN!=VALUE.");
		final boolean not = condition.charAt(at - 1) == '!';
		final String column = condition.substring(0, not ? at - 1 : at).trim(), value = condition.substring(at + 1).trim();
		return cohort.table().cells(column).stream().mapToDouble(c -> Cohort.isMissing(c) && !missingToo ? Double.NaN
			: equal(c.trim(), value) != not ? 1 : 0).toArray();
	}

	private static boolean equal(final String cell, final String value) {
		if (Cohort.isMissing(cell) || Cohort.isMissing(value)) return Cohort.isMissing(cell) && Cohort.isMissing(value);
		if (cell.equals(value)) return true;
		try {
			return Double.parseDouble(cell) == Double.parseDouble(value);
		}
		catch (final NumberFormatException e) {
			return false;
		}
	}

	/** The cohort with a column for a flag that is written as COLUMN=VALUE; the column is named so. */
	static Cohort withFlag(final Cohort cohort, final String flag) {
		if (cohort.table().header().contains(flag) || flag.indexOf('=') < 1) {
			cohort.table().column(flag);
			return cohort;
		}
		return cohort.with(flag, flags(cohort, flag, false));
	}

	/**
	 * The rows that have a value in all these columns.
	 *
	 * @throws InputException if there are none
	 */
	static Cohort complete(final Cohort cohort, final Collection<String> columns) {
		final int[] wanted = columns.stream().mapToInt(cohort.table()::column).toArray();
		final List<List<String>> rows = cohort.table().rows();
		final int[] kept = IntStream.range(0, rows.size()).filter(i -> Arrays.stream(wanted).noneMatch(j -> Cohort
			.isMissing(rows.get(i).get(j)))).toArray();
		if (kept.length == 0) throw new InputException("Table '" + cohort.table().name() + "': no row has a value in each of " +
			String.join(", ", columns) + ".");
		return kept.length == rows.size() ? cohort : cohort.rows(kept);
	}

	/** A factor without the levels that nobody has. */
	static Factor factor(final Cohort cohort, final String column) {
		final Factor all = cohort.factor(column);
		final int[] codes = all.codes();
		final int[] used = Arrays.stream(codes).filter(c -> c >= 0).distinct().sorted().toArray();
		return new Factor(Arrays.stream(used).mapToObj(all.levels()::get).toList(), Arrays.stream(codes).map(
			c -> c < 0 ? -1 : Arrays.binarySearch(used, c)).toArray());
	}

	/**
	 * Numbers written as a list, 12,36,60, or as from:to:step.
	 *
	 * @throws InputException naming the option
	 */
	static double[] numbers(final String option, final String list) {
		final List<String> parts = list.contains(":") ? List.of(list.split(":")) : split(list);
		final double[] v = new double[parts.size()];
		for (int i = 0; i < v.length; i++)
			try {
				v[i] = Double.parseDouble(parts.get(i).trim());
			}
			catch (final NumberFormatException e) {
				throw new InputException(option + ": '" + parts.get(i) + "' is not a number.", e);
			}
		return list.contains(":") ? sequence(option, list, v) : v;
	}

	private static double[] sequence(final String option, final String list, final double[] v) {
		if (v.length != 3 || !(v[2] > 0) || v[1] < v[0]) throw new InputException(option + ": '" + list +
			"' is not from:to:step.");
		// As R's seq: each from the start, with room for rounding at the end.
		return IntStream.rangeClosed(0, (int) Math.floor((v[1] - v[0]) / v[2] + 1e-10)).mapToDouble(i -> v[0] + i * v[2])
			.toArray();
	}
}
