package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * How much a Cox model flatters itself: it is fitted anew to samples drawn with replacement, and what it loses from its
 * sample to the original patients is taken off its apparent performance (Harrell, Lee and Mark 1996,
 * doi:10.1002/(SICI)1097-0258(19960229)15:4&lt;361::AID-SIM168&gt;3.0.CO;2-4): rms's validate. Samples run in the
 * caller's {@link net.imglib2.parallel.TaskExecutor}; a seed always gives the same samples.
 *
 * @param apparent of the model on its own patients
 * @param training mean over samples, of the sample's model on the sample
 * @param test mean over samples, of the sample's model on the original patients
 * @param samples that gave a model
 */
public record BootstrapValidation(Indices apparent, Indices training, Indices test, int samples) {

	/**
	 * Performance of a linear predictor.
	 *
	 * @param dxy Somers' D, 2 (C - 1/2)
	 * @param r2 Nagelkerke's R squared
	 * @param slope calibration slope
	 * @param d discrimination index, (likelihood ratio - 1) over the null deviance
	 * @param u unreliability index
	 * @param g Gini's mean difference of the linear predictor
	 */
	public record Indices(double dxy, double r2, double slope, double d, double u, double g) {

		/** Overall quality, discrimination less unreliability. */
		public double q() {
			return d - u;
		}

		/** Harrell's C. */
		public double c() {
			return dxy / 2 + 0.5;
		}

		static Indices of(final SurvivalTimes times, final double[] lp) {
			final CoxFit recalibrated = CoxRegression.fit(new CoxData(times, DesignMatrix.numeric(List.of("lp"), new double[][] {
				lp })));
			final double[] none = new double[times.size()];
			final PartialLikelihood likelihood = new TiedLikelihood(new RiskSets(times, null, null, null), new double[][] { lp },
				true);
			final double null2 = -2 * likelihood.at(new double[] { 0 }).logLikelihood();
			final double as2 = -2 * likelihood.at(new double[] { 1 }).logLikelihood();
			final double best2 = -2 * recalibrated.logLikelihood();
			final double n = none.length, ratio = null2 - best2;
			return new Indices(2 * (Concordance.of(times, lp).c() - 0.5), (1 - Math.exp(-ratio / n)) / (1 - Math.exp(-null2 /
				n)), recalibrated.coefficient(0), (ratio - 1) / null2, (as2 - best2 - 2) / null2, gini(lp));
		}

		private static double gini(final double[] lp) {
			final double[] sorted = lp.clone();
			Arrays.sort(sorted);
			final int n = sorted.length;
			double sum = 0;
			for (int i = 0; i < n; i++)
				sum += (2.0 * i - n + 1) * sorted[i];
			return 2 * sum / (n * (n - 1.0));
		}

		private double[] values() {
			return new double[] { dxy, r2, slope, d, u, g };
		}

		private static Indices of(final double[] v) {
			return new Indices(v[0], v[1], v[2], v[3], v[4], v[5]);
		}

		private static Indices mean(final List<Indices> all) {
			final double[] sum = new double[6];
			for (final Indices i : all)
				for (int k = 0; k < sum.length; k++)
					sum[k] += i.values()[k] / all.size();
			return of(sum);
		}
	}

	/**
	 * Validates a model of all covariates.
	 *
	 * @param data patients, without strata or weights
	 * @param samples number of samples
	 * @param seed of the samples
	 */
	public static BootstrapValidation of(final CoxData data, final Ties ties, final int samples, final long seed,
		final Progress progress)
	{
		final List<int[]> drawn = new ArrayList<>();
		final Random random = new Random(seed);
		for (int b = 0; b < samples; b++)
			drawn.add(random.ints(data.times().size(), 0, data.times().size()).toArray());
		final Indices[][] found = new Indices[samples][];
		Parallelization.getTaskExecutor().forEach(new ArrayList<>(IntStream.range(0, samples).boxed().toList()), b -> {
			progress.check();
			found[b] = sample(data, drawn.get(b), ties);
		});
		final List<Indices[]> kept = Arrays.stream(found).filter(f -> f != null).toList();
		return new BootstrapValidation(Indices.of(data.times(), CoxRegression.fit(data, ties).linearPredictors()), Indices
			.mean(kept.stream().map(f -> f[0]).toList()), Indices.mean(kept.stream().map(f -> f[1]).toList()), kept.size());
	}

	/** A sample's model on the sample and on the original patients; null if it has no finite model. */
	private static Indices[] sample(final CoxData data, final int[] rows, final Ties ties) {
		final CoxData drawn = data.rows(rows);
		if (drawn.times().events() < 2) return null;
		final CoxFit fit = CoxRegression.fit(drawn, ties);
		if (!fit.warnings().isEmpty()) return null;
		final double[] lp = IntStream.range(0, data.times().size()).mapToDouble(i -> fit.linearPredictor(data.covariates()
			.row(i))).toArray();
		return new Indices[] { Indices.of(drawn.times(), fit.linearPredictors()), Indices.of(data.times(), lp) };
	}

	/** Mean loss from sample to original patients. */
	public Indices optimism() {
		final double[] a = training.values(), b = test.values();
		return Indices.of(IntStream.range(0, a.length).mapToDouble(k -> a[k] - b[k]).toArray());
	}

	/** Apparent performance less the optimism. */
	public Indices corrected() {
		final double[] a = apparent.values(), o = optimism().values();
		return Indices.of(IntStream.range(0, a.length).mapToDouble(k -> a[k] - o[k]).toArray());
	}
}
