package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

/**
 * Intraclass correlation of repeated measurements, every rater having measured every subject: Shrout and Fleiss 1979,
 * doi:10.1037/0033-2909.86.2.420, with McGraw and Wong's intervals (1996, doi:10.1037/1082-989X.1.1.30).
 *
 * @param oneWay ICC(1,1): each measurement by another rater
 * @param agreement ICC(2,1): raters are a sample; absolute agreement
 * @param consistency ICC(3,1): these raters; consistency
 * @param oneWayMean ICC(1,k) of the raters' mean
 * @param agreementMean ICC(2,k)
 * @param consistencyMean ICC(3,k)
 * @param f1 F statistic of the one-way model
 * @param p1 its P
 * @param f3 F statistic of the two-way model
 * @param p3 its P
 * @param meanSquares between subjects, between raters, residual, within subjects
 */
public record IntraclassCorrelation(Estimate oneWay, Estimate agreement, Estimate consistency, double oneWayMean,
	double agreementMean, double consistencyMean, double f1, double p1, double f3, double p3, MeanSquares meanSquares)
{

	/** A correlation with its 95 % interval; NaN where undefined. */
	public record Estimate(double value, double lower, double upper) {}

	/** Mean squares of the two-way analysis of variance. */
	public record MeanSquares(double subjects, double raters, double residual, double within) {

		static MeanSquares of(final double[][] x) {
			final int n = x.length, k = x[0].length;
			final double[] all = new double[n * k], rows = new double[n], columns = new double[k];
			for (int i = 0; i < n; i++) {
				rows[i] = Moments.mean(x[i]);
				System.arraycopy(x[i], 0, all, i * k, k);
			}
			for (int j = 0; j < k; j++) {
				final double[] column = new double[n];
				for (int i = 0; i < n; i++)
					column[i] = x[i][j];
				columns[j] = Moments.mean(column);
			}
			double within = 0, residual = 0;
			final double mean = Moments.mean(all);
			for (int i = 0; i < n; i++)
				for (int j = 0; j < k; j++) {
					within += (x[i][j] - rows[i]) * (x[i][j] - rows[i]);
					final double rest = x[i][j] - rows[i] - columns[j] + mean;
					residual += rest * rest;
				}
			return new MeanSquares(k * Moments.sumOfSquares(rows) / (n - 1), n * Moments.sumOfSquares(columns) / (k - 1),
				residual / ((n - 1.0) * (k - 1)), within / (n * (k - 1.0)));
		}
	}

	/** ICC(1,k) with the interval that follows from that of ICC(1,1), as psych has it. */
	public Estimate oneWayMeanInterval(final int raters) {
		return mean(oneWay, oneWayMean, raters);
	}

	/** ICC(2,k) with the interval that follows from that of ICC(2,1). */
	public Estimate agreementMeanInterval(final int raters) {
		return mean(agreement, agreementMean, raters);
	}

	/** ICC(3,k) with the interval that follows from that of ICC(3,1). */
	public Estimate consistencyMeanInterval(final int raters) {
		return mean(consistency, consistencyMean, raters);
	}

	private static Estimate mean(final Estimate single, final double value, final int raters) {
		return new Estimate(value, stepUp(single.lower, raters), stepUp(single.upper, raters));
	}

	private static final double UPPER = 0.975;

	/**
	 * @param x one row a subject, one column a rater; at least 2 of each
	 */
	public static IntraclassCorrelation of(final double[][] x) {
		if (x.length < 2 || x[0].length < 2) throw new InputException("An intraclass correlation needs 2 or more subjects, each measured 2 or more times; there are " +
			x.length + " subjects.");
		final int n = x.length, k = x[0].length;
		final MeanSquares ms = MeanSquares.of(x);
		final double df1 = n * (k - 1.0), df3 = (n - 1.0) * (k - 1);
		final double f1 = ms.subjects / ms.within, f3 = ms.subjects / ms.residual;
		final Estimate one = ratio(f1, n - 1, df1, k), three = ratio(f3, n - 1, df3, k);
		return new IntraclassCorrelation(one, agreement(ms, n, k), three, stepUp(one.value, k), (ms.subjects - ms.residual) /
			(ms.subjects + (ms.raters - ms.residual) / n), 1 - 1 / f3, f1, Distributions.fUpper(f1, n - 1, df1), f3,
			Distributions.fUpper(f3, n - 1, df3), ms);
	}

	/** Correlation of k raters' mean (Spearman and Brown). */
	private static double stepUp(final double r, final int k) {
		return k * r / (1 + (k - 1) * r);
	}

	private static Estimate ratio(final double f, final double df1, final double df2, final int k) {
		if (Double.isNaN(f)) return new Estimate(Double.NaN, Double.NaN, Double.NaN);
		if (Double.isInfinite(f)) return new Estimate(1, Double.NaN, Double.NaN);
		final double low = f / Distributions.fQuantile(UPPER, df1, df2);
		final double high = f * Distributions.fQuantile(UPPER, df2, df1);
		return new Estimate((f - 1) / (f + k - 1), (low - 1) / (low + k - 1), (high - 1) / (high + k - 1));
	}

	private static Estimate agreement(final MeanSquares ms, final int n, final int k) {
		final double icc = (ms.subjects - ms.residual) / (ms.subjects + (k - 1) * ms.residual + k * (ms.raters -
			ms.residual) / n);
		final double a = k * icc / (n * (1 - icc)), b = 1 + k * icc * (n - 1) / (n * (1 - icc));
		final double mix = a * ms.raters + b * ms.residual;
		final double df = mix * mix / (a * ms.raters * a * ms.raters / (k - 1) + b * ms.residual * b * ms.residual / ((n -
			1.0) * (k - 1)));
		if (!(df > 0) || Double.isInfinite(df)) return new Estimate(icc, Double.NaN, Double.NaN);
		final double low = Distributions.fQuantile(UPPER, n - 1, df), high = Distributions.fQuantile(UPPER, df, n - 1);
		final double spread = k * ms.raters + (k * n - k - n) * ms.residual;
		return new Estimate(icc, n * (ms.subjects - low * ms.residual) / (low * spread + n * ms.subjects), n * (high *
			ms.subjects - ms.residual) / (spread + n * high * ms.subjects));
	}
}
