package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * The exact partial likelihood of discrete time: a time with d deaths among n at risk contributes the probability that
 * just these d of all subsets of d died, as in conditional logistic regression. The sum over subsets is the elementary
 * symmetric polynomial e_d of the risks; it and its derivatives follow from the recursion
 * e_d(n) = e_d(n-1) + r_n e_{d-1}(n-1) (Gail, Lubin and Rubinstein 1981, doi:10.1093/biomet/68.3.703). Cost O(n d p^2)
 * for each time with deaths.
 */
final class ExactLikelihood implements PartialLikelihood {

	private final RiskSets sets;
	private final double[][] x;
	private final int p;

	ExactLikelihood(final RiskSets sets, final double[][] x) {
		this.sets = sets;
		this.x = x;
		p = x.length;
	}

	@Override
	public Derivatives at(final double[] beta) {
		final double[] lp = sets.offset.clone();
		for (int j = 0; j < p; j++)
			for (int i = 0; i < lp.length; i++)
				lp[i] += beta[j] * x[j][i];
		final Total total = new Total(p);
		int start = 0;
		for (int i = 0; i < sets.size(); i = sets.tieEnd[i]) {
			if (sets.stratumStart[i]) start = i;
			visit(lp, start, i, sets.tieEnd[i], total);
		}
		return new Derivatives(total.logLikelihood, total.score, Symmetric.unpack(total.information, p));
	}

	private void visit(final double[] lp, final int start, final int from, final int to, final Total total) {
		int d = 0;
		for (int i = from; i < to; i++) {
			final int patient = sets.order[i];
			if (!sets.times.event(patient)) continue;
			d++;
			total.logLikelihood += lp[patient];
			for (int j = 0; j < p; j++)
				total.score[j] += x[j][patient];
		}
		if (d == 0) return;
		double shift = Double.NEGATIVE_INFINITY;
		for (int i = start; i < to; i++)
			shift = Math.max(shift, lp[sets.order[i]]);
		final Subsets subsets = new Subsets(d, p);
		final double[] row = new double[p];
		for (int i = start; i < to; i++) {
			final int patient = sets.order[i];
			for (int j = 0; j < p; j++)
				row[j] = x[j][patient];
			subsets.add(Math.exp(lp[patient] - shift), row);
		}
		total.subtract(subsets, d * shift);
	}

	/** What all times sum to. */
	private static final class Total {

		private double logLikelihood;
		private final double[] score;
		private final double[] information;

		Total(final int p) {
			score = new double[p];
			information = new double[p * (p + 1) / 2];
		}

		void subtract(final Subsets s, final double shift) {
			final int d = s.value.length - 1;
			logLikelihood -= Math.log(s.value[d]) + s.logScale + shift;
			int k = 0;
			for (int a = 0; a < score.length; a++) {
				final double mean = s.first[d][a] / s.value[d];
				score[a] -= mean;
				for (int b = 0; b <= a; b++, k++)
					information[k] += s.second[d][k] / s.value[d] - mean * (s.first[d][b] / s.value[d]);
			}
		}
	}

	/** Elementary symmetric polynomials e_0 .. e_d of the risks seen so far, with first and second derivatives. */
	private static final class Subsets {

		private static final double HUGE = 1e150;

		private final double[] value;
		private final double[][] first;
		private final double[][] second;
		private double logScale;
		private int seen;

		Subsets(final int d, final int p) {
			value = new double[d + 1];
			first = new double[d + 1][p];
			second = new double[d + 1][p * (p + 1) / 2];
			value[0] = 1;
		}

		void add(final double risk, final double[] row) {
			seen++;
			for (int m = Math.min(seen, value.length - 1); m >= 1; m--) {
				int k = 0;
				for (int a = 0; a < row.length; a++)
					for (int b = 0; b <= a; b++, k++)
						second[m][k] += risk * (second[m - 1][k] + row[a] * first[m - 1][b] + row[b] * first[m - 1][a] + row[a] *
							row[b] * value[m - 1]);
				for (int a = 0; a < row.length; a++)
					first[m][a] += risk * (first[m - 1][a] + row[a] * value[m - 1]);
				value[m] += risk * value[m - 1];
			}
			if (value[value.length - 1] > HUGE) rescale();
		}

		private void rescale() {
			final double factor = 1 / HUGE;
			logScale += Math.log(HUGE);
			for (int m = 0; m < value.length; m++) {
				value[m] *= factor;
				scale(first[m], factor);
				scale(second[m], factor);
			}
		}

		private static void scale(final double[] v, final double factor) {
			Arrays.setAll(v, i -> v[i] * factor);
		}
	}
}
