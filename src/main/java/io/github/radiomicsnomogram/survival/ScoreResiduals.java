package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * What each patient adds to the score of a Cox model: the sum over the patient's follow-up of (x - mean of the risk set)
 * times the increment of the martingale (Therneau, Grambsch and Fleming 1990, doi:10.1093/biomet/77.1.147), for Breslow's
 * and Efron's ties; R's residuals(type = "score").
 */
final class ScoreResiduals {

	private final CoxFit fit;
	private final RiskSets sets;
	private final int p;
	private final double[] risk;
	/** Column by column, centred: the differences from the means don't change, their rounding does. */
	private final double[][] x;
	private final double[][] residuals;
	private double before;
	private final double[] meanBefore;

	private ScoreResiduals(final CoxFit fit, final double[] lp) {
		this.fit = fit;
		sets = fit.riskSets();
		p = fit.names().size();
		final double largest = Arrays.stream(lp).max().orElse(0);
		risk = Arrays.stream(lp).map(v -> Math.exp(v - largest)).toArray();
		x = new double[p][];
		for (int j = 0; j < p; j++) {
			final double mean = fit.means()[j];
			x[j] = Arrays.stream(fit.data().covariates().raw()[j]).map(v -> v - mean).toArray();
		}
		residuals = new double[lp.length][p];
		meanBefore = new double[p];
	}

	/**
	 * Residuals without case weights, one row a patient.
	 *
	 * @param lp linear predictors at which they are taken
	 */
	static double[][] of(final CoxFit fit, final double[] lp) {
		final ScoreResiduals r = new ScoreResiduals(fit, lp);
		int start = 0;
		for (int i = 1; i <= r.sets.size(); i++)
			if (i == r.sets.size() || r.sets.stratumStart[i]) {
				r.stratum(start, i);
				start = i;
			}
		return r.residuals;
	}

	/**
	 * Hazard of one time, and its products with the risk set's means.
	 *
	 * @param all for those who stay at risk
	 * @param own for those who have the event then, who leave the risk set bit by bit
	 * @param meanAll sum of hazard increments times means
	 * @param meanOwn the same with the increments of own
	 * @param mean average of the means
	 */
	private record Hazard(double[] all, double[] own, double[] meanAll, double[] meanOwn, double[] mean) {}

	private void stratum(final int from, final int to) {
		final Hazard[] hazards = new Hazard[to - from];
		final double[] atRisk = new double[p + 1];
		for (int i = from; i < to; i = sets.tieEnd[i])
			hazards[i - from] = hazard(i, sets.tieEnd[i], atRisk);
		before = 0;
		Arrays.fill(meanBefore, 0);
		for (int end = to; end > from;) {
			int begin = end - 1;
			while (begin > from && sets.tieEnd[begin - 1] == end)
				begin--;
			spread(begin, end, hazards[begin - from]);
			end = begin;
		}
	}

	private Hazard hazard(final int begin, final int end, final double[] atRisk) {
		final double[] deaths = new double[p + 1];
		int d = 0;
		double deathWeight = 0;
		for (int i = begin; i < end; i++) {
			final int patient = sets.order[i];
			add(atRisk, patient);
			if (!sets.times.event(patient)) continue;
			add(deaths, patient);
			deathWeight += sets.weights[patient];
			d++;
		}
		final Hazard h = new Hazard(new double[1], new double[1], new double[p], new double[p], new double[p]);
		final int parts = d > 0 && fit.ties() == Ties.EFRON ? d : Math.min(d, 1);
		for (int l = 0; l < parts; l++) {
			final double share = (double) l / parts, left = atRisk[p] - share * deaths[p];
			final double increment = deathWeight / parts / left;
			h.all[0] += increment;
			h.own[0] += increment * (1 - share);
			for (int j = 0; j < p; j++) {
				final double mean = (atRisk[j] - share * deaths[j]) / left;
				h.meanAll[j] += increment * mean;
				h.meanOwn[j] += increment * (1 - share) * mean;
				h.mean[j] += mean / parts;
			}
		}
		return h;
	}

	private void add(final double[] sums, final int patient) {
		final double weighted = sets.weights[patient] * risk[patient];
		sums[p] += weighted;
		for (int j = 0; j < p; j++)
			sums[j] += weighted * x[j][patient];
	}

	private void spread(final int begin, final int end, final Hazard h) {
		for (int i = begin; i < end; i++) {
			final int patient = sets.order[i];
			final boolean event = sets.times.event(patient);
			final double hazard = before + (event ? h.own[0] : h.all[0]);
			for (int j = 0; j < p; j++) {
				final double means = meanBefore[j] + (event ? h.meanOwn[j] : h.meanAll[j]);
				residuals[patient][j] = (event ? x[j][patient] - h.mean[j] : 0) - risk[patient] * (x[j][patient] * hazard -
					means);
			}
		}
		before += h.all[0];
		for (int j = 0; j < p; j++)
			meanBefore[j] += h.meanAll[j];
	}
}
