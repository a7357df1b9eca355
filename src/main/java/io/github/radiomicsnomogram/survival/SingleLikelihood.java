package io.github.radiomicsnomogram.survival;

/**
 * {@link TiedLikelihood} of one covariate: the same sums, in the same order, as plain numbers over patients laid out in
 * the order of the sweep. For screens of many covariates.
 */
final class SingleLikelihood implements PartialLikelihood {

	private final RiskSets sets;
	private final boolean efron;
	private final int n;
	/** In the order of the sweep. */
	private final double[] x, offset, weight, lp;

	/**
	 * @param x covariate, in the patients' own order
	 */
	SingleLikelihood(final RiskSets sets, final double[] x, final boolean efron) {
		this.sets = sets;
		this.efron = efron;
		n = sets.size();
		this.x = ordered(x);
		offset = ordered(sets.offset);
		weight = ordered(sets.weights);
		lp = new double[n];
	}

	private double[] ordered(final double[] values) {
		final double[] v = new double[n];
		for (int i = 0; i < n; i++)
			v[i] = values[sets.order[i]];
		return v;
	}

	@Override
	public Derivatives at(final double[] beta) {
		double largest = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < n; i++) {
			lp[i] = offset[i] + beta[0] * x[i];
			largest = Math.max(largest, lp[i]);
		}
		return new Sweep(Double.isFinite(largest) ? largest : 0).run();
	}

	/** One evaluation: sums over the risk set and over the deaths of a time, of 1, x and x^2. */
	private final class Sweep {

		private final double shift;
		private double s0, s1, s2, d0, d1, d2;
		private double logLikelihood, score, information;

		Sweep(final double shift) {
			this.shift = shift;
		}

		Derivatives run() {
			for (int i = 0; i < n; i = sets.tieEnd[i]) {
				if (sets.stratumStart[i]) s0 = s1 = s2 = 0;
				visit(i, sets.tieEnd[i]);
			}
			return new Derivatives(logLikelihood, new double[] { score }, new double[][] { { information } });
		}

		private void visit(final int from, final int to) {
			int d = 0;
			double deathWeight = 0;
			d0 = d1 = d2 = 0;
			for (int i = from; i < to; i++) {
				final double risk = weight[i] * Math.exp(lp[i] - shift), rx = risk * x[i];
				s0 += risk;
				s1 += rx;
				s2 += rx * x[i];
				if (!sets.times.event(sets.order[i])) continue;
				d++;
				d0 += risk;
				d1 += rx;
				d2 += rx * x[i];
				deathWeight += weight[i];
				logLikelihood += weight[i] * (lp[i] - shift);
				score += weight[i] * x[i];
			}
			if (d == 0) return;
			if (!efron || d == 1) subtract(deathWeight, 0);
			else for (int l = 0; l < d; l++)
				subtract(deathWeight / d, (double) l / d);
		}

		private void subtract(final double weight, final double share) {
			final double left = s0 - share * d0, mean = (s1 - share * d1) / left;
			logLikelihood -= weight * Math.log(left);
			score -= weight * mean;
			information += weight * ((s2 - share * d2) / left - mean * mean);
		}
	}
}
