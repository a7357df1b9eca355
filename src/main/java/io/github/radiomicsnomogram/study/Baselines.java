package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.BaselineSurvival;
import io.github.radiomicsnomogram.model.BaselineSurvival.Provenance;
import io.github.radiomicsnomogram.survival.ConfidenceType;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.SurvivalEstimate;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.Ties;

import java.util.List;

/** Baseline survival of patients whose linear predictors are given. */
final class Baselines {

	private static final double LEVEL = 0.95;
	private static final double TINY = 1e-12;

	private Baselines() {}

	/** A Cox model without covariates, the predictors being its offset. */
	static CoxFit offsetFit(final SurvivalTimes times, final double[] lp, final Ties ties) {
		final DesignMatrix none = new DesignMatrix(times.size(), List.of(), List.of(), new int[0], new double[0][]);
		return CoxRegression.fit(new CoxData(times, none, null, null, lp), ties);
	}

	/**
	 * Breslow's estimate at the horizon and at linear predictor 0, with the interval that the predictors being known
	 * leaves.
	 */
	static BaselineSurvival of(final SurvivalTimes times, final double[] lp, final Ties ties, final double horizon,
		final String who)
	{
		if (times.events() == 0) throw new InputException("No patient had the event: the baseline survival can't be estimated.");
		final SurvivalEstimate s = offsetFit(times, lp, ties).baseline().survival(0, new double[0], horizon,
			ConfidenceType.LOG_LOG);
		if (!(s.survival() > TINY && s.survival() < 1 - TINY)) throw new InputException("The baseline survival at " + horizon +
			" months, at linear predictor 0, is " + s.survival() +
			" and no use: the patients' linear predictors lie far from 0 or nobody had the event by then. Set lasso.intercept: centred in the study file, or another horizon.");
		return new BaselineSurvival(s.survival(), Math.max(TINY, Math.min(s.lower(), s.survival())), Math.min(1 - TINY, Math
			.max(s.upper(), s.survival())), LEVEL, Provenance.ESTIMATED, "Breslow's estimate (ties: " + ties.label() + ") in " +
				who + ", with the coefficients taken as known");
	}
}
