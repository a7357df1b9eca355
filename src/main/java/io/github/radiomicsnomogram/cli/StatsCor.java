package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.report.CorrelationReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Correlation and collinearity. */
@Command(name = "cor", description = {
	"Correlation matrix and variance inflation factors (R: cor, cor.test, diag(solve(cor)))." })
final class StatsCor extends StatsTableVerb {

	/** Kinds of correlation. */
	private enum Method {
			PEARSON, SPEARMAN
	}

	@Option(names = "--variables", required = true, paramLabel = "COLUMNS", description = "Numeric columns.")
	private String variables;

	@Option(names = "--method", paramLabel = "M", defaultValue = "pearson", description = "pearson (default), spearman.")
	private String method;

	@Option(names = "--tests", description = "Test each pair (Pearson); in the JSON.")
	private boolean tests;

	@Option(names = "--above", paramLabel = "R", defaultValue = "0.9", description = "List pairs beyond this (0.9).")
	private double above;

	@Override
	Report report(final Cohort cohort) {
		final boolean rank = choice(Method.class, "--method", method) == Method.SPEARMAN;
		final List<String> names = StatsCells.expand(cohort, variables, List.of());
		if (names.size() < 2) throw usage("--variables must name 2 or more columns.");
		final Cohort rows = StatsCells.complete(cohort, names);
		return new CorrelationReport(names, names.stream().map(rows::numeric).toArray(double[][]::new), rank, tests, above)
			.omitting(cohort.size() - rows.size());
	}
}
