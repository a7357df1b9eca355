package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Discrimination and accuracy at a time when some patients were censored before: cases had the event by then, controls
 * were still free of it, and the inverse probability of not being censored weighs those who are seen (Uno et al. 2007,
 * doi:10.1198/016214507000000149; Blanche et al. 2013, doi:10.1002/sim.5958).
 *
 * @param time at which
 * @param auc cumulative/dynamic area under the curve
 * @param cases patients with the event by then
 * @param controls patients followed beyond it without
 * @param weight sum of the cases' weights
 * @param standardError of auc, from the influence function, that of the estimated censoring included
 */
public record TimeDependentRoc(double time, double auc, int cases, int controls, double weight, double standardError) {

	/** The 95 % interval's lower limit, at least 0. */
	public double lower() {
		return Math.max(0, auc - Distributions.Z95 * standardError);
	}

	/** The 95 % interval's upper limit, at most 1. */
	public double upper() {
		return Math.min(1, auc + Distributions.Z95 * standardError);
	}

	/**
	 * @param marker larger is worse
	 * @throws InputException if nobody had the event by then, or nobody is followed beyond
	 */
	public static TimeDependentRoc of(final SurvivalTimes times, final double[] marker, final double time) {
		final double[] cases = IntStream.range(0, times.size()).filter(i -> isCase(times, i, time)).mapToDouble(
			i -> marker[i]).sorted().toArray();
		final double[] controls = IntStream.range(0, times.size()).filter(i -> times.time(i) > time).mapToDouble(
			i -> marker[i]).sorted().toArray();
		if (cases.length == 0 || controls.length == 0) throw new InputException("At time " + time + " there are " +
			cases.length + " cases and " + controls.length + " controls; both are needed.");
		final double[] weight = weights(times, time), won = new double[marker.length];
		final double[] below = weightBelow(times, marker, weight, cases, time);
		double sum = 0, total = 0;
		for (int i = 0; i < won.length; i++) {
			if (times.time(i) > time) won[i] = below[below.length - 1] - share(cases, below, marker[i]);
			if (!isCase(times, i, time)) continue;
			won[i] = (rank(controls, marker[i], false) + rank(controls, marker[i], true)) / 2.0;
			sum += weight[i] * won[i];
			total += weight[i];
		}
		final double auc = sum / (total * controls.length);
		return new TimeDependentRoc(time, auc, cases.length, controls.length, total, standardError(times, weight, won, auc,
			total, time));
	}

	private static boolean isCase(final SurvivalTimes times, final int i, final double time) {
		return times.event(i) && times.time(i) <= time;
	}

	/** 1/G just before the event for a case, 1/G at the time for a control, 0 for those censored before. */
	private static double[] weights(final SurvivalTimes times, final double time) {
		final CensoringWeights g = new CensoringWeights(times);
		return IntStream.range(0, times.size()).mapToDouble(i -> isCase(times, i, time) ? 1 / g.before(times.time(i)) : times
			.time(i) > time ? 1 / g.at(time) : 0).toArray();
	}

	/** Weight of the first k of the cases in the order of their markers, for every k. */
	private static double[] weightBelow(final SurvivalTimes times, final double[] marker, final double[] weight,
		final double[] sorted, final double time)
	{
		final double[] at = new double[sorted.length], below = new double[sorted.length + 1];
		for (int i = 0; i < marker.length; i++)
			if (isCase(times, i, time)) at[rank(sorted, marker[i], false)] += weight[i];
		for (int k = 0; k < at.length; k++)
			below[k + 1] = below[k] + at[k];
		return below;
	}

	/** Weight of the cases below a value, and half of that of the equal ones. */
	private static double share(final double[] sorted, final double[] below, final double v) {
		return (below[rank(sorted, v, false)] + below[rank(sorted, v, true)]) / 2;
	}

	/**
	 * The area is a ratio of weighted means; its influence function is that of the numerator less the area times that of
	 * the denominator, over the denominator.
	 *
	 * @param won for a case the number of controls below it, for a control the weight of cases above it
	 */
	private static double standardError(final SurvivalTimes times, final double[] weight, final double[] won,
		final double auc, final double total, final double time)
	{
		final int n = times.size();
		final double controls = IntStream.range(0, n).filter(i -> times.time(i) > time).count();
		final double[] terms = new double[n];
		for (int i = 0; i < n; i++) {
			if (isCase(times, i, time)) terms[i] = n * weight[i] * (won[i] - auc * controls) / (total * controls);
			else if (times.time(i) > time) terms[i] = n * (won[i] - auc * total) / (total * controls);
		}
		return standardError(times, terms, time);
	}

