package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.Concordance;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.stream.IntStream;

/**
 * Discrimination in two numbers.
 *
 * @param c Harrell's concordance
 * @param auc area under the ROC curve of the event by the horizon, outcome known; NaN if all had it, or none
 */
public record Performance(double c, double auc) {

	/** Of a predictor in patients; those without one don't count. */
	static Performance of(final SurvivalTimes times, final double[] predictor, final double horizon) {
		final int[] known = IntStream.range(0, predictor.length).filter(i -> !Double.isNaN(predictor[i])).toArray();
		final SurvivalTimes t = times.rows(known);
		final double[] lp = Patients.pick(predictor, known);
		final HorizonOutcome outcome = HorizonOutcome.of(t, horizon);
		return new Performance(Concordance.of(t, lp).c(), outcome.hasBoth() ? new RocCurve(outcome.event(), Patients.pick(lp,
			outcome.rows()), RocCurve.Direction.LARGER).auc() : Double.NaN);
	}

	Performance minus(final Performance other) {
		return new Performance(c - other.c, auc - other.auc);
	}
}
