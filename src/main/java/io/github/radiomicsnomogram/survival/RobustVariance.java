package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sandwich estimate of the coefficients' variance (Lin and Wei 1989, doi:10.1080/01621459.1989.10478874): the sum of
 * squares of what each patient, or each cluster of patients, changes the coefficients by to first order (dfbeta). Holds
 * where patients of a cluster depend on each other and where case weights are no counts.
 *
 * @param covariance of the coefficients
 * @param scoreTest robust score statistic of all coefficients 0; R takes it without the offset
 * @param cluster of each patient; null if each is its own
 */
record RobustVariance(double[][] covariance, double scoreTest, int[] cluster) {

	/**
	 * @param fit a model with its own, naive variance
	 * @param cluster of each patient, any integers; null for each its own
	 */
	static RobustVariance of(final CoxFit fit, final int[] cluster) {
		final double[][] naive = fit.naiveCovariance();
		final double[][] score = collapsed(fit, ScoreResiduals.of(fit, fit.linearPredictors()), cluster);
		final double[][] dfbeta = new double[score.length][naive.length];
		for (int i = 0; i < score.length; i++)
			for (int j = 0; j < naive.length; j++)
				for (int k = 0; k < naive.length; k++)
					dfbeta[i][j] += score[i][k] * naive[k][j];
		return new RobustVariance(squares(dfbeta, naive.length), scoreTest(collapsed(fit, ScoreResiduals.of(fit,
			new double[fit.n()]), cluster), naive.length), cluster == null ? null : cluster.clone());
	}

	/** Weighted, added up over clusters. */
	private static double[][] collapsed(final CoxFit fit, final double[][] residuals, final int[] cluster) {
		final Map<Integer, double[]> sums = new HashMap<>();
		final double[][] rows = new double[residuals.length][];
		int count = 0;
		for (int i = 0; i < residuals.length; i++) {
			final double[] own = residuals[i];
			for (int j = 0; j < own.length; j++)
				own[j] *= fit.data().weight(i);
			final double[] sum = cluster == null ? null : sums.putIfAbsent(cluster[i], own);
			if (sum == null) rows[count++] = own;
			else for (int j = 0; j < own.length; j++)
				sum[j] += own[j];
		}
		return Arrays.copyOf(rows, count);
	}

	private static double[][] squares(final double[][] rows, final int p) {
		final double[][] s = new double[p][p];
		for (final double[] row : rows)
			for (int j = 0; j < p; j++)
				for (int k = 0; k < p; k++)
					s[j][k] += row[j] * row[k];
		return s;
	}

	private static double scoreTest(final double[][] rows, final int p) {
		final double[] total = new double[p];
		for (final double[] row : rows)
			for (int j = 0; j < p; j++)
				total[j] += row[j];
		final double[] solved = new GeneralizedCholesky(squares(rows, p)).solve(total);
		double sum = 0;
		for (int j = 0; j < p; j++)
			sum += total[j] * solved[j];
		return sum;
	}
}
