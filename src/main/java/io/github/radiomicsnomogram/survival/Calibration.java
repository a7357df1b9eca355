package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether predicted survival at a time comes true.
 *
 * @param groups patients of like prediction, Kaplan-Meier against prediction, as rms's calibrate(cmethod = "KM")
 * @param slope coefficient of log(-log S) as the only covariate: 1 if the predictions spread rightly, less if too far
 * @param slopeError its standard error
 * @param observedToExpected risk by Kaplan-Meier over the mean predicted risk: calibration in the large
 * @param smooth predicted and observed survival of each patient in their order of prediction, by a Cox model on a spline
 *          of the prediction (Austin, Harrell and van Klaveren 2020, doi:10.1002/sim.8570)
 * @param ici mean absolute difference of the smooth curve from the prediction
 */
public record Calibration(List<Group> groups, double slope, double slopeError, double observedToExpected,
	List<Point> smooth, double ici)
{

	private static final double[] KNOTS = { 0.1, 0.5, 0.9 };
	private static final double SURE = 1e-10;

	/**
	 * Patients of like prediction.
	 *
	 * @param predicted mean predicted survival
	 * @param n patients
	 * @param events of them with the event, at whatever time
	 * @param observed survival by Kaplan-Meier; NaN for fewer than 2 patients
	 * @param logError standard error of log survival
	 */
	public record Group(double predicted, int n, int events, double observed, double logError) {}

	/** A point of the smooth curve. */
	public record Point(double predicted, double observed) {}

	public Calibration {
		groups = List.copyOf(groups);
		smooth = List.copyOf(smooth);
	}

	/**
	 * @param times follow-up
	 * @param predicted survival at the time, patient by patient
	 * @param at the time
	 * @param groupSize patients wanted in each group
	 */
	public static Calibration of(final SurvivalTimes times, final double[] predicted, final double at,
		final int groupSize)
	{
		if (times.events() == 0) throw new InputException("No patient had the event: calibration can't be judged.");
		if (Arrays.stream(predicted).anyMatch(p -> !(p >= 0 && p <= 1))) throw new InputException(
			"Predicted survival must lie between 0 and 1.");
		final double[] cloglog = Arrays.stream(predicted).map(p -> Math.log(-Math.log(Math.min(1 - SURE, Math.max(SURE,
			p))))).toArray();
		final CoxFit slope = CoxRegression.fit(new CoxData(times, DesignMatrix.numeric(List.of("prediction"),
			new double[][] { cloglog })));
		final double risk = 1 - new KaplanMeier(times).at(at, ConfidenceType.LOG).survival();
		final double expected = 1 - Moments.mean(predicted);
		final List<Point> curve = smooth(times, predicted, cloglog, at);
		return new Calibration(groups(times, predicted, at, cuts(predicted, groupSize)), slope.coefficient(0), slope
			.standardError(0), risk / expected, curve, curve.stream().mapToDouble(p -> Math.abs(p.observed - p.predicted))
				.average().orElse(Double.NaN));
	}

	/** Limits of groups: quantiles of the predictions with 0 and 1 added. */
	public static double[] cuts(final double[] predicted, final int groupSize) {
		final int g = Math.max(1, predicted.length / groupSize);
		final double[] sorted = DoubleStream.concat(DoubleStream.of(0, 1), Arrays.stream(predicted)).sorted().toArray();
		return IntStream.rangeClosed(0, g).mapToDouble(k -> quantile(sorted, (double) k / g)).distinct().toArray();
	}

	/** R's default quantile, type 7. */
	static double quantile(final double[] sorted, final double p) {
		final double at = (sorted.length - 1) * p;
		final int low = (int) Math.floor(at + 4 * Math.ulp(1.0)), high = Math.min(low + 1, sorted.length - 1);
		final double part = at - low;
		return Math.abs(part) < 1e-12 ? sorted[low] : (1 - part) * sorted[low] + part * sorted[high];
	}

	/** Kaplan-Meier against prediction between the limits; a prediction at a limit belongs above it. */
	public static List<Group> groups(final SurvivalTimes times, final double[] predicted, final double at,
		final double[] cuts)
	{
		final List<Group> groups = new ArrayList<>();
		for (int k = 0; k + 1 < cuts.length; k++) {
			final double from = cuts[k], to = cuts[k + 1];
			final boolean last = k + 2 == cuts.length;
			final int[] rows = IntStream.range(0, predicted.length).filter(i -> predicted[i] >= from && (predicted[i] < to ||
				last && predicted[i] == to)).toArray();
			if (rows.length > 0) groups.add(group(times.rows(rows), Moments.mean(Arrays.stream(rows).mapToDouble(
				i -> predicted[i]).toArray()), at));
		}
		return groups;
	}

	private static Group group(final SurvivalTimes times, final double predicted, final double at) {
		if (times.size() < 2) return new Group(predicted, times.size(), times.events(), Double.NaN, Double.NaN);
		final KaplanMeier km = new KaplanMeier(times);
		final double[] t = km.times(), error = km.standardErrorOfLog();
		int i = -1;
		while (i + 1 < t.length && t[i + 1] <= at)
			i++;
		return new Group(predicted, times.size(), times.events(), i < 0 ? 1 : km.survival()[i], i < 0 ? 0 : error[i]);
	}

	private static List<Point> smooth(final SurvivalTimes times, final double[] predicted, final double[] x,
		final double at)
	{
		final double[] sorted = x.clone();
		Arrays.sort(sorted);
		final double[] knots = Arrays.stream(KNOTS).map(p -> quantile(sorted, p)).toArray();
		final boolean flat = !(knots[0] < knots[1] && knots[1] < knots[2]);
		final double[][] columns = flat ? new double[][] { x } : new double[][] { x, spline(x, knots) };
		final CoxFit fit = CoxRegression.fit(new CoxData(times, DesignMatrix.numeric(flat ? List.of("x") : List.of("x", "x'"),
			columns)));
		final double hazard = fit.baseline().hazardAt(0, at);
		return IntStream.range(0, x.length).boxed().sorted((a, b) -> Double.compare(predicted[a], predicted[b])).map(
			i -> new Point(predicted[i], Math.exp(-hazard * Math.exp(fit.linearPredictor(fit.data().covariates().row(i))))))
			.toList();
	}

	/** The non-linear column of a restricted cubic spline with 3 knots, divided by the squared distance of the outer two. */
	private static double[] spline(final double[] x, final double[] k) {
		final double norm = (k[2] - k[0]) * (k[2] - k[0]);
		return Arrays.stream(x).map(v -> (cube(v - k[0]) - cube(v - k[1]) * (k[2] - k[0]) / (k[2] - k[1]) + cube(v - k[2]) *
			(k[1] - k[0]) / (k[2] - k[1])) / norm).toArray();
	}

	private static double cube(final double v) {
		return v > 0 ? v * v * v : 0;
	}
}
