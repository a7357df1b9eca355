package io.github.radiomicsnomogram.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The axes of a nomogram of a fitted Cox model by the rules of R's rms: each variable's axis holds round numbers over its
 * range in the data (or its values themselves, if they are 10 or fewer); the variable that moves the linear predictor
 * most has 0 to 100 points, the others in proportion. Total points, linear predictor (centred as rms centres it) and
 * survival at a horizon are three readings of one axis. Immutable.
 */
public final class NomogramScale {

	private static final int INTERVALS = 10;
	private static final int FEW_VALUES = 10;
	private static final double MAX_POINTS = 100;

	/**
	 * A variable's axis.
	 *
	 * @param name term of the model
	 * @param values labels: numbers, or levels
	 * @param effects what each value adds to the linear predictor
	 * @param points of each value
	 */
	public record Axis(String name, List<String> values, double[] effects, double[] points) {}

	private final List<Axis> axes;
	private final double pointsPerUnit;
	private final double predictorAtZero;
	private final double centre;
	private final double hazard;
	private final double[] predictorTicks;

	private NomogramScale(final List<Axis> axes, final double pointsPerUnit, final double predictorAtZero,
		final double centre, final double hazard, final double[] predictorTicks)
	{
		this.axes = axes;
		this.pointsPerUnit = pointsPerUnit;
		this.predictorAtZero = predictorAtZero;
		this.centre = centre;
		this.hazard = hazard;
		this.predictorTicks = predictorTicks;
	}

	/**
	 * The nomogram of a model without strata.
	 *
	 * @param fit model
	 * @param horizon time of the survival axis
	 */
	public static NomogramScale of(final CoxFit fit, final double horizon) {
		final DesignMatrix x = fit.data().covariates();
		final List<Axis> raw = new ArrayList<>();
		for (int t = 0; t < x.terms().size(); t++)
			raw.add(axis(fit, x, t));
		final double widest = raw.stream().mapToDouble(a -> max(a.effects) - min(a.effects)).max().orElseThrow();
		final double scale = MAX_POINTS / widest;
		final List<Axis> axes = raw.stream().map(a -> new Axis(a.name, a.values, a.effects, Arrays.stream(a.effects).map(
			e -> (e - min(a.effects)) * scale).toArray())).toList();
		final double[] lp = fit.linearPredictors();
		final double centre = meanPredictor(fit);
		return new NomogramScale(axes, scale, raw.stream().mapToDouble(a -> min(a.effects)).sum() - centre, centre, fit
			.baseline().hazardAt(0, horizon), Pretty.of(min(lp) - centre, max(lp) - centre, INTERVALS));
	}

	/** rms centres at the mean of every column, 0/1 columns included. */
	private static double meanPredictor(final CoxFit fit) {
		return IntStream.range(0, fit.names().size()).mapToDouble(j -> fit.usedCoefficients()[j] * Moments.mean(fit.data()
			.covariates().column(j))).sum();
	}

	private static Axis axis(final CoxFit fit, final DesignMatrix x, final int term) {
		final int[] columns = IntStream.range(0, x.width()).filter(j -> x.termOfColumn(j) == term).toArray();
		final String name = x.terms().get(term);
		if (columns.length == 1 && x.names().get(columns[0]).equals(name)) return numeric(name, fit.usedCoefficients()[
			columns[0]], x.column(columns[0]));
		final List<String> levels = new ArrayList<>(List.of("reference"));
		final double[] effects = new double[columns.length + 1];
		for (int k = 0; k < columns.length; k++) {
			levels.add(x.names().get(columns[k]).substring(name.length()));
			effects[k + 1] = fit.usedCoefficients()[columns[k]];
		}
		return new Axis(name, levels, effects, new double[0]);
	}

	private static Axis numeric(final String name, final double beta, final double[] data) {
		final double[] distinct = Arrays.stream(data).sorted().distinct().toArray();
		final double[] values = distinct.length <= FEW_VALUES ? distinct : Pretty.of(distinct[0], distinct[distinct.length -
			1], INTERVALS);
		return new Axis(name, Arrays.stream(values).mapToObj(Double::toString).toList(), Arrays.stream(values).map(v -> beta *
			v).toArray(), new double[0]);
	}

	private static double min(final double[] v) {
		return Arrays.stream(v).min().orElseThrow();
	}

	private static double max(final double[] v) {
		return Arrays.stream(v).max().orElseThrow();
	}

	/** The variables' axes, in the model's order. */
	public List<Axis> axes() {
		return axes;
	}

	/** Points for 1 unit of the linear predictor. */
	public double pointsPerUnit() {
		return pointsPerUnit;
	}

	/** Centred linear predictor at 0 total points. */
	public double predictorAtZero() {
		return predictorAtZero;
	}

	/** What is subtracted from the linear predictor to centre it. */
	public double centre() {
		return centre;
	}

	/** Total points of a (not centred) linear predictor. */
	public double totalPoints(final double linearPredictor) {
		return (linearPredictor - centre - predictorAtZero) * pointsPerUnit;
	}

	/** The (not centred) linear predictor that total points stand for. */
	public double linearPredictor(final double totalPoints) {
		return totalPoints / pointsPerUnit + predictorAtZero + centre;
	}

	/** Survival at the horizon. */
	public double survival(final double totalPoints) {
		return Math.exp(-hazard * Math.exp(linearPredictor(totalPoints)));
	}

	/** Total points at which survival at the horizon has a value. */
	public double totalPointsOfSurvival(final double survival) {
		return totalPoints(Math.log(-Math.log(survival) / hazard));
	}

	/** Ticks of the centred linear predictor. */
	public double[] predictorTicks() {
		return predictorTicks.clone();
	}

	/** Ticks of the total points. */
	public double[] totalTicks() {
		final double last = predictorTicks[predictorTicks.length - 1];
		final double top = axes.size() == 1 ? MAX_POINTS : Math.max(MAX_POINTS, pointsPerUnit * (last - predictorAtZero));
		return Pretty.of(0, top, INTERVALS);
	}

	/** Ticks of survival that lie on the axis. */
	public double[] survivalTicks() {
		final double low = survivalOf(predictorTicks[predictorTicks.length - 1]), high = survivalOf(predictorTicks[0]);
		return Arrays.stream(Pretty.of(low, high, INTERVALS)).filter(s -> s >= low && s <= high).toArray();
	}

	private double survivalOf(final double centredPredictor) {
		return Math.exp(-hazard * Math.exp(centredPredictor + centre));
	}
}
