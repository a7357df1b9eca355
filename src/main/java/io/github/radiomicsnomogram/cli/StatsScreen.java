package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.UnivariateScreen;
import io.github.radiomicsnomogram.survival.report.Report;
import io.github.radiomicsnomogram.survival.report.ScreenReport;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cox models of many variables, one at a time. */
@Command(name = "screen", description = {
	"Cox model of each variable alone, after z-scoring it, with P values corrected for their number (R: coxph, p.adjust)." })
final class StatsScreen extends StatsTableVerb {

	@Mixin
	private StatsFollowUp followUp;

	@Option(names = "--covariates", required = true, paramLabel = "COLUMNS", description = {
		"Numeric columns, e.g. 'original_*'. Patients with a missing value in any of them are left out." })
	private String covariates;

	@Option(names = "--ties", paramLabel = "RULE", defaultValue = "efron", description = {
		"Tied deaths: efron (default), breslow, exact." })
	private String ties;

	@Override
	Report report(final Cohort cohort) {
		final Ties rule = choice(Ties.class, "--ties", ties);
		final Cohort whole = followUp.in(cohort);
		final List<String> names = StatsCells.expand(whole, covariates, followUp.columns());
		final List<String> used = new ArrayList<>(names);
		used.addAll(followUp.columns());
		final Cohort complete = StatsCells.complete(whole, used);
		final double[][] columns = names.stream().map(complete::numeric).toArray(double[][]::new);
		return new ScreenReport(UnivariateScreen.of(followUp.times(complete), names, columns, rule, Progress.NONE))
			.omitting(cohort.size() - complete.size());
	}
}
