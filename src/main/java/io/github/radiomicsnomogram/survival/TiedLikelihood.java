package io.github.radiomicsnomogram.survival;

/**
 * Breslow's and Efron's partial likelihoods, in one backward sweep over the patients. With d deaths at a time, Efron
 * replaces the risk set's sums S by S - (l/d) D for l = 0 .. d-1, where D are the sums over the deaths; Breslow keeps S.
 * Cost O(n p^2).
 */
final class TiedLikelihood implements PartialLikelihood {

	private final RiskSets sets;
	private final double[][] x;
	private final boolean efron;

	/**
	 * @param x covariates, column by column, in the patients' own order
	 */
	TiedLikelihood(final RiskSets sets, final double[][] x, final boolean efron) {
		this.sets = sets;
		this.x = x;
		this.efron = efron;
	}

	/** Hears the score and the information (lower triangle, row by row) summed so far, after each time with deaths. */
	interface Listener {

		void after(double time, double[] score, double[] information);
	}

	@Override
	public Derivatives at(final double[] beta) {
		return at(beta, (time, score, information) -> {});
	}

	/** Evaluates at these coefficients and lets somebody follow, stratum by stratum, from the latest time on. */
	Derivatives at(final double[] beta, final Listener listener) {
		final Sweep sweep = new Sweep(beta);
		for (int i = 0; i < sets.size(); i = sets.tieEnd[i]) {
			if (sets.stratumStart[i]) sweep.atRisk.clear();
			if (sweep.visit(i, sets.tieEnd[i])) listener.after(sets.times.time(sets.order[i]), sweep.score,
				sweep.information);
		}
		return sweep.result();
	}

	/** Weighted sums over some patients: of 1, x and x x'. */
	private static final class Sums {

		private double s0;
		private final double[] s1;
		private final double[] s2;

		Sums(final int p) {
			s1 = new double[p];
			s2 = new double[p * (p + 1) / 2];
		}

		void clear() {
			s0 = 0;
			java.util.Arrays.fill(s1, 0);
			java.util.Arrays.fill(s2, 0);
		}

		void add(final double risk, final double[] row) {
			s0 += risk;
			int k = 0;
			for (int a = 0; a < row.length; a++) {
				final double ra = risk * row[a];
				s1[a] += ra;
				for (int b = 0; b <= a; b++)
					s2[k++] += ra * row[b];
			}
		}
	}

	/** One evaluation. */
	private final class Sweep {

		private final int p = x.length;
		private final double[] lp;
		private final double shift;
		private final Sums atRisk = new Sums(p);
		private final Sums deaths = new Sums(p);
		private final double[] row = new double[p];
		private final double[] mean = new double[p];
		private double logLikelihood;
		private final double[] score = new double[p];
		private final double[] information = new double[p * (p + 1) / 2];

		Sweep(final double[] beta) {
			lp = sets.offset.clone();
			for (int j = 0; j < p; j++)
				for (int i = 0; i < lp.length; i++)
					lp[i] += beta[j] * x[j][i];
			double largest = Double.NEGATIVE_INFINITY;
			for (final double v : lp)
				largest = Math.max(largest, v);
			// The likelihood does not change with a constant; without the largest, exp can't overflow.
			shift = Double.isFinite(largest) ? largest : 0;
		}

		/** Takes in one time; tells whether there were deaths. */
		boolean visit(final int from, final int to) {
			int d = 0;
			double deathWeight = 0;
			for (int i = from; i < to; i++) {
				final int patient = sets.order[i];
				final double risk = sets.weights[patient] * Math.exp(lp[patient] - shift);
				for (int j = 0; j < p; j++)
					row[j] = x[j][patient];
				atRisk.add(risk, row);
				if (!sets.times.event(patient)) continue;
				if (d++ == 0) deaths.clear();
				deaths.add(risk, row);
				deathWeight += sets.weights[patient];
				logLikelihood += sets.weights[patient] * (lp[patient] - shift);
				for (int j = 0; j < p; j++)
					score[j] += sets.weights[patient] * row[j];
			}
			if (d == 0) return false;
			if (!efron || d == 1) subtract(deathWeight, 0);
			else for (int l = 0; l < d; l++)
				subtract(deathWeight / d, (double) l / d);
			return true;
		}

		/** The denominator's part of a death, with the deaths' share taken out of the risk set. */
		private void subtract(final double weight, final double share) {
			final double s0 = atRisk.s0 - share * deaths.s0;
			logLikelihood -= weight * Math.log(s0);
			int k = 0;
			for (int a = 0; a < p; a++) {
				mean[a] = (atRisk.s1[a] - share * deaths.s1[a]) / s0;
				score[a] -= weight * mean[a];
				for (int b = 0; b <= a; b++, k++)
					information[k] += weight * ((atRisk.s2[k] - share * deaths.s2[k]) / s0 - mean[a] * mean[b]);
			}
		}

		Derivatives result() {
			return new Derivatives(logLikelihood, score, Symmetric.unpack(information, p));
		}
	}
}
