package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.RocCurve;

import java.util.Arrays;
import java.util.List;

/**
 * Where the score divides low from high risk: high is at or above.
 *
 * @param value of the score
 * @param method in words
 * @param best the equally good thresholds by Youden, the chosen one first; empty for another method
 */
public record TrainedCutoff(double value, String method, List<RocCurve.Point> best) {

	public TrainedCutoff {
		best = List.copyOf(best);
	}

	static TrainedCutoff of(final Patients training, final double[] score, final StudySettings s) {
		final double horizon = s.endpoint().months();
		return switch (s.cutoff().method()) {
			case FIXED -> new TrainedCutoff(s.cutoff().value(), "Given in the study file", List.of());
			case MEDIAN -> new TrainedCutoff(median(score), "Median score of the training patients", List.of());
			case YOUDEN -> youden(HorizonOutcome.of(training.times(), horizon), score, horizon);
		};
	}

	private static TrainedCutoff youden(final HorizonOutcome outcome, final double[] score, final double horizon) {
		if (!outcome.hasBoth()) throw new InputException("The cut-off can't be found by a ROC curve: of " + outcome
			.rows().length + " training patients whose outcome at " + horizon + " months is known, " + outcome.cases() +
			" had the event. Choose another horizon, or cutoff.method median or fixed.");
		final List<RocCurve.Point> best = new RocCurve(outcome.event(), Patients.pick(score, outcome.rows()),
			RocCurve.Direction.LARGER).best(RocCurve.Best.YOUDEN);
		return new TrainedCutoff(best.get(0).threshold(),
			"Youden's index of the ROC curve for the event by the horizon, training patients with a known outcome", best);
	}

	static double median(final double[] values) {
		final double[] sorted = Arrays.stream(values).sorted().toArray();
		final int n = sorted.length;
		return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
	}
}
