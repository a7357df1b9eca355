package io.github.radiomicsnomogram.survival;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Tail probabilities and quantiles, with full relative accuracy in the tails. */
final class Distributions {

	/** qnorm(0.975). */
	static final double Z95 = 1.959963984540054;

	private Distributions() {}

	/** Two-sided P of a standard normal statistic. */
	static double normalTwoSided(final double z) {
		return Double.isNaN(z) ? Double.NaN : Erf.erfc(Math.abs(z) / Math.sqrt(2));
	}

	/** Upper tail of chi-squared; NaN for 0 degrees of freedom or a NaN statistic. */
	static double chiSquaredUpper(final double x, final double df) {
		if (Double.isNaN(x) || !(df > 0)) return Double.NaN;
		return x <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, x / 2, 1e-15, 100_000);
	}

	/** Two-sided P of Student's t; NaN without degrees of freedom. */
	static double studentTwoSided(final double t, final double df) {
		return Double.isNaN(t) || !(df > 0) ? Double.NaN : 2 * new TDistribution(null, df).cumulativeProbability(-Math.abs(t));
	}

	/** Upper tail of F. */
	static double fUpper(final double f, final double df1, final double df2) {
		if (Double.isNaN(f)) return Double.NaN;
		if (f == Double.POSITIVE_INFINITY) return 0;
		// The upper tail of F(df1, df2) at f is the lower tail of F(df2, df1) at 1 / f: no cancellation for small P.
		return f <= 0 ? 1 : new FDistribution(null, df2, df1).cumulativeProbability(1 / f);
	}

	/** Quantile of F. */
	static double fQuantile(final double p, final double df1, final double df2) {
		return new FDistribution(null, df1, df2, 1e-14).inverseCumulativeProbability(p);
	}

	/** Quantile of Student's t; NaN without degrees of freedom. */
	static double studentQuantile(final double p, final double df) {
		return !(df > 0) ? Double.NaN : new TDistribution(null, df, 1e-14).inverseCumulativeProbability(p);
	}

	/** Quantile of chi-squared. */
	static double chiSquaredQuantile(final double p, final double df) {
		return new ChiSquaredDistribution(null, df, 1e-14).inverseCumulativeProbability(p);
	}

	/** Quantile of the standard normal. */
	static double normalQuantile(final double p) {
		return -Math.sqrt(2) * Erf.erfcInv(2 * p);
	}
}
