package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * G, the probability of not being censored yet: Kaplan-Meier with censorings as the events; at a tied time deaths leave
 * the risk set before censorings. Its inverse weighs the patients who were not censored (IPCW).
 */
final class CensoringWeights {

	private final double[] time;
	private final double[] g;

	CensoringWeights(final SurvivalTimes times) {
		final KaplanMeier km = new KaplanMeier(times);
		time = km.times();
		g = new double[time.length];
		final int[] atRisk = km.atRisk(), events = km.events(), censored = km.censored();
		double product = 1;
		for (int i = 0; i < g.length; i++) {
			final int left = atRisk[i] - events[i];
			if (left > 0) product *= 1 - (double) censored[i] / left;
			g[i] = product;
		}
	}

	/** Just before a time. */
	double before(final double t) {
		final int i = Arrays.binarySearch(time, t);
		return value(i >= 0 ? i - 1 : -i - 2);
	}

	/** At a time, censorings then included. */
	double at(final double t) {
		final int i = Arrays.binarySearch(time, t);
		return value(i >= 0 ? i : -i - 2);
	}

	private double value(final int i) {
		return i < 0 ? 1 : g[i];
	}
}
