package io.github.radiomicsnomogram.survival;

/**
 * A survival probability with its 95 % confidence interval.
 *
 * @param time at which
 * @param survival probability
 * @param standardError of the probability itself
 * @param lower limit; NaN where the interval is undefined (survival 0, or 1 on the log-log scale)
 * @param upper limit, at most 1; NaN where undefined
 */
public record SurvivalEstimate(double time, double survival, double standardError, double lower, double upper) {

	/** Before the first event: survival 1. */
	static SurvivalEstimate certain(final double time) {
		return new SurvivalEstimate(time, 1, 0, 1, 1);
	}

	/**
	 * @param logError standard error of log S, which is that of the cumulative hazard
	 */
	static SurvivalEstimate of(final double time, final double s, final double logError, final ConfidenceType type) {
		final double error = s * logError;
		final double z = Distributions.Z95;
		return switch (type) {
			case PLAIN -> new SurvivalEstimate(time, s, error, Math.max(0, s - z * error), Math.min(1, s + z * error));
			case LOG -> new SurvivalEstimate(time, s, error, s == 0 ? Double.NaN : s * Math.exp(-z * logError), s == 0
				? Double.NaN : Math.min(1, s * Math.exp(z * logError)));
			case LOG_LOG -> logLog(time, s, error, z * logError);
		};
	}

	private static SurvivalEstimate logLog(final double time, final double s, final double error, final double width) {
		if (s == 0 || s == 1) return new SurvivalEstimate(time, s, error, Double.NaN, Double.NaN);
		final double centre = Math.log(-Math.log(s)), half = width / Math.log(s);
		return new SurvivalEstimate(time, s, error, Math.exp(-Math.exp(centre - half)), Math.exp(-Math.exp(centre + half)));
	}
}
