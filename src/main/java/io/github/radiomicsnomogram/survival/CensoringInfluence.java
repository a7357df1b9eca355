package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * What each patient adds to an inverse-probability-of-censoring weighted mean through the estimate of G, the probability
 * of not being censored: the martingale part of the influence function (Blanche et al. 2013, doi:10.1002/sim.5958;
 * Gerds and Schumacher 2006, doi:10.1002/bimj.200610301). Patient i's share at the terms a_k, weighted by 1/G(T_k-) for
 * those with the event by t and by 1/G(t) for those beyond, is the integral over u up to t of dM_i(u) A(u) / Y(u), where
 * M_i is the martingale of i's censoring with its Nelson-Aalen compensator, Y the number at risk, and A(u) the sum of a_k
 * over T_k beyond u.
 */
final class CensoringInfluence {

	private CensoringInfluence() {}

	/**
	 * @param terms weighted terms of the mean, patient by patient; 0 for those censored by t
	 * @param t horizon
	 */
	static double[] of(final SurvivalTimes times, final double[] terms, final double t) {
		final KaplanMeier km = new KaplanMeier(times);
		final double[] distinct = km.times(), beyond = new double[distinct.length], compensator = beyond.clone();
		final int[] atRisk = km.atRisk(), censored = km.censored();
		final int n = times.size();
		final int[] at = new int[n];
		for (int i = 0; i < n; i++) {
			at[i] = Arrays.binarySearch(distinct, times.time(i));
			if (at[i] > 0) beyond[at[i] - 1] += terms[i];
		}
		for (int k = distinct.length - 2; k >= 0; k--)
			beyond[k] += beyond[k + 1];
		double sum = 0;
		for (int k = 0; k < distinct.length; k++) {
			if (distinct[k] <= t) sum += censored[k] * beyond[k] / ((double) atRisk[k] * atRisk[k]);
			compensator[k] = sum;
		}
		final double[] influence = new double[n];
		for (int i = 0; i < n; i++) {
			final boolean lost = !times.event(i) && times.time(i) <= t;
			influence[i] = (lost ? beyond[at[i]] / atRisk[at[i]] : 0) - compensator[at[i]];
		}
		return influence;
	}
}
