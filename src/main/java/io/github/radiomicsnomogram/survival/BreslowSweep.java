package io.github.radiomicsnomogram.survival;

/**
 * Breslow's log partial likelihood as a function of the linear predictors: value, its derivative for each patient, and
 * what the information of any set of covariates follows from. Reuses its arrays from call to call; not for sharing.
 */
final class BreslowSweep {

	private final RiskSets sets;
	private final int n;
	/** Number of distinct times with deaths; index of a patient's last such time, or -1. */
	private final int deathTimes;
	private final int[] lastDeathTime;
	private final double[] deaths;

	private final double[] risk;
	/** Events less expected events: the derivative for each patient. */
	final double[] residual;
	/** Patient's risk times the cumulative hazard at its time: the diagonal of the information's first part. */
	private final double[] weight;
	private final double[] riskSum;
	private double logLikelihood;

	/** One stratum; times decide the order alone. */
	BreslowSweep(final SurvivalTimes times) {
		sets = new RiskSets(times, null, null, null);
		n = times.size();
		lastDeathTime = new int[n];
		risk = new double[n];
		residual = new double[n];
		weight = new double[n];
		deathTimes = countDeathTimes();
		deaths = new double[deathTimes];
		riskSum = new double[deathTimes];
		index();
	}

	private int countDeathTimes() {
		int count = 0;
		for (int i = 0; i < n; i = sets.tieEnd[i])
			if (hasDeath(i, sets.tieEnd[i])) count++;
		return count;
	}

	private boolean hasDeath(final int from, final int to) {
		for (int i = from; i < to; i++)
			if (sets.times.event(sets.order[i])) return true;
		return false;
	}

	private void index() {
		int k = deathTimes;
		for (int i = 0; i < n; i = sets.tieEnd[i]) {
			final boolean death = hasDeath(i, sets.tieEnd[i]);
			if (death) k--;
			for (int j = i; j < sets.tieEnd[i]; j++) {
				final int patient = sets.order[j];
				// Without a death now, the latest one is that of an earlier time, which the sweep has yet to meet.
				lastDeathTime[patient] = death ? k : k - 1;
				if (sets.times.event(patient)) deaths[k]++;
			}
		}
	}

	/** Log likelihood of the saturated model: each death gets its own time's share. */
	double saturated() {
		double sum = 0;
		for (final double d : deaths)
			sum -= d * Math.log(d);
		return sum;
	}

	/** Evaluates at these linear predictors; afterwards the arrays hold risks, residuals and weights. */
	double at(final double[] eta) {
		double largest = Double.NEGATIVE_INFINITY;
		for (final double e : eta)
			largest = Math.max(largest, e);
		sumRisks(eta, largest);
		final double[] hazard = cumulativeHazard(largest);
		for (int i = 0; i < n; i++) {
			weight[i] = lastDeathTime[i] < 0 ? 0 : risk[i] * hazard[lastDeathTime[i]];
			residual[i] = (sets.times.event(i) ? 1 : 0) - weight[i];
		}
		return logLikelihood;
	}

	private void sumRisks(final double[] eta, final double largest) {
		logLikelihood = 0;
		double sum = 0;
		for (int i = 0; i < n; i = sets.tieEnd[i]) {
			boolean death = false;
			for (int j = i; j < sets.tieEnd[i]; j++) {
				final int patient = sets.order[j];
				risk[patient] = Math.exp(eta[patient] - largest);
				sum += risk[patient];
				if (!sets.times.event(patient)) continue;
				death = true;
				logLikelihood += eta[patient];
			}
			if (death) riskSum[lastDeathTime[sets.order[i]]] = sum;
		}
	}

	private double[] cumulativeHazard(final double largest) {
		final double[] hazard = new double[deathTimes];
		double h = 0;
		for (int k = 0; k < deathTimes; k++) {
			h += deaths[k] / riskSum[k];
			hazard[k] = h;
			logLikelihood -= deaths[k] * (Math.log(riskSum[k]) + largest);
		}
		return hazard;
	}

	/** The diagonal of the information about the linear predictors last evaluated; tells whether it is positive. */
	boolean diagonal(final double[] to) {
		final double[] squared = new double[deathTimes];
		double sum = 0;
		for (int k = 0; k < deathTimes; k++) {
			sum += deaths[k] / riskSum[k] / riskSum[k];
			squared[k] = sum;
		}
		boolean positive = true;
		for (int i = 0; i < n; i++) {
			to[i] = lastDeathTime[i] < 0 ? 0 : weight[i] - risk[i] * risk[i] * squared[lastDeathTime[i]];
			positive &= lastDeathTime[i] < 0 || to[i] > 0;
		}
		return positive;
	}

	/** The information about the linear predictors last evaluated. */
	RiskCurvature curvature() {
		return new RiskCurvature(sets, lastDeathTime, risk, weight, riskSum, deaths);
	}
}
