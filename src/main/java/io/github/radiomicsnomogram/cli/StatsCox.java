package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.report.CoxReport;
import io.github.radiomicsnomogram.survival.report.Report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R's coxph. */
@Command(name = "cox", description = "Cox proportional hazards model (R: coxph).")
final class StatsCox extends StatsTableVerb {

	@Mixin
	private StatsModel model;

	@Option(names = "--times", paramLabel = "T,...", description = {
		"Times at which the JSON has the predicted survival of the first three patients." })
	private String times = "";

	@Override
	Report report(final Cohort cohort) {
		final Ties ties = choice(Ties.class, "--ties", model.ties());
		if (ties == Ties.EXACT && model.isWeighted()) throw usage("--ties exact does not go with --weights.");
		final double[] at = StatsCells.numbers("--times", times);
		final StatsModel.Frame frame = model.in(cohort);
		final CoxFit fit = CoxRegression.fit(frame.data(), ties);
		return new CoxReport(frame.formula(), fit, frame.omitted(), at);
	}
}
