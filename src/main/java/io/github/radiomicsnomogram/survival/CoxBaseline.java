package io.github.radiomicsnomogram.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cumulative baseline hazard of a Cox model and the survival that it predicts: R's basehaz and survfit.coxph. With
 * Efron's ties the increment at a time with d deaths is the sum over l of 1 / (S - (l/d) D), else d / S. One curve for
 * each stratum. Variances after Tsiatis 1981, doi:10.1214/aos/1176345333.
 */
public final class CoxBaseline {

	private final CoxFit fit;
	private final List<Curve> curves;

	/**
	 * The curve of a stratum; every distinct time of its patients, ascending.
	 *
	 * @param stratum as in the data; 0 without strata
	 * @param time distinct times
	 * @param hazard cumulative baseline hazard at linear predictor 0
	 * @param variance sum of the increments' squared denominators, lp 0
	 * @param mean for each time, sum over increments of weighted covariate mean times increment: column by column
	 */
	private record Curve(int stratum, double[] time, double[] hazard, double[] variance, double[][] mean) {

		/** Last index whose time is not after t, or -1. */
		int at(final double t) {
			final int i = Arrays.binarySearch(time, t);
			return i >= 0 ? i : -i - 2;
		}
	}

	private CoxBaseline(final CoxFit fit, final List<Curve> curves) {
		this.fit = fit;
		this.curves = curves;
	}

	static CoxBaseline of(final CoxFit fit) {
		final RiskSets sets = fit.riskSets();
		final List<Curve> curves = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= sets.size(); i++)
			if (i == sets.size() || sets.stratumStart[i]) {
				curves.add(new StratumSweep(fit, start, i).curve());
				start = i;
			}
		return new CoxBaseline(fit, curves);
	}

	/** Strata in the order of the curves. */
	public int[] strata() {
		return curves.stream().mapToInt(Curve::stratum).toArray();
	}

	/** Distinct times of a curve, ascending; a copy. */
	public double[] times(final int curve) {
		return curves.get(curve).time().clone();
	}

	/** Cumulative hazard at linear predictor 0 at each of the {@link #times(int)}: basehaz(centered = FALSE). */
	public double[] hazard(final int curve) {
		return curves.get(curve).hazard().clone();
	}

	/** Cumulative hazard at linear predictor 0 at a time. */
	public double hazardAt(final int curve, final double t) {
		final int i = curves.get(curve).at(t);
		return i < 0 ? 0 : curves.get(curve).hazard()[i];
	}

	/**
	 * Predicted survival at a time.
	 *
	 * @param curve which stratum, 0 without strata
	 * @param x covariates
	 * @param t time; beyond the last one the curve stays level
	 * @param type of the interval
	 */
	public SurvivalEstimate survival(final int curve, final double[] x, final double t, final ConfidenceType type) {
		return survival(curve, x, 0, t, type);
	}

	/**
	 * Predicted survival at a time of somebody with an offset, as R's survfit.coxph takes it from newdata.
	 *
	 * @param curve which stratum, 0 without strata
	 * @param x covariates
	 * @param offset added to the linear predictor
	 * @param t time; beyond the last one the curve stays level
	 * @param type of the interval
	 */
	public SurvivalEstimate survival(final int curve, final double[] x, final double offset, final double t,
		final ConfidenceType type)
	{
		final Curve c = curves.get(curve);
		final int i = c.at(t);
		if (i < 0) return SurvivalEstimate.certain(t);
		final double risk = Math.exp(fit.linearPredictor(x) + offset);
		final double[] q = new double[x.length];
		for (int j = 0; j < q.length; j++)
			q[j] = x[j] * c.hazard()[i] - c.mean()[j][i];
		final double variance = risk * risk * (c.variance()[i] + Symmetric.quadraticForm(fit.covariance(), q));
		return SurvivalEstimate.of(t, Math.exp(-risk * c.hazard()[i]), Math.sqrt(variance), type);
	}

	/** One pass down the times of a stratum. */
	private static final class StratumSweep {

		private final CoxFit fit;
		private final RiskSets sets;
		private final int from, to;
		private final int p;
		private final double[] lp;
		private final List<double[]> steps = new ArrayList<>();
		private final double[] atRisk, deaths;

		StratumSweep(final CoxFit fit, final int from, final int to) {
			this.fit = fit;
			this.from = from;
			this.to = to;
			sets = fit.riskSets();
			p = fit.names().size();
			lp = fit.linearPredictors();
			atRisk = new double[p + 1];
			deaths = new double[p + 1];
		}

		Curve curve() {
			for (int i = from; i < to; i = sets.tieEnd[i])
				steps.add(step(i, sets.tieEnd[i]));
			return cumulate();
		}

		/** Time, hazard increment, variance increment, then covariate means times increment. */
		private double[] step(final int begin, final int end) {
			int d = 0;
			double deathWeight = 0;
			Arrays.fill(deaths, 0);
			for (int i = begin; i < end; i++) {
				final int patient = sets.order[i];
				final double risk = sets.weights[patient] * Math.exp(lp[patient]);
				add(atRisk, patient, risk);
				if (!sets.times.event(patient)) continue;
				d++;
				deathWeight += sets.weights[patient];
				add(deaths, patient, risk);
			}
			final double[] step = new double[p + 3];
			step[0] = sets.times.time(sets.order[begin]);
			if (d == 0) return step;
			final boolean efron = fit.ties() == Ties.EFRON && d > 1;
			for (int l = 0; l < (efron ? d : 1); l++)
				increment(step, efron ? deathWeight / d : deathWeight, efron ? (double) l / d : 0);
			return step;
		}

		private void add(final double[] sums, final int patient, final double risk) {
			sums[0] += risk;
			for (int j = 0; j < p; j++)
				sums[j + 1] += risk * fit.data().covariates().value(patient, j);
		}

		private void increment(final double[] step, final double weight, final double share) {
			final double s0 = atRisk[0] - share * deaths[0];
			step[1] += weight / s0;
			step[2] += weight / (s0 * s0);
			for (int j = 0; j < p; j++)
				step[j + 3] += weight * (atRisk[j + 1] - share * deaths[j + 1]) / (s0 * s0);
		}

		private Curve cumulate() {
			final int n = steps.size();
			final double[] time = new double[n], hazard = new double[n], variance = new double[n];
			final double[][] mean = new double[p][n];
			final double[] sum = new double[p + 3];
			for (int i = 0; i < n; i++) {
				final double[] step = steps.get(n - 1 - i);
				for (int k = 1; k < sum.length; k++)
					sum[k] += step[k];
				time[i] = step[0];
				hazard[i] = sum[1];
				variance[i] = sum[2];
				for (int j = 0; j < p; j++)
					mean[j][i] = sum[j + 3];
			}
			return new Curve(sets.strata[sets.order[from]], time, hazard, variance, mean);
		}
	}
}