	/** Standard error of the mean of weighted terms. */
	private static double standardError(final SurvivalTimes times, final double[] terms, final double time) {
		final double[] censoring = CensoringInfluence.of(times, terms, time);
		final double[] influence = IntStream.range(0, terms.length).mapToDouble(i -> terms[i] + censoring[i]).toArray();
		return Math.sqrt(Moments.variance(influence) / influence.length);
	}

	/** How many sorted values are below v, or at most v. */
	private static int rank(final double[] sorted, final double v, final boolean orEqual) {
		int low = 0, high = sorted.length;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (sorted[middle] < v || orEqual && sorted[middle] == v) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/**
	 * A Brier score.
	 *
	 * @param time at which
	 * @param score mean weighted squared difference
	 * @param standardError of it, from the influence function, that of the estimated censoring included
	 */
	public record Brier(double time, double score, double standardError) {

		/** The 95 % interval's lower limit, at least 0. */
		public double lower() {
			return Math.max(0, score - Distributions.Z95 * standardError);
		}

		/** The 95 % interval's upper limit, at most 1. */
		public double upper() {
			return Math.min(1, score + Distributions.Z95 * standardError);
		}
	}

	/**
	 * Brier score at a time: mean squared difference of the predicted risk and what happened, weighted for censoring (Graf
	 * et al. 1999, doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18&lt;2529::AID-SIM274&gt;3.0.CO;2-5).
	 *
	 * @param risk predicted probability of the event by then, patient by patient
	 */
	public static double brier(final SurvivalTimes times, final double[] risk, final double time) {
		return Moments.mean(residuals(times, risk, time));
	}

	/** The same with its standard error. */
	public static Brier brierScore(final SurvivalTimes times, final double[] risk, final double time) {
		final double[] residuals = residuals(times, risk, time);
		return new Brier(time, Moments.mean(residuals), standardError(times, residuals, time));
	}

	private static double[] residuals(final SurvivalTimes times, final double[] risk, final double time) {
		final double[] residuals = weights(times, time);
		for (int i = 0; i < risk.length; i++) {
			final double miss = (isCase(times, i, time) ? 1 : 0) - risk[i];
			residuals[i] *= miss * miss;
		}
		return residuals;
	}

	/**
	 * Integrated Brier score: the mean of the Brier score over a grid of times, by the trapezoidal rule.
	 *
	 * @param risk at each time of the grid, patient by patient
	 */
	public static double integratedBrier(final SurvivalTimes times, final double[][] risk, final double[] grid) {
		final double[] score = IntStream.range(0, grid.length).mapToDouble(k -> brier(times, risk[k], grid[k])).toArray();
		double area = 0;
		for (int k = 1; k < grid.length; k++)
			area += (grid[k] - grid[k - 1]) * (score[k] + score[k - 1]) / 2;
		return area / (grid[grid.length - 1] - grid[0]);
	}

	/** One point of the curve: share of (weighted) cases and of controls at or above a threshold. */
	public record Point(double threshold, double sensitivity, double falsePositives) {}

	/** The curve, from the largest marker down. */
	public static List<Point> curve(final SurvivalTimes times, final double[] marker, final double time) {
		final CensoringWeights g = new CensoringWeights(times);
		final double[] thresholds = Arrays.stream(marker).distinct().map(v -> -v).sorted().map(v -> -v).toArray();
		final double[] weights = IntStream.range(0, marker.length).mapToDouble(i -> times.event(i) && times.time(i) <= time
			? 1 / g.before(times.time(i)) : 0).toArray();
		final double total = Arrays.stream(weights).sum();
		final double controls = IntStream.range(0, marker.length).filter(i -> times.time(i) > time).count();
		return Arrays.stream(thresholds).mapToObj(h -> new Point(h, IntStream.range(0, marker.length).filter(
			i -> marker[i] >= h).mapToDouble(i -> weights[i]).sum() / total, IntStream.range(0, marker.length).filter(
				i -> times.time(i) > time && marker[i] >= h).count() / controls)).toList();
	}
}
