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
 */
public record TimeDependentRoc(double time, double auc, int cases, int controls, double weight) {

	/**
	 * @param marker larger is worse
	 * @throws InputException if nobody had the event by then, or nobody is followed beyond
	 */
	public static TimeDependentRoc of(final SurvivalTimes times, final double[] marker, final double time) {
		final CensoringWeights g = new CensoringWeights(times);
		final int[] cases = IntStream.range(0, times.size()).filter(i -> times.event(i) && times.time(i) <= time).toArray();
		final double[] controls = IntStream.range(0, times.size()).filter(i -> times.time(i) > time).mapToDouble(
			i -> marker[i]).sorted().toArray();
		if (cases.length == 0 || controls.length == 0) throw new InputException("At time " + time + " there are " +
			cases.length + " cases and " + controls.length + " controls; both are needed.");
		double sum = 0, weight = 0;
		for (final int i : cases) {
			final double w = 1 / g.before(times.time(i));
			final int below = count(controls, marker[i], false), notAbove = count(controls, marker[i], true);
			sum += w * (below + (notAbove - below) / 2.0);
			weight += w;
		}
		return new TimeDependentRoc(time, sum / (weight * controls.length), cases.length, controls.length, weight);
	}

	private static int count(final double[] sorted, final double v, final boolean orEqual) {
		int n = 0;
		while (n < sorted.length && (sorted[n] < v || orEqual && sorted[n] == v))
			n++;
		return n;
	}

	/**
	 * Brier score at a time: mean squared difference of the predicted risk and what happened, weighted for censoring (Graf
	 * et al. 1999).
	 *
	 * @param risk predicted probability of the event by then, patient by patient
	 */
	public static double brier(final SurvivalTimes times, final double[] risk, final double time) {
		final CensoringWeights g = new CensoringWeights(times);
		double sum = 0;
		for (int i = 0; i < risk.length; i++) {
			final boolean happened = times.event(i) && times.time(i) <= time;
			if (happened) sum += (1 - risk[i]) * (1 - risk[i]) / g.before(times.time(i));
			else if (times.time(i) > time) sum += risk[i] * risk[i] / g.at(time);
		}
		return sum / risk.length;
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
