package io.github.radiomicsnomogram.study;

import java.util.Arrays;
import java.util.List;

/**
 * A signature: score = intercept + sum of raw coefficient * feature. The arrays are not to be changed.
 *
 * @param features that the LASSO kept
 * @param standardized coefficients of the z-scores
 * @param raw coefficients of the values as extracted: standardised ones over the training standard deviation
 * @param means of the training patients
 * @param deviations of the training patients, divisor n - 1
 * @param intercept 0, or what makes the training patients' mean score 0
 */
public record TrainedSignature(List<String> features, double[] standardized, double[] raw, double[] means,
	double[] deviations, double intercept)
{

	public TrainedSignature {
		features = List.copyOf(features);
	}

	/** Scores of patients; NaN where a feature is missing. */
	double[] scores(final Patients patients) {
		final double[] score = new double[patients.size()];
		Arrays.fill(score, intercept);
		for (int j = 0; j < raw.length; j++) {
			final double[] x = patients.feature(features.get(j));
			for (int i = 0; i < score.length; i++)
				score[i] += raw[j] * x[i];
		}
		return score;
	}
}
