package io.github.radiomicsnomogram.survival;

/**
 * A statistic with its reference distribution's degrees of freedom and P value.
 *
 * @param statistic value
 * @param df degrees of freedom of the chi-squared reference
 * @param p upper tail probability; NaN for df = 0
 */
public record TestStatistic(double statistic, int df, double p) {

	/** A chi-squared statistic. */
	public static TestStatistic chiSquared(final double statistic, final int df) {
		return new TestStatistic(statistic, df, Distributions.chiSquaredUpper(statistic, df));
	}
}
