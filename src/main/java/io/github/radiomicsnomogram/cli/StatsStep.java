package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.StepwiseSelection;
import io.github.radiomicsnomogram.survival.StepwiseSelection.Direction;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.report.Report;
import io.github.radiomicsnomogram.survival.report.StepReport;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R's step. */
@Command(name = "step", description = "Stepwise selection of a Cox model's terms (R: step).")
final class StatsStep extends StatsTableVerb {

	/** Price of a coefficient. */
	private enum Criterion {
			AIC, BIC
	}

	@Mixin
	private StatsModel model;

	@Option(names = "--direction", paramLabel = "D", defaultValue = "backward", description = {
		"backward (default), forward, or both." })
	private String direction;

	@Option(names = "--criterion", paramLabel = "C", defaultValue = "aic", description = {
		"aic (default), or bic with the logarithm of the number of events." })
	private String criterion;

	@Option(names = "--start", paramLabel = "TERMS", description = {
		"Terms to begin with, or none (default: all, but none for forward)." })
	private String start;

	@Override
	Report report(final Cohort cohort) {
		final Ties ties = choice(Ties.class, "--ties", model.ties());
		final Direction way = choice(Direction.class, "--direction", direction);
		final Criterion price = choice(Criterion.class, "--criterion", criterion);
		final StatsModel.Frame frame = model.in(cohort);
		final double k = price == Criterion.AIC ? 2 : Math.log(frame.data().times().events());
		return new StepReport(StepwiseSelection.of(frame.data(), first(frame.terms(), way), way, k, ties), model.followUp()
			.formula(), price.name()).omitting(frame.omitted());
	}

	private List<String> first(final List<String> terms, final Direction way) {
		if (start == null) return way == Direction.FORWARD ? List.of() : terms;
		if (start.equals("none")) return List.of();
		final List<String> wanted = StatsCells.split(start);
		for (final String term : wanted)
			if (!terms.contains(term)) throw usage("--start: '" + term + "' is not among the covariates.");
		return wanted;
	}
}
