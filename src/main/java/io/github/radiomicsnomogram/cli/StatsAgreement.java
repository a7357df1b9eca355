package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Agreement;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.report.NamedNumbers;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Bland and Altman's limits. */
@Command(name = "agreement", description = "Bland and Altman's limits of agreement of two measurements.")
final class StatsAgreement extends StatsTableVerb {

	@Option(names = "--first", required = true, paramLabel = "COLUMN", description = "One measurement.")
	private String first;

	@Option(names = "--second", required = true, paramLabel = "COLUMN", description = "The other one, of the same rows.")
	private String second;

	@Override
	Report report(final Cohort cohort) {
		final Cohort rows = StatsCells.complete(cohort, List.of(first, second));
		return NamedNumbers.of(Agreement.blandAltman(rows.numeric(first), rows.numeric(second)), rows.size()).omitting(cohort
			.size() - rows.size());
	}
}
