package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Tests whether a number is distributed alike in several groups, for a publication's Table 1: R's aov, t.test,
 * wilcox.test, kruskal.test.
 */
public final class GroupComparison {

	private GroupComparison() {}

	/** Analysis of variance: F on df1 and df2 degrees of freedom. */
	public record Anova(double f, int df1, int df2, double p, double between, double within) {}

	/** Student's t; the interval is that of the difference of the means, first less second. */
	public record TTest(double t, double df, double p, double lower, double upper) {}

	/** Mann-Whitney: W of the first group and the normal approximation's P with continuity correction. */
	public record MannWhitney(double w, double p) {}

	/** One-way analysis of variance. */
	public static Anova anova(final List<double[]> groups) {
		final double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
		final double mean = Moments.mean(all);
		double between = 0, within = 0;
		for (final double[] g : groups) {
			final double d = Moments.mean(g) - mean;
			between += g.length * d * d;
			within += Moments.sumOfSquares(g);
		}
		final int df1 = groups.size() - 1, df2 = all.length - groups.size();
		final double f = between / df1 / (within / df2);
		return new Anova(f, df1, df2, Distributions.fUpper(f, df1, df2), between, within);
	}

	/** Two groups with their own variances (Welch). */
	public static TTest welch(final double[] x, final double[] y) {
		final double a = Moments.variance(x) / x.length, b = Moments.variance(y) / y.length;
		return t(x, y, Math.sqrt(a + b), (a + b) * (a + b) / (a * a / (x.length - 1) + b * b / (y.length - 1)));
	}

	/** Two groups with one variance (Student). */
	public static TTest pooled(final double[] x, final double[] y) {
		final int df = x.length + y.length - 2;
		final double v = (Moments.sumOfSquares(x) + Moments.sumOfSquares(y)) / df;
		return t(x, y, Math.sqrt(v * (1.0 / x.length + 1.0 / y.length)), df);
	}

	private static TTest t(final double[] x, final double[] y, final double error, final double df) {
		final double difference = Moments.mean(x) - Moments.mean(y);
		if (!(error > 10 * Math.ulp(Math.max(Math.abs(Moments.mean(x)), Math.abs(Moments.mean(y)))))) throw new InputException(
			"The values are essentially constant: a t test has nothing to compare.");
		final double t = difference / error, half = Distributions.studentQuantile(0.975, df) * error;
		return new TTest(t, df, Distributions.studentTwoSided(t, df), difference - half, difference + half);
	}

	/** Mann and Whitney's test by the normal approximation, corrected for ties and continuity. */
	public static MannWhitney mannWhitney(final double[] x, final double[] y) {
		final double[] rank = Ranks.average(DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).toArray());
		final double n = x.length, m = y.length;
		final double w = IntStream.range(0, x.length).mapToDouble(i -> rank[i]).sum() - n * (n + 1) / 2;
		final double sigma = Math.sqrt(n * m / 12 * (n + m + 1 - tieTerm(rank) / ((n + m) * (n + m - 1))));
		final double difference = w - n * m / 2;
		final double z = (difference - Math.signum(difference) / 2) / sigma;
		return new MannWhitney(w, Math.min(1, Distributions.normalTwoSided(z)));
	}

	/** Kruskal and Wallis's test, corrected for ties. */
	public static TestStatistic kruskalWallis(final List<double[]> groups) {
		final double[] rank = Ranks.average(groups.stream().flatMapToDouble(Arrays::stream).toArray());
		final double n = rank.length;
		double sum = 0;
		int start = 0;
		for (final double[] g : groups) {
			final double r = Arrays.stream(rank, start, start + g.length).sum();
			sum += r * r / g.length;
			start += g.length;
		}
		final double h = 12 * sum / (n * (n + 1)) - 3 * (n + 1);
		return TestStatistic.chiSquared(h / (1 - tieTerm(rank) / (n * n * n - n)), groups.size() - 1);
	}

	/** Sum of t^3 - t over runs of t tied values. */
	private static double tieTerm(final double[] rank) {
		final double[] sorted = rank.clone();
		Arrays.sort(sorted);
		double sum = 0;
		for (int i = 0; i < sorted.length;) {
			int end = i;
			while (end < sorted.length && sorted[end] == sorted[i])
				end++;
			final double t = end - i;
			sum += t * t * t - t;
			i = end;
		}
		return sum;
	}
}
