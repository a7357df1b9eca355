package io.github.radiomicsnomogram.survival;

/**
 * Information K of Breslow's partial likelihood about the linear predictors, at some predictors: diag(w) less the sum
 * over death times of d p p', where p is each patient's share of the risk set. K has n x n elements, but its product with
 * a covariate takes two passes over the patients. Immutable.
 */
final class RiskCurvature {

	private final RiskSets sets;
	private final int[] lastDeathTime;
	private final double[] risk, weight;
	/** Sum of the risks, and deaths over it, at each death time. */
	private final double[] riskSum, hazard;

	/**
	 * @param sets order of the patients
	 * @param lastDeathTime index of the last death time not after each patient's own time; -1 for none
	 * @param risk of each patient
	 * @param weight risk times cumulative hazard
	 * @param riskSum of each death time's risk set
	 * @param deaths at each death time
	 */
	RiskCurvature(final RiskSets sets, final int[] lastDeathTime, final double[] risk, final double[] weight,
		final double[] riskSum, final double[] deaths)
	{
		this.sets = sets;
		this.lastDeathTime = lastDeathTime;
		this.risk = risk.clone();
		this.weight = weight.clone();
		this.riskSum = riskSum.clone();
		hazard = deaths.clone();
		for (int k = 0; k < hazard.length; k++)
			hazard[k] /= riskSum[k];
	}

	/** K x. */
	double[] times(final double[] x) {
		final double[] mean = new double[hazard.length];
		double sum = 0;
		for (int i = 0; i < x.length; i = sets.tieEnd[i]) {
			for (int j = i; j < sets.tieEnd[i]; j++)
				sum += risk[sets.order[j]] * x[sets.order[j]];
			final int k = lastDeathTime[sets.order[i]];
			if (k >= 0) mean[k] = sum / riskSum[k];
		}
		double expected = 0;
		for (int k = 0; k < mean.length; k++) {
			expected += hazard[k] * mean[k];
			mean[k] = expected;
		}
		final double[] product = new double[x.length];
		for (int i = 0; i < x.length; i++)
			if (lastDeathTime[i] >= 0) product[i] = weight[i] * x[i] - risk[i] * mean[lastDeathTime[i]];
		return product;
	}
}
