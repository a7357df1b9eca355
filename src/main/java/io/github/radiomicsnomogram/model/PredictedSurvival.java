package io.github.radiomicsnomogram.model;

/**
 * Probability of no event up to the horizon. The interval holds the uncertainty of the baseline survival only, not that
 * of the coefficients or of the score.
 *
 * @param survival 0 to 1
 * @param low lower end of the interval
 * @param high upper end
 * @param level of the interval, for example 0.95
 * @param provenance of the baseline that it rests on
 */
public record PredictedSurvival(double survival, double low, double high, double level,
	BaselineSurvival.Provenance provenance)
{}
