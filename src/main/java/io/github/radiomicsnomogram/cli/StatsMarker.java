package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.ModelFrame;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.Arrays;
import java.util.List;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follow-up and a marker of risk, which is a column or the linear predictor of a Cox model, as options. */
final class StatsMarker {

	@Mixin
	private StatsFollowUp followUp;

	@Option(names = "--marker", paramLabel = "COLUMN", description = "Larger is worse.")
	private String marker;

	@Option(names = "--covariates", paramLabel = "TERMS", description = {
		"In place of --marker: the linear predictor of a Cox model with these terms, fitted to the same rows." })
	private String covariates;

	/**
	 * Complete patients.
	 *
	 * @param rows as a table
	 * @param times follow-up
	 * @param marker larger is worse
	 * @param fit the model; null for a column
	 * @param omitted patients left out for missing values
	 */
	record Marked(Cohort rows, SurvivalTimes times, double[] marker, CoxFit fit, int omitted) {

		/** Risk of each patient by a time, as the model predicts it. */
		double[] risk(final double time) {
			final double hazard = fit.baseline().hazardAt(0, time);
			return Arrays.stream(marker).map(lp -> 1 - Math.exp(-hazard * Math.exp(lp))).toArray();
		}
	}

	/** Marker and follow-up in a cohort. */
	Marked in(final Cohort cohort, final Verb verb) {
		if ((marker == null) == (covariates == null)) throw verb.usage("Give either --marker or --covariates.");
		final Cohort whole = followUp.in(cohort);
		if (marker != null) {
			final Cohort complete = StatsCells.complete(whole, List.of(followUp.time(), followUp.event(), marker));
			return new Marked(complete, followUp.times(complete), complete.numeric(marker), null, cohort.size() - complete
				.size());
		}
		final ModelFrame frame = ModelFrame.of(whole, followUp.time(), followUp.event(), StatsCells.expand(whole, covariates,
			followUp.columns()));
		final CoxFit fit = CoxRegression.fit(frame.data());
		fit.warnings().forEach(verb::warn);
		return new Marked(whole.rows(frame.rows()), frame.data().times(), fit.linearPredictors(), fit, frame.omitted());
	}
}
