package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Correlation and collinearity of covariates. */
public final class Correlations {

	private Correlations() {}

	/**
	 * Pearson's correlation with the t test of no correlation and Fisher's interval.
	 *
	 * @param r correlation; NaN if a variable is constant
	 * @param t statistic on n - 2 degrees of freedom
	 * @param p two-sided
	 * @param lower limit of the 95 % interval
	 * @param upper limit
	 */
	public record Pair(double r, double t, double p, double lower, double upper) {}

	/** Pearson's correlation of two variables; NaN if one is constant. */
	public static double pearson(final double[] x, final double[] y) {
		final double mx = Moments.mean(x), my = Moments.mean(y);
		double xy = 0, xx = 0, yy = 0;
		for (int i = 0; i < x.length; i++) {
			xy += (x[i] - mx) * (y[i] - my);
			xx += (x[i] - mx) * (x[i] - mx);
			yy += (y[i] - my) * (y[i] - my);
		}
		return xx == 0 || yy == 0 ? Double.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
	}

	/** Spearman's rank correlation, ties by their mean rank. */
	public static double spearman(final double[] x, final double[] y) {
		return pearson(Ranks.average(x), Ranks.average(y));
	}

	/** R's cor.test. */
	public static Pair test(final double[] x, final double[] y) {
		final int n = x.length;
		final double r = pearson(x, y), t = Math.sqrt(n - 2.0) * r / Math.sqrt(1 - r * r);
		final double z = 0.5 * Math.log((1 + r) / (1 - r)), half = Distributions.Z95 / Math.sqrt(n - 3.0);
		return new Pair(r, t, Distributions.studentTwoSided(t, n - 2.0), Math.tanh(z - half), Math.tanh(z + half));
	}

	/**
	 * The matrix of correlations, variables in columns[j].
	 *
	 * @param rank Spearman's instead of Pearson's
	 */
	public static double[][] matrix(final double[][] columns, final boolean rank) {
		final double[][] v = rank ? Arrays.stream(columns).map(Ranks::average).toArray(double[][]::new) : columns;
		final double[][] r = new double[v.length][v.length];
		for (int j = 0; j < v.length; j++)
			for (int k = 0; k <= j; k++)
				r[j][k] = r[k][j] = j == k ? 1 : pearson(v[j], v[k]);
		return r;
	}

	/**
	 * Reciprocal condition number of a matrix of correlations, R's rcond; 0 for a singular one, NaN with missing elements.
	 * Small means collinear.
	 */
	public static double reciprocalCondition(final double[][] correlations) {
		return Arrays.stream(correlations).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN) ? Double.NaN
			: ConditionNumber.reciprocal(correlations);
	}

	/**
	 * Variance inflation factors: the diagonal of the inverse correlation matrix, that is 1 / (1 - R^2) of each variable
	 * on all others.
	 *
	 * @return one a variable; infinite for one that the others determine, NaN for a constant one, which is left out
	 */
	public static double[] varianceInflation(final double[][] columns) {
		final int[] varying = IntStream.range(0, columns.length).filter(j -> Moments.sumOfSquares(columns[j]) > 0).toArray();
		final double[] some = inflation(matrix(Arrays.stream(varying).mapToObj(j -> columns[j]).toArray(double[][]::new),
			false));
		final double[] vif = new double[columns.length];
		Arrays.fill(vif, Double.NaN);
		for (int a = 0; a < varying.length; a++)
			vif[varying[a]] = some[a];
		return vif;
	}

	/** The same from a model's covariance matrix of the coefficients, as rms's vif does. */
	public static double[] varianceInflation(final CoxFit fit) {
		final double[][] v = fit.covariance();
		final double[][] r = new double[v.length][v.length];
		for (int j = 0; j < v.length; j++)
			for (int k = 0; k < v.length; k++)
				r[j][k] = v[j][k] / Math.sqrt(v[j][j]) / Math.sqrt(v[k][k]);
		return inflation(r);
	}

	private static double[] inflation(final double[][] r) {
		final GeneralizedCholesky factor = new GeneralizedCholesky(r);
		final double[] vif = new double[r.length];
		final double[] unit = new double[r.length];
		for (int j = 0; j < vif.length; j++) {
			unit[j] = 1;
			vif[j] = factor.rank() < vif.length && isDetermined(r, j) ? Double.POSITIVE_INFINITY : factor.solve(unit)[j];
			unit[j] = 0;
		}
		return vif;
	}

	/** Whether a variable is a combination of the others: it is redundant when it comes last. */
	private static boolean isDetermined(final double[][] r, final int j) {
		final int n = r.length;
		final double[][] moved = new double[n][n];
		for (int a = 0; a < n; a++)
			for (int b = 0; b < n; b++)
				moved[a][b] = r[place(a, j, n)][place(b, j, n)];
		return new GeneralizedCholesky(moved).isRedundant(n - 1);
	}

	private static int place(final int a, final int last, final int n) {
		return a == n - 1 ? last : a < last ? a : a + 1;
	}
}
