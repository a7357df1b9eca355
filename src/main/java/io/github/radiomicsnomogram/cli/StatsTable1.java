package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.report.CategoryComparison;
import io.github.radiomicsnomogram.survival.report.Comparison;
import io.github.radiomicsnomogram.survival.report.ComparisonReport;
import io.github.radiomicsnomogram.survival.report.NumberComparison;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A publication's Table 1. */
@Command(name = "table1", description = {
	"Variables compared between groups (R: t.test, aov, wilcox.test, kruskal.test, chisq.test, fisher.test)." })
final class StatsTable1 extends StatsTableVerb {

	private static final Pattern FACTOR = Pattern.compile("factor\\((.+)\\)");

	@Option(names = "--group", required = true, paramLabel = "COLUMN", description = "Groups.")
	private String group;

	@Option(names = "--variables", required = true, paramLabel = "COLUMNS", description = {
		"Numbers and categories; a category that is written in numbers as factor(c). Missing values are left out",
		"variable by variable." })
	private String variables;

	@Override
	Report report(final Cohort cohort) {
		final Cohort grouped = StatsCells.complete(cohort, List.of(group));
		final Factor groups = StatsCells.factor(grouped, group);
		if (groups.levels().size() < 2) throw new InputException("Column '" + group + "' has only one value, '" + groups
			.levels().get(0) + "': there is nothing to compare.");
		final Map<String, Comparison> compared = new LinkedHashMap<>();
		final Map<String, Integer> missing = new LinkedHashMap<>();
		for (final String term : StatsCells.expand(grouped, variables, List.of(group))) {
			final Matcher m = FACTOR.matcher(term);
			final String name = m.matches() ? m.group(1).trim() : term;
			final Cohort rows = StatsCells.complete(grouped, List.of(name));
			compared.put(name, m.matches() || !rows.isNumeric(name) ? new CategoryComparison(StatsCells.factor(rows, name),
				StatsCells.factor(rows, group)) : numbers(rows, name));
			if (rows.size() < grouped.size()) missing.put(name, grouped.size() - rows.size());
		}
		final int[] codes = groups.codes();
		final List<String> sizes = IntStream.range(0, groups.levels().size()).mapToObj(g -> groups.levels().get(g) + " (n=" +
			IntStream.of(codes).filter(c -> c == g).count() + ")").toList();
		return new ComparisonReport(sizes, compared, missing).omitting(cohort.size() - grouped.size());
	}

	private NumberComparison numbers(final Cohort rows, final String name) {
		final Factor f = StatsCells.factor(rows, group);
		final int[] codes = f.codes();
		final double[] v = rows.numeric(name);
		final List<double[]> values = IntStream.range(0, f.levels().size()).mapToObj(g -> IntStream.range(0, v.length)
			.filter(i -> codes[i] == g).mapToDouble(i -> v[i]).toArray()).toList();
		for (int g = 0; g < values.size(); g++)
			if (values.get(g).length < 2 || values.size() < 2) throw new InputException("Variable '" + name + "' has " + values
				.get(g).length + " values in group '" + f.levels().get(g) + "'; 2 or more in each of 2 or more groups are needed.");
		return new NumberComparison(f.levels(), values);
	}
}
