package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The receiver operating characteristic of a score for a yes/no outcome, its area and DeLong's variance (DeLong, DeLong
 * and Clarke-Pearson 1988, doi:10.2307/2531595): pROC's roc. A case is predicted if the score is at or above the
 * threshold (or at or below it, if smaller scores mean cases). Immutable.
 */
public final class RocCurve {

	/** Which scores mean cases. */
	public enum Direction {
			/** Larger ones; pROC's "&lt;". */
			LARGER,
			/** Smaller ones; pROC's "&gt;". */
			SMALLER
	}

	/** What a best threshold maximises, or minimises. */
	public enum Best {
			/** Sensitivity + specificity (Youden 1950). */
			YOUDEN,
			/** The distance from the perfect corner. */
			CLOSEST_TOPLEFT
	}

	/**
	 * One threshold and what it does.
	 *
	 * @param threshold between two scores, or infinite
	 * @param sensitivity share of cases found
	 * @param specificity share of others left alone
	 * @param tp cases found
	 * @param fp others found
	 * @param tn others left alone
	 * @param fn cases missed
	 */
	public record Point(double threshold, double sensitivity, double specificity, int tp, int fp, int tn, int fn) {

		/** Share of all that are right. */
		public double accuracy() {
			return (tp + tn) / (double) (tp + fp + tn + fn);
		}

		/** Share of cases among those found; NaN if none is found. */
		public double ppv() {
			return tp / (double) (tp + fp);
		}

		/** Share of others among those left alone; NaN if none is. */
		public double npv() {
			return tn / (double) (tn + fn);
		}
	}

	private static final double TIE = 1e-12;

	private final Direction direction;
	/** Scores, with the sign turned if smaller ones mean cases. */
	private final double[] cases;
	private final double[] controls;
	/** Mean Mann-Whitney kernel of each case over the controls, and of each control over the cases. */
	private final double[] v10;
	private final double[] v01;
	private final double auc;

	/**
	 * @param outcome whether each patient is a case
	 * @param score of each patient; none missing
	 * @throws InputException if there are no cases, or none but cases
	 */
	public RocCurve(final boolean[] outcome, final double[] score, final Direction direction) {
		this.direction = direction;
		final double sign = direction == Direction.LARGER ? 1 : -1;
		cases = IntStream.range(0, score.length).filter(i -> outcome[i]).mapToDouble(i -> sign * score[i]).toArray();
		controls = IntStream.range(0, score.length).filter(i -> !outcome[i]).mapToDouble(i -> sign * score[i]).toArray();
		if (cases.length == 0 || controls.length == 0) throw new InputException("A ROC curve needs patients with and without the outcome; there are " +
			cases.length + " with and " + controls.length + " without.");
		if (Arrays.stream(score).anyMatch(Double::isNaN)) throw new InputException("A score is missing.");
		v10 = kernel(cases, controls, 1);
		v01 = kernel(controls, cases, -1);
		auc = Moments.mean(v10);
	}

	/** A curve whose direction is that of the medians, as pROC chooses it. */
	public static RocCurve ofMedians(final boolean[] outcome, final double[] score) {
		final RocCurve larger = new RocCurve(outcome, score, Direction.LARGER);
		return median(larger.controls) <= median(larger.cases) ? larger : new RocCurve(outcome, score, Direction.SMALLER);
	}

	private static double median(final double[] v) {
		final double[] sorted = v.clone();
		Arrays.sort(sorted);
		return (sorted[(v.length - 1) / 2] + sorted[v.length / 2]) / 2;
	}

	private static double[] kernel(final double[] from, final double[] others, final int sign) {
		final double[] sorted = others.clone();
		Arrays.sort(sorted);
		return Arrays.stream(from).map(v -> {
			final int below = below(sorted, v, false), notAbove = below(sorted, v, true);
			final double won = below + (notAbove - below) / 2.0;
			return (sign > 0 ? won : sorted.length - won) / sorted.length;
		}).toArray();
	}

