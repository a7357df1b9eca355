package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * The G-rho family of tests that groups share one survival (Harrington and Fleming 1982, doi:10.1093/biomet/69.3.553):
 * log-rank for rho 0, Peto and Peto's Wilcoxon for rho 1; R's survdiff. May be stratified.
 *
 * @param n patients in each group
 * @param observed (weighted) events in each group
 * @param expected (weighted) events in each group if all shared one survival
 * @param variance covariance matrix of observed less expected
 * @param test chi-squared on groups - 1 degrees of freedom
 */
public record LogRank(int[] n, double[] observed, double[] expected, double[][] variance, TestStatistic test) {

	/** Log-rank test. */
	public static LogRank of(final SurvivalTimes times, final int[] group) {
		return of(times, group, null, 0);
	}

	/**
	 * @param times follow-up
	 * @param group of each patient, 0 .. k-1
	 * @param strata of each patient, any integers; null for one stratum
	 * @param rho weight of a time is the pooled survival before it to this power
	 */
	public static LogRank of(final SurvivalTimes times, final int[] group, final int[] strata, final double rho) {
		final int k = Arrays.stream(group).max().orElse(0) + 1;
		final Sums sums = new Sums(k, group, rho);
		final RiskSets sets = new RiskSets(times, strata, null, null);
		int start = 0;
		for (int i = 1; i <= sets.size(); i++)
			if (i == sets.size() || sets.stratumStart[i]) {
				sums.stratum(sets, start, i);
				start = i;
			}
		return new LogRank(sums.n, sums.observed, sums.expected, sums.variance, sums.test());
	}

	/** What times and strata add up to. */
	private static final class Sums {

		private final int k;
		private final int[] group;
		private final double rho;
		private final int[] n;
		private final double[] observed;
		private final double[] expected;
		private final double[][] variance;

		Sums(final int k, final int[] group, final double rho) {
			this.k = k;
			this.group = group;
			this.rho = rho;
			n = new int[k];
			observed = new double[k];
			expected = new double[k];
			variance = new double[k][k];
		}

		void stratum(final RiskSets sets, final int from, final int to) {
			final double[] atRisk = new double[k];
			for (int i = from; i < to; i++) {
				atRisk[group[sets.order[i]]]++;
				n[group[sets.order[i]]]++;
			}
			double survival = 1;
			int end = to;
			while (end > from) {
				int begin = end - 1;
				while (begin > from && sets.tieEnd[begin - 1] == end)
					begin--;
				survival = time(sets, begin, end, atRisk, survival);
				end = begin;
			}
		}

		/** One time, with everybody still at risk; returns the pooled survival after it. */
		private double time(final RiskSets sets, final int begin, final int end, final double[] atRisk,
			final double survival)
		{
			final double[] deaths = new double[k];
			double d = 0, left = 0;
			for (int i = begin; i < end; i++)
				if (sets.times.event(sets.order[i])) {
					deaths[group[sets.order[i]]]++;
					d++;
				}
			for (final double r : atRisk)
				left += r;
			if (d > 0) add(deaths, d, atRisk, left, Math.pow(survival, rho));
			for (int i = begin; i < end; i++)
				atRisk[group[sets.order[i]]]--;
			return survival * (1 - d / left);
		}

		private void add(final double[] deaths, final double d, final double[] atRisk, final double left,
			final double weight)
		{
			for (int g = 0; g < k; g++) {
				observed[g] += weight * deaths[g];
				expected[g] += weight * d * atRisk[g] / left;
				if (left <= 1) continue;
				final double factor = weight * weight * d * atRisk[g] * (left - d) / (left * (left - 1));
				variance[g][g] += factor;
				for (int h = 0; h < k; h++)
					variance[g][h] -= factor * atRisk[h] / left;
			}
		}

		/** Leaves the first group out, as the differences add up to 0. */
		TestStatistic test() {
			final double[] difference = new double[k - 1];
			final double[][] v = new double[k - 1][k - 1];
			for (int g = 1; g < k; g++) {
				difference[g - 1] = observed[g] - expected[g];
				System.arraycopy(variance[g], 1, v[g - 1], 0, k - 1);
			}
			final double[] solved = new GeneralizedCholesky(v).solve(difference);
			double chi = 0;
			for (int g = 0; g < k - 1; g++)
				chi += difference[g] * solved[g];
			return TestStatistic.chiSquared(chi, k - 1);
		}
	}
}
