package io.github.radiomicsnomogram.model;

import java.util.Locale;

/**
 * Survival at the horizon of somebody whose linear predictor is 0 (not centred), which turns a linear predictor into a
 * probability: {@code S = S0^exp(lp)}.
 *
 * @param survival S0, between 0 and 1
 * @param low lower end of its interval
 * @param high upper end
 * @param level of the interval, for example 0.95
 * @param provenance where the number comes from
 * @param method how it was got, in words
 */
public record BaselineSurvival(double survival, double low, double high, double level, Provenance provenance,
	String method)
{

	/** Where a baseline survival comes from. */
	public enum Provenance {
			/** The publication states it. */
			PUBLISHED,
			/** Estimated from the training data by this software. */
			ESTIMATED,
			/** Inferred from other published numbers: to be read with its interval. */
			RECONSTRUCTED;

		/** As in files: "reconstructed". */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** The survival at a linear predictor, with the interval that follows from the baseline's alone. */
	public PredictedSurvival at(final double linearPredictor) {
		final double relative = Math.exp(linearPredictor);
		return new PredictedSurvival(Math.pow(survival, relative), Math.pow(low, relative), Math.pow(high, relative), level,
			provenance);
	}

	/** The linear predictor at which the survival is {@code s}, between 0 and 1: the inverse of {@link #at}. */
	public double linearPredictor(final double s) {
		return Math.log(Math.log(s) / Math.log(survival));
	}
}
