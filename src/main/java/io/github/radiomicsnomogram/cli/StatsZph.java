package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.ProportionalHazards;
import io.github.radiomicsnomogram.survival.ProportionalHazards.Transform;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.report.ProportionalHazardsReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.Arrays;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R's cox.zph. */
@Command(name = "zph", description = "Test of proportional hazards (R: cox.zph).")
final class StatsZph extends StatsTableVerb {

	@Mixin
	private StatsModel model;

	@Option(names = "--transform", paramLabel = "G", defaultValue = "km", description = {
		"Function of time that is shown: km (default), rank, identity, log. The JSON has all." })
	private String transform;

	@Override
	Report report(final Cohort cohort) {
		final Ties ties = choice(Ties.class, "--ties", model.ties());
		if (ties == Ties.EXACT) throw usage("The test is not defined for exact ties.");
		final Transform shown = choice(Transform.class, "--transform", transform);
		final StatsModel.Frame frame = model.in(cohort);
		final CoxFit fit = CoxRegression.fit(frame.data(), ties);
		fit.warnings().forEach(this::warn);
		return new ProportionalHazardsReport(Arrays.stream(Transform.values()).collect(Collectors.toMap(t -> t,
			t -> ProportionalHazards.of(fit, t))), shown).omitting(frame.omitted());
	}
}
