package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.report.CoxReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R's coxph. */
@Command(name = "cox", description = "Cox proportional hazards model (R: coxph).")
final class StatsCox extends StatsTableVerb {

	@Mixin
	private StatsModel model;

	@Option(names = "--times", paramLabel = "T,...", description = {
		"Times at which the survival of the first --patients is predicted." })
	private String times = "";

	@Option(names = "--patients", paramLabel = "N", defaultValue = "3", description = {
		"How many of the complete patients --times is for (default: 3; more than there are means all)." })
	private int patients;

	@Option(names = "--robust", arity = "0..1", paramLabel = "true|false", fallbackValue = "true", description = {
		"Robust (sandwich) standard errors (default: with --cluster or fractional --weights)." })
	private Boolean robust;

	@Option(names = "--cluster", paramLabel = "COLUMN", description = {
		"Patients with the same value here depend on each other; standard errors are robust ones." })
	private String cluster;

	@Override
	Report report(final Cohort cohort) {
		final Ties ties = choice(Ties.class, "--ties", model.ties());
		if (ties == Ties.EXACT && model.isWeighted()) throw usage("--ties exact does not go with --weights.");
		final double[] at = StatsCells.numbers("--times", times);
		if (ties == Ties.EXACT && (cluster != null || robust == Boolean.TRUE)) throw usage(
			"--ties exact does not go with robust standard errors.");
		if (cluster != null && robust == Boolean.FALSE) throw usage("--cluster does not go with --robust=false.");
		final Cohort known = cluster == null ? cohort : StatsCells.complete(cohort, List.of(cluster));
		final StatsModel.Frame frame = model.in(known);
		return new CoxReport(frame.formula(), fit(frame, ties), frame.omitted() + cohort.size() - known.size(), at,
			patients);
	}

	private CoxFit fit(final StatsModel.Frame frame, final Ties ties) {
		final CoxFit fit = CoxRegression.fit(frame.data(), ties);
		if (cluster != null) return fit.withRobustVariance(frame.rows().factor(cluster).codes());
		if (robust == null) return fit;
		return robust ? fit.withRobustVariance() : fit.withNaiveVariance();
	}
}
