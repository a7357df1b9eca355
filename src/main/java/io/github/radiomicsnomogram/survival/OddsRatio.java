package io.github.radiomicsnomogram.survival;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/**
 * The odds ratio of a 2 x 2 table as R's fisher.test gives it: the conditional maximum likelihood estimate, from the
 * noncentral hypergeometric distribution of the first cell, with its exact 95 % interval.
 *
 * @param estimate infinite or 0 if a cell on the diagonal is at its limit
 * @param lower limit
 * @param upper limit
 */
public record OddsRatio(double estimate, double lower, double upper) {

	private static final double TAIL = 0.025;
	private static final double PRECISE = 1e-14;

	/**
	 * @param x first cell
	 * @param m first row's total
	 * @param n second row's total
	 * @param k first column's total
	 */
	static OddsRatio of(final int x, final int m, final int n, final int k) {
		final int low = Math.max(0, k - n), high = Math.min(k, m);
		final Hypergeometric h = new Hypergeometric(low, high, m, n, k);
		if (low == high) return new OddsRatio(Double.NaN, 0, Double.POSITIVE_INFINITY);
		final double estimate = x == low ? 0 : x == high ? Double.POSITIVE_INFINITY : solve(log -> h.mean(log) - x);
		final double lower = x == low ? 0 : solve(log -> h.atLeast(x, log) - TAIL);
		final double upper = x == high ? Double.POSITIVE_INFINITY : solve(log -> TAIL - h.atMost(x, log));
		return new OddsRatio(estimate, lower, upper);
	}

	/** Root of a function that increases with the log odds ratio. */
	private static double solve(final DoubleUnaryOperator f) {
		double bound = 1;
		while (f.applyAsDouble(-bound) > 0 || f.applyAsDouble(bound) < 0)
			bound *= 2;
		return Math.exp(new BrentSolver(PRECISE, PRECISE).solve(10_000, f::applyAsDouble, -bound, bound));
	}

	/** First cell's distribution for an odds ratio, its logarithm being given. */
	private static final class Hypergeometric {

		private final int low;
		private final double[] log;

		Hypergeometric(final int low, final int high, final int m, final int n, final int k) {
			this.low = low;
			log = new double[high - low + 1];
			for (int x = low; x <= high; x++)
				log[x - low] = -Gamma.logGamma(x + 1.0) - Gamma.logGamma(m - x + 1.0) - Gamma.logGamma(k - x + 1.0) - Gamma
					.logGamma(n - k + x + 1.0);
		}

		private double[] probabilities(final double logOdds) {
			final double[] p = new double[log.length];
			double largest = Double.NEGATIVE_INFINITY, sum = 0;
			for (int i = 0; i < p.length; i++) {
				p[i] = log[i] + (low + i) * logOdds;
				largest = Math.max(largest, p[i]);
			}
			for (int i = 0; i < p.length; i++) {
				p[i] = Math.exp(p[i] - largest);
				sum += p[i];
			}
			for (int i = 0; i < p.length; i++)
				p[i] /= sum;
			return p;
		}

		double mean(final double logOdds) {
			final double[] p = probabilities(logOdds);
			double mean = 0;
			for (int i = 0; i < p.length; i++)
				mean += (low + i) * p[i];
			return mean;
		}

		double atLeast(final int x, final double logOdds) {
			final double[] p = probabilities(logOdds);
			double sum = 0;
			for (int i = x - low; i < p.length; i++)
				sum += p[i];
			return sum;
		}

		double atMost(final int x, final double logOdds) {
			final double[] p = probabilities(logOdds);
			double sum = 0;
			for (int i = 0; i <= x - low; i++)
				sum += p[i];
			return sum;
		}
	}
}
