package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Test of proportional hazards (Grambsch and Therneau 1994, doi:10.1093/biomet/81.3.515) as a score test: would the
 * coefficients, times a function g of time, improve the model? R's cox.zph of survival 3.0 and later. For each term and
 * for all together.
 *
 * @param terms names
 * @param tests one for each term
 * @param global for all terms together
 */
public record ProportionalHazards(List<String> terms, List<TestStatistic> tests, TestStatistic global) {

	/** The function of time. */
	public enum Transform {
			/** 1 - Kaplan-Meier just before the time; R's default. */
			KM,
			/** Rank among all times. */
			RANK,
			/** The time itself. */
			IDENTITY,
			/** Its logarithm. */
			LOG
	}

	/** Tests a fitted model. */
	public static ProportionalHazards of(final CoxFit fit, final Transform transform) {
		final SurvivalTimes times = fit.data().times();
		final double[] g = values(times, transform);
		final double mean = IntStream.range(0, g.length).filter(times::event).mapToDouble(i -> g[i]).average().orElse(0);
		final Sums sums = new Sums(fit.names().size());
		final double[] at = times.times();
		final TiedLikelihood likelihood = new TiedLikelihood(fit.riskSets(), fit.data().covariates().raw(), fit
			.ties() == Ties.EFRON);
		likelihood.at(fit.usedCoefficients(), (time, score, information) -> sums.add(g[indexOf(at, time)] - mean, score,
			information));
		return sums.tests(fit);
	}

	private static int indexOf(final double[] times, final double time) {
		return IntStream.range(0, times.length).filter(i -> times[i] == time).findFirst().orElseThrow();
	}

	private static double[] values(final SurvivalTimes times, final Transform transform) {
		final double[] t = times.times();
		return switch (transform) {
			case IDENTITY -> t;
			case LOG -> Arrays.stream(t).map(Math::log).toArray();
			case RANK -> Ranks.average(t);
			case KM -> {
				final KaplanMeier km = new KaplanMeier(times);
				final double[] distinct = km.times(), s = km.survival();
				yield Arrays.stream(t).map(v -> {
					final int i = Arrays.binarySearch(distinct, v);
					return i == 0 ? 0 : 1 - s[i - 1];
				}).toArray();
			}
		};
	}

	/** Score and information of the model enlarged by g times each covariate. */
	private static final class Sums {

		private final int p;
		private final double[] lastScore;
		private final double[] lastInformation;
		private final double[] u;
		private final double[] i0, i1, i2;

		Sums(final int p) {
			this.p = p;
			lastScore = new double[p];
			u = new double[p];
			lastInformation = new double[p * (p + 1) / 2];
			i0 = lastInformation.clone();
			i1 = lastInformation.clone();
			i2 = lastInformation.clone();
		}

		void add(final double g, final double[] score, final double[] information) {
			for (int j = 0; j < p; j++)
				u[j] += g * (score[j] - lastScore[j]);
			for (int k = 0; k < i0.length; k++) {
				final double step = information[k] - lastInformation[k];
				i0[k] += step;
				i1[k] += g * step;
				i2[k] += g * g * step;
			}
			System.arraycopy(score, 0, lastScore, 0, p);
			System.arraycopy(information, 0, lastInformation, 0, information.length);
		}

		ProportionalHazards tests(final CoxFit fit) {
			final DesignMatrix x = fit.data().covariates();
			final int[] used = IntStream.range(0, p).filter(j -> !Double.isNaN(fit.coefficient(j))).toArray();
			final List<Integer> terms = Arrays.stream(used).mapToObj(x::termOfColumn).distinct().toList();
			final List<TestStatistic> tests = terms.stream().map(t -> test(used, Arrays.stream(used).filter(j -> x.termOfColumn(
				j) == t).toArray())).toList();
			return new ProportionalHazards(terms.stream().map(t -> x.terms().get(t)).toList(), tests, test(used, used));
		}

		private TestStatistic test(final int[] used, final int[] tested) {
			final double[][] a = Symmetric.unpack(i0, p), b = Symmetric.unpack(i1, p), c = Symmetric.unpack(i2, p);
			final int n = used.length, m = tested.length;
			final double[][] joint = new double[n + m][n + m];
			final double[] score = new double[n + m];
			for (int j = 0; j < n; j++)
				for (int k = 0; k < n; k++)
					joint[j][k] = a[used[j]][used[k]];
			for (int j = 0; j < m; j++) {
				score[n + j] = u[tested[j]];
				for (int k = 0; k < n; k++)
					joint[n + j][k] = joint[k][n + j] = b[tested[j]][used[k]];
				for (int k = 0; k < m; k++)
					joint[n + j][n + k] = c[tested[j]][tested[k]];
			}
			return TestStatistic.chiSquared(quadratic(joint, score), m);
		}

		private static double quadratic(final double[][] m, final double[] v) {
			// Scaled to a unit diagonal: the covariates' units and those of time may lie far apart.
			final double[] scale = new double[v.length], b = new double[v.length];
			for (int j = 0; j < scale.length; j++) {
				scale[j] = m[j][j] > 0 ? 1 / Math.sqrt(m[j][j]) : 0;
				b[j] = v[j] * scale[j];
			}
			final double[][] unit = new double[v.length][v.length];
			for (int j = 0; j < scale.length; j++)
				for (int k = 0; k < scale.length; k++)
					unit[j][k] = m[j][k] * scale[j] * scale[k];
			final double[] solved = new GeneralizedCholesky(unit).solve(b);
			double sum = 0;
			for (int j = 0; j < b.length; j++)
				sum += b[j] * solved[j];
			return sum;
		}
	}
}
