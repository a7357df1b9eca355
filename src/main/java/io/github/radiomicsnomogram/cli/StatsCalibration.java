package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.survival.BootstrapValidation;
import io.github.radiomicsnomogram.survival.Calibration;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.ModelFrame;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.report.CalibrationReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.Arrays;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** rms's calibrate and validate. */
@Command(name = "calibration", description = {
	"Calibration of predicted survival: groups, slope, smooth curve, bootstrap (R: rms's calibrate, validate)." })
final class StatsCalibration extends StatsTableVerb {

	private static final int GROUPS = 3;

	@Mixin
	private StatsFollowUp followUp;

	@Option(names = "--at", required = true, paramLabel = "T", description = "Time of the predicted survival.")
	private double at;

	@Option(names = "--survival", paramLabel = "COLUMN", description = "Predicted survival at the time, 0 to 1.")
	private String survival;

	@Option(names = "--covariates", paramLabel = "TERMS", description = {
		"In place of --survival: that of a Cox model with these terms, fitted to the same rows." })
	private String covariates;

	@Option(names = "--group-size", paramLabel = "M", description = "Patients in a group (default: a third of all).")
	private Integer size;

	@Option(names = "--boot", paramLabel = "B", defaultValue = "0", description = {
		"With --covariates: validate the model in this many bootstrap samples (default: 0)." })
	private int boot;

	@Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of the samples (default: 1).")
	private long seed;

	@Override
	Report report(final Cohort cohort) {
		if ((survival == null) == (covariates == null)) throw usage("Give either --survival or --covariates.");
		if (boot < 0 || boot > 0 && covariates == null) throw usage("--boot needs --covariates, and a positive number.");
		if (size != null && size < 2) throw usage("--group-size must be 2 or more, not " + size + ".");
		final Cohort whole = followUp.in(cohort);
		if (survival != null) {
			final Cohort rows = StatsCells.complete(whole, List.of(followUp.time(), followUp.event(), survival));
			return report(followUp.times(rows), rows.numeric(survival), null, cohort.size() - rows.size());
		}
		final ModelFrame frame = ModelFrame.of(whole, followUp.time(), followUp.event(), StatsCells.expand(whole, covariates,
			followUp.columns()));
		if (frame.data().times().events() == 0) throw new InputException("No patient had the event.");
		final CoxFit fit = CoxRegression.fit(frame.data());
		fit.warnings().forEach(this::warn);
		final double hazard = fit.baseline().hazardAt(0, at);
		final double[] predicted = Arrays.stream(fit.linearPredictors()).map(lp -> Math.exp(-hazard * Math.exp(lp)))
			.toArray();
		final BootstrapValidation v = boot == 0 ? null : BootstrapValidation.of(frame.data(), Ties.EFRON, boot, seed,
			Progress.NONE);
		return report(frame.data().times(), predicted, v, frame.omitted());
	}

	private Report report(final SurvivalTimes times, final double[] predicted, final BootstrapValidation v,
		final int omitted)
	{
		final int m = size == null ? Math.max(2, predicted.length / GROUPS) : size;
		return new CalibrationReport(Calibration.of(times, predicted, at, m), at, m, predicted, v, seed).omitting(omitted);
	}
}