	/** How many sorted values are below v, or at most v. */
	private static int below(final double[] sorted, final double v, final boolean orEqual) {
		int low = 0, high = sorted.length;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (sorted[middle] < v || orEqual && sorted[middle] == v) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Which scores mean cases. */
	public Direction direction() {
		return direction;
	}

	/** Number of cases. */
	public int cases() {
		return cases.length;
	}

	/** Number of others. */
	public int controls() {
		return controls.length;
	}

	/** Area under the curve: the probability that a case's score beats another's, ties counting a half. */
	public double auc() {
		return auc;
	}

	/** DeLong's variance of the area. */
	public double variance() {
		return Moments.variance(v10) / cases.length + Moments.variance(v01) / controls.length;
	}

	/** DeLong's 95 % interval, within 0 and 1. */
	public double[] interval() {
		final double half = Distributions.Z95 * Math.sqrt(variance());
		return new double[] { Math.max(0, auc - half), Math.min(1, auc + half) };
	}

	/** DeLong's covariance of two areas of the same patients. */
	private double covariance(final RocCurve other) {
		return covariance(v10, other.v10) / cases.length + covariance(v01, other.v01) / controls.length;
	}

	private static double covariance(final double[] a, final double[] b) {
		final double meanA = Moments.mean(a), meanB = Moments.mean(b);
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += (a[i] - meanA) * (b[i] - meanB);
		return sum / (a.length - 1);
	}

	/**
	 * DeLong's comparison of two areas.
	 *
	 * @param statistic difference over its standard error: standard normal if paired, else t
	 * @param df degrees of freedom of t; infinite if paired
	 * @param p two-sided
	 * @param lower limit of the difference's 95 % interval (paired)
	 * @param upper limit
	 */
	public record Comparison(double statistic, double df, double p, double lower, double upper) {}

	/** Compares with another score of the same patients. */
	public Comparison comparePaired(final RocCurve other) {
		final double difference = auc - other.auc;
		final double se = Math.sqrt(variance() + other.variance() - 2 * covariance(other));
		final double z = difference == 0 && se == 0 ? 0 : difference / se;
		return new Comparison(z, Double.POSITIVE_INFINITY, Distributions.normalTwoSided(z), difference - Distributions.Z95 *
			se, difference + Distributions.Z95 * se);
	}

	/** Compares with a curve of other patients: Welch's degrees of freedom, as in pROC. */
	public Comparison compareUnpaired(final RocCurve other) {
		final double a = variance(), b = other.variance();
		final int n = cases.length + controls.length, m = other.cases.length + other.controls.length;
		final double t = (auc - other.auc) / Math.sqrt(a + b);
		final double df = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1));
		final double half = Distributions.studentQuantile(0.975, df) * Math.sqrt(a + b);
		return new Comparison(t, df, Distributions.studentTwoSided(t, df), auc - other.auc - half, auc - other.auc + half);
	}

	/** What a threshold does; it is given on the score's own scale. */
	public Point at(final double threshold) {
		final double turned = direction == Direction.LARGER ? threshold : -threshold;
		final int tp = (int) Arrays.stream(cases).filter(v -> v >= turned).count();
		final int fp = (int) Arrays.stream(controls).filter(v -> v >= turned).count();
		return new Point(threshold, tp / (double) cases.length, (controls.length - fp) / (double) controls.length, tp, fp,
			controls.length - fp, cases.length - tp);
	}

	/** Every point: thresholds midway between neighbouring scores, from all found to none found. */
	public List<Point> points() {
		final double[] distinct = IntStream.concat(IntStream.range(0, cases.length), IntStream.range(cases.length,
			cases.length + controls.length)).mapToDouble(i -> i < cases.length ? cases[i] : controls[i - cases.length]).sorted()
			.distinct().toArray();
		final double sign = direction == Direction.LARGER ? 1 : -1;
		final List<Point> points = new ArrayList<>();
		for (int i = 0; i <= distinct.length; i++) {
			final double turned = i == 0 ? Double.NEGATIVE_INFINITY : i == distinct.length ? Double.POSITIVE_INFINITY
				: (distinct[i - 1] + distinct[i]) / 2;
			points.add(at(sign * turned));
		}
		return points;
	}

	/** Of the thresholds with at least this sensitivity the one with the largest specificity. */
	public Point withSensitivity(final double least) {
		return points().stream().filter(p -> p.sensitivity() >= least - TIE).max(Comparator.comparingDouble(
			Point::specificity).thenComparingDouble(Point::sensitivity)).orElseThrow();
	}

	/** Of the thresholds with at least this specificity the one with the largest sensitivity. */
	public Point withSpecificity(final double least) {
		return points().stream().filter(p -> p.specificity() >= least - TIE).max(Comparator.comparingDouble(
			Point::sensitivity).thenComparingDouble(Point::specificity)).orElseThrow();
	}

	/** The best thresholds; several if they are equally good. */
	public List<Point> best(final Best rule) {
		final ToDoubleFunction<Point> merit = rule == Best.YOUDEN ? p -> p.sensitivity() + p.specificity()
			: p -> -(1 - p.sensitivity()) * (1 - p.sensitivity()) - (1 - p.specificity()) * (1 - p.specificity());
		final List<Point> points = points();
		final double top = points.stream().mapToDouble(merit).max().orElseThrow();
		return points.stream().filter(p -> merit.applyAsDouble(p) >= top - TIE).toList();
	}
}
