package io.github.radiomicsnomogram.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Net benefit of treating those whose predicted risk exceeds a threshold (Vickers and Elkin 2006,
 * doi:10.1177/0272989X06295361), for a survival outcome by Kaplan-Meier among them (Vickers et al. 2008,
 * doi:10.1186/1472-6947-8-53): share treated times (risk - (1 - risk) pt / (1 - pt)).
 *
 * @param points one for each threshold
 * @param risk risk of all patients at the horizon
 */
public record DecisionCurve(List<Point> points, double risk) {

	/**
	 * One threshold.
	 *
	 * @param threshold probability at which benefit and harm of treatment balance
	 * @param netBenefit of the model
	 * @param treated share of patients above the threshold
	 * @param riskOfTreated their risk at the horizon; NaN if nobody is above
	 * @param nTreated their number
	 * @param reached whether their follow-up reaches the horizon; if not the last known risk was taken
	 * @param treatAll net benefit of treating everybody; that of treating nobody is 0
	 */
	public record Point(double threshold, double netBenefit, double treated, double riskOfTreated, int nTreated,
		boolean reached, double treatAll)
	{}

	/**
	 * A range of thresholds in which the model beats both treating all and treating nobody.
	 *
	 * @param from first threshold
	 * @param to last threshold
	 */
	public record Range(double from, double to) {}

	public DecisionCurve {
		points = List.copyOf(points);
	}

	/**
	 * @param times follow-up
	 * @param predicted risk of the event by the horizon, patient by patient
	 * @param horizon time
	 * @param thresholds between 0 and 1
	 * @param orEqual whether a risk equal to the threshold is treated
	 */
	public static DecisionCurve of(final SurvivalTimes times, final double[] predicted, final double horizon,
		final double[] thresholds, final boolean orEqual)
	{
		final double all = risk(times, horizon);
		final List<Point> points = new ArrayList<>();
		for (final double pt : thresholds) {
			final int[] treated = IntStream.range(0, predicted.length).filter(i -> predicted[i] > pt || orEqual &&
				predicted[i] == pt).toArray();
			points.add(point(times, treated, horizon, pt, benefit(1, all, pt)));
		}
		return new DecisionCurve(points, all);
	}

	private static Point point(final SurvivalTimes times, final int[] treated, final double horizon, final double pt,
		final double treatAll)
	{
		if (treated.length == 0) return new Point(pt, 0, 0, Double.NaN, 0, true, treatAll);
		final SurvivalTimes those = times.rows(treated);
		final double risk = risk(those, horizon), share = treated.length / (double) times.size();
		final boolean reached = Arrays.stream(those.times()).anyMatch(t -> t >= horizon);
		return new Point(pt, benefit(share, risk, pt), share, risk, treated.length, reached, treatAll);
	}

	private static double benefit(final double share, final double risk, final double pt) {
		return share * risk - share * (1 - risk) * pt / (1 - pt);
	}

	private static double risk(final SurvivalTimes times, final double horizon) {
		return 1 - new KaplanMeier(times).at(horizon, ConfidenceType.LOG).survival();
	}

	/** For an outcome that is known of everybody. */
	public static DecisionCurve ofOutcome(final boolean[] outcome, final double[] predicted, final double[] thresholds,
		final boolean orEqual)
	{
		final double[] time = new double[outcome.length];
		final boolean[] event = outcome.clone();
		for (int i = 0; i < time.length; i++)
			time[i] = outcome[i] ? 1 : 2;
		return of(new SurvivalTimes(time, event), predicted, 1, thresholds, orEqual);
	}

	/** The ranges of thresholds in which the model wins. */
	public List<Range> winning() {
		final List<Range> ranges = new ArrayList<>();
		int start = -1;
		for (int i = 0; i <= points.size(); i++) {
			final boolean wins = i < points.size() && points.get(i).netBenefit() > Math.max(0, points.get(i).treatAll());
			if (wins && start < 0) start = i;
			if (!wins && start >= 0) {
				ranges.add(new Range(points.get(start).threshold(), points.get(i - 1).threshold()));
				start = -1;
			}
		}
		return ranges;
	}
}
