package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * Residuals of a Cox model (Therneau, Grambsch and Fleming 1990, doi:10.1093/biomet/77.1.147): martingale (events less
 * expected events) and deviance. With Efron's ties a death shares its own time's hazard as the others that died then.
 */
public final class CoxResiduals {

	private final double[] martingale;
	private final boolean[] event;

	private CoxResiduals(final double[] martingale, final boolean[] event) {
		this.martingale = martingale;
		this.event = event;
	}

	static CoxResiduals of(final CoxFit fit) {
		final RiskSets sets = fit.riskSets();
		final double[] expected = new double[fit.n()];
		int start = 0;
		for (int i = 1; i <= sets.size(); i++)
			if (i == sets.size() || sets.stratumStart[i]) {
				new Sweep(fit, expected).stratum(start, i);
				start = i;
			}
		final double[] residuals = new double[fit.n()];
		for (int i = 0; i < residuals.length; i++)
			residuals[i] = (fit.data().times().event(i) ? 1 : 0) - expected[i];
		return new CoxResiduals(residuals, fit.data().times().eventFlags());
	}

	/** Martingale residuals, patient by patient; a copy. */
	public double[] martingale() {
		return martingale.clone();
	}

	/** Deviance residuals, patient by patient. */
	public double[] deviance() {
		final double[] d = new double[martingale.length];
		for (int i = 0; i < d.length; i++) {
			final double m = martingale[i];
			final double log = event[i] ? Math.log(1 - m) : 0;
			d[i] = Math.signum(m) * Math.sqrt(-2 * (m + log));
		}
		return d;
	}

	/** Adds up each patient's expected events. */
	private static final class Sweep {

		private final CoxFit fit;
		private final RiskSets sets;
		private final double[] risk;
		private final double[] expected;

		Sweep(final CoxFit fit, final double[] expected) {
			this.fit = fit;
			this.expected = expected;
			sets = fit.riskSets();
			risk = Arrays.stream(fit.linearPredictors()).map(Math::exp).toArray();
		}

		void stratum(final int from, final int to) {
			double atRisk = 0;
			final double[] full = new double[to - from], own = new double[to - from];
			for (int i = from; i < to; i = sets.tieEnd[i]) {
				int d = 0;
				double deathWeight = 0, deaths = 0;
				for (int k = i; k < sets.tieEnd[i]; k++) {
					final int patient = sets.order[k];
					atRisk += sets.weights[patient] * risk[patient];
					if (!sets.times.event(patient)) continue;
					d++;
					deathWeight += sets.weights[patient];
					deaths += sets.weights[patient] * risk[patient];
				}
				if (d == 0) continue;
				final boolean efron = fit.ties() == Ties.EFRON && d > 1;
				final int parts = efron ? d : 1;
				for (int l = 0; l < parts; l++) {
					final double share = (double) l / parts;
					final double hazard = deathWeight / parts / (atRisk - share * deaths);
					full[i - from] += hazard;
					own[i - from] += hazard * (1 - share);
				}
			}
			spread(from, to, full, own);
		}

		/** From the earliest time on, every patient still at risk takes each time's hazard. */
		private void spread(final int from, final int to, final double[] full, final double[] own) {
			double before = 0;
			int end = to;
			while (end > from) {
				int begin = end - 1;
				while (begin > from && sets.tieEnd[begin - 1] == end)
					begin--;
				for (int k = begin; k < end; k++) {
					final int patient = sets.order[k];
					final double now = sets.times.event(patient) ? own[begin - from] : full[begin - from];
					expected[patient] = risk[patient] * (before + now);
				}
				before += full[begin - from];
				end = begin;
			}
		}
	}
}
