package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * The product-limit estimate of survival (Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452) with Greenwood's
 * variance, and the Nelson-Aalen cumulative hazard: R's survfit(Surv(time, event) ~ 1). Immutable.
 */
public final class KaplanMeier {

	/** Survival this near to a half counts as a half, as in R. */
	private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

	private final int n;
	private final double[] time;
	private final int[] atRisk;
	private final int[] events;
	private final int[] censored;
	private final double[] survival;
	private final double[] logError;
	private final double[] hazard;

	/** Estimates from all patients. */
	public KaplanMeier(final SurvivalTimes times) {
		n = times.size();
		time = Arrays.stream(times.times()).sorted().distinct().toArray();
		atRisk = new int[time.length];
		events = new int[time.length];
		censored = new int[time.length];
		for (int i = 0; i < n; i++) {
			final int at = Arrays.binarySearch(time, times.time(i));
			if (times.event(i)) events[at]++;
			else censored[at]++;
		}
		survival = new double[time.length];
		logError = new double[time.length];
		hazard = new double[time.length];
		int left = n;
		double s = 1, variance = 0, h = 0;
		for (int i = 0; i < time.length; i++) {
			atRisk[i] = left;
			s *= 1 - (double) events[i] / left;
			if (events[i] > 0) variance += events[i] / ((double) left * (left - events[i]));
			h += (double) events[i] / left;
			survival[i] = s;
			// Once all who were at risk have died, the variance of log 0 is infinite, and stays so.
			logError[i] = Math.sqrt(variance);
			hazard[i] = h;
			left -= events[i] + censored[i];
		}
	}

	/** Number of patients. */
	public int n() {
		return n;
	}

	/** Number of events. */
	public int totalEvents() {
		return Arrays.stream(events).sum();
	}

	/** Distinct times, ascending; a copy. */
	public double[] times() {
		return time.clone();
	}

	/** Patients at risk just before each of the {@link #times()}; a copy. */
	public int[] atRisk() {
		return atRisk.clone();
	}

	/** Events at each of the {@link #times()}; a copy. */
	public int[] events() {
		return events.clone();
	}

	/** Patients censored at each of the {@link #times()}; a copy. */
	public int[] censored() {
		return censored.clone();
	}

	/** Survival from each of the {@link #times()} on; a copy. */
	public double[] survival() {
		return survival.clone();
	}

	/** Standard error of log survival; infinite where survival is 0; a copy. */
	public double[] standardErrorOfLog() {
		return logError.clone();
	}

	/** Nelson-Aalen cumulative hazard at each of the {@link #times()}; a copy. */
	public double[] cumulativeHazard() {
		return hazard.clone();
	}

	/** Survival at a time with its interval; level beyond the last time. */
	public SurvivalEstimate at(final double t, final ConfidenceType type) {
		final int i = index(t);
		return i < 0 ? SurvivalEstimate.certain(t) : estimate(i, t, type);
	}

	private SurvivalEstimate estimate(final int i, final double t, final ConfidenceType type) {
		return SurvivalEstimate.of(t, survival[i], logError[i], type);
	}

	/** Patients still at risk just before a time. */
	public int atRiskAt(final double t) {
		for (int i = 0; i < time.length; i++)
			if (time[i] >= t) return atRisk[i];
		return 0;
	}

	/** Last index whose time is not after t, or -1. */
	private int index(final double t) {
		final int i = Arrays.binarySearch(time, t);
		return i >= 0 ? i : -i - 2;
	}

	/**
	 * Time at which survival falls to a half; the middle of the plateau if it rests just there.
	 *
	 * @return NaN if survival stays above
	 */
	public double median() {
		return crossing(survival);
	}

	/** Limits of the median's 95 % interval, where the limits of survival fall to a half; NaN if they don't. */
	public double[] medianInterval(final ConfidenceType type) {
		final double[] lower = new double[time.length], upper = new double[time.length];
		for (int i = 0; i < time.length; i++) {
			final SurvivalEstimate e = estimate(i, time[i], type);
			lower[i] = e.lower();
			upper[i] = e.upper();
		}
		return new double[] { crossing(lower), crossing(upper) };
	}

	private double crossing(final double[] curve) {
		for (int i = 0; i < curve.length; i++) {
			if (!(curve[i] < 0.5 + TOLERANCE)) continue;
			if (Math.abs(curve[i] - 0.5) >= TOLERANCE) return time[i];
			for (int k = i + 1; k < curve.length; k++)
				if (curve[k] < curve[i]) return (time[i] + time[k]) / 2;
			return time[i];
		}
		return Double.NaN;
	}

	/**
	 * Mean survival time up to a limit: the area below the curve.
	 *
	 * @param limit end of the area; beyond the last time the curve stays level
	 * @return mean and its standard error
	 */
	public double[] restrictedMean(final double limit) {
		final int last = index(limit);
		double area = 0, before = 0, level = 1;
		final double[] rectangle = new double[last + 2];
		for (int i = 0; i <= last + 1; i++) {
			final double end = i <= last ? time[i] : limit;
			rectangle[i] = (end - before) * level;
			area += rectangle[i];
			before = end;
			if (i <= last) level = survival[i];
		}
		double beyond = 0, variance = 0;
		for (int i = last; i >= 0; i--) {
			beyond += rectangle[i + 1];
			if (atRisk[i] > events[i]) variance += beyond * beyond * events[i] / ((double) atRisk[i] * (atRisk[i] -
				events[i]));
		}
		return new double[] { area, Math.sqrt(variance) };
	}
}
