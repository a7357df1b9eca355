package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.List;

/** Tests whether groups share one variance: R's bartlett.test and car's leveneTest. */
public final class VarianceTests {

	private VarianceTests() {}

	/** Bartlett's test (1937), for normal values; chi-squared on groups - 1 degrees of freedom. */
	public static TestStatistic bartlett(final List<double[]> groups) {
		final int k = groups.size();
		double df = 0, pooled = 0, logs = 0, inverse = 0;
		for (final double[] g : groups) {
			final double d = g.length - 1.0, variance = Moments.variance(g);
			df += d;
			pooled += d * variance;
			logs += d * Math.log(variance);
			inverse += 1 / d;
		}
		return TestStatistic.chiSquared((df * Math.log(pooled / df) - logs) / (1 + (inverse - 1 / df) / (3 * (k - 1))), k -
			1);
	}

	/** Levene's test about the medians (Brown and Forsythe 1974, doi:10.2307/2285659). */
	public static GroupComparison.Anova levene(final List<double[]> groups) {
		return GroupComparison.anova(groups.stream().map(VarianceTests::distances).toList());
	}

	private static double[] distances(final double[] v) {
		final double[] sorted = v.clone();
		Arrays.sort(sorted);
		final double median = (sorted[(v.length - 1) / 2] + sorted[v.length / 2]) / 2;
		return Arrays.stream(v).map(x -> Math.abs(x - median)).toArray();
	}
}
