package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation;
import io.github.radiomicsnomogram.survival.report.IntraclassCorrelationReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Intraclass correlations. */
@Command(name = "icc", description = {
	"Intraclass correlations (1,1), (2,1), (3,1), of one and of the mean measurement (R: psych's ICC)." })
final class StatsIcc extends StatsTableVerb {

	@Option(names = "--subject", required = true, paramLabel = "COLUMN", description = "Who or what was measured.")
	private String subject;

	@Option(names = "--rater", required = true, paramLabel = "COLUMN", description = {
		"Who measured, or in which session: each subject once by each." })
	private String rater;

	@Option(names = "--value", required = true, paramLabel = "COLUMN,...", description = {
		"Measurements, e.g. 'original_*'. A subject without one of them is left out." })
	private String value;

	@Override
	Report report(final Cohort cohort) {
		final List<String> names = StatsCells.expand(cohort, value, List.of(subject, rater));
		final Cohort known = StatsCells.complete(cohort, List.of(subject, rater));
		final Factor subjects = StatsCells.factor(known, subject), raters = StatsCells.factor(known, rater);
		final int[][] row = rows(known, subjects, raters);
		final double[][] columns = names.stream().map(known::numeric).toArray(double[][]::new);
		final int[][] complete = Arrays.stream(row).filter(cells -> Arrays.stream(cells).allMatch(i -> i >= 0 && Arrays
			.stream(columns).noneMatch(c -> Double.isNaN(c[i])))).toArray(int[][]::new);
		final int omitted = row.length - complete.length;
		if (omitted > 0) warn(omitted + " of " + row.length + " subjects lack a measurement and are left out.");
		if (complete.length < 2) throw new InputException("Table '" + cohort.table().name() + "': " + complete.length +
			" subjects have all " + raters.levels().size() + " measurements; 2 or more are needed.");
		final Map<String, IntraclassCorrelation> results = new LinkedHashMap<>();
		for (int v = 0; v < columns.length; v++) {
			final double[] column = columns[v];
			results.put(names.get(v), IntraclassCorrelation.of(Arrays.stream(complete).map(cells -> Arrays.stream(cells)
				.mapToDouble(i -> column[i]).toArray()).toArray(double[][]::new)));
		}
		return new IntraclassCorrelationReport(results, complete.length, raters.levels().size());
	}

	/** Row of each subject's measurement by each rater; -1 for none. */
	private int[][] rows(final Cohort cohort, final Factor subjects, final Factor raters) {
		final int[][] row = new int[subjects.levels().size()][raters.levels().size()];
		for (final int[] r : row)
			Arrays.fill(r, -1);
		IntStream.range(0, cohort.size()).forEach(i -> {
			final int s = subjects.codes()[i], r = raters.codes()[i];
			if (row[s][r] >= 0) throw new InputException("Table '" + cohort.table().name() + "': subject '" + subjects.levels()
				.get(s) + "' has several rows of " + rater + " '" + raters.levels().get(r) +
				"'. Choose some with --where, or take another column for --rater.");
			row[s][r] = i;
		});
		return row;
	}
}
