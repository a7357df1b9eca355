package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.NomogramScale;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.report.NomogramReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.HashMap;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** rms's nomogram. */
@Command(name = "nomogram", description = "Axes and points of a Cox model's nomogram (R: rms's nomogram).")
final class StatsNomogram extends StatsTableVerb {

	@Mixin
	private StatsModel model;

	@Option(names = "--at", required = true, paramLabel = "T", description = "Horizon of the survival axis.")
	private double at;

	@Override
	Report report(final Cohort cohort) {
		final Ties ties = choice(Ties.class, "--ties", model.ties());
		if (ties == Ties.EXACT) throw usage("A nomogram needs a baseline survival, which exact ties don't give.");
		final StatsModel.Frame frame = model.in(cohort);
		if (frame.data().strata().isPresent()) throw usage("A nomogram has one survival axis: leave --strata out.");
		final CoxFit fit = CoxRegression.fit(frame.data(), ties);
		fit.warnings().forEach(this::warn);
		if (fit.degreesOfFreedom() == 0) throw new InputException(
			"The model has no coefficient: there is nothing to draw axes for.");
		final Map<String, String> references = new HashMap<>();
		for (final String term : frame.terms()) {
			final String column = term.startsWith("factor(") ? term.substring("factor(".length(), term.length() - 1).trim()
				: term;
			final boolean known = cohort.table().header().contains(column);
			if (known && (!column.equals(term) || !cohort.isNumeric(column))) references.put(term, cohort.factor(column).levels()
				.get(0));
		}
		return new NomogramReport(NomogramScale.of(fit, at), fit, at, references).omitting(frame.omitted());
	}
}
