package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * Cross-validation of the penalty of a penalised Cox model: glmnet's cv.glmnet. Folds run in the caller's
 * {@link net.imglib2.parallel.TaskExecutor}; the results don't depend on its threads.
 *
 * @param path fit to all patients
 * @param lambda penalties with a cross-validated error, descending
 * @param mean error at each penalty, cvm
 * @param standardError of the mean, cvsd
 * @param indexMin index of lambda.min, the largest penalty with the best mean
 * @param index1se index of lambda.1se, the largest penalty within one standard error of it
 */
public record CoxNetCrossValidation(CoxNetPath path, double[] lambda, double[] mean, double[] standardError,
	int indexMin, int index1se)
{

	/** What is compared. */
	public enum Measure {
			/**
			 * Partial likelihood deviance per event, of all patients less that of the fold's others: glmnet's default
			 * (Verweij and van Houwelingen 1993, doi:10.1002/sim.4780122407).
			 */
			GROUPED_DEVIANCE,
			/** Partial likelihood deviance of the fold's own patients per event; needs 10 patients a fold. */
			DEVIANCE,
			/** Harrell's concordance within each fold; larger is better. */
			CONCORDANCE
	}

	private static final int FEW = 10;

	/** lambda.min. */
	public double lambdaMin() {
		return lambda[indexMin];
	}

	/** lambda.1se. */
	public double lambda1se() {
		return lambda[index1se];
	}

	/** Folds 1 .. k of nearly equal size, dealt at random; a seed always deals the same. */
	public static int[] folds(final int patients, final int k, final long seed) {
		if (k < 3 || k > patients) throw new InputException("The number of folds must lie between 3 and the number of patients (" +
			patients + "), not " + k + ".");
		final int[] fold = IntStream.range(0, patients).map(i -> i % k + 1).toArray();
		final Random random = new Random(seed);
		for (int i = patients - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final int swap = fold[i];
			fold[i] = fold[j];
			fold[j] = swap;
		}
		return fold;
	}

	/**
	 * Cross-validates.
	 *
	 * @param fold of each patient, 1 .. k
	 */
	public static CoxNetCrossValidation of(final SurvivalTimes times, final List<String> names,
		final double[][] columns, final CoxNetOptions options, final int[] fold, final Measure measure,
		final Progress progress)
	{
		if (fold.length != times.size()) throw new IllegalArgumentException(fold.length + " folds for " + times.size() +
			" patients");
		CoxNet.check(times, names, columns);
		return new Validator(times, names, columns, options, fold, measure).run(progress);
	}

	private static final class Validator {

		private final SurvivalTimes times;
		private final List<String> names;
		private final double[][] columns;
		private final CoxNetOptions options;
		private final int[] fold;
		private final Measure measure;
		private final int folds;

		Validator(final SurvivalTimes times, final List<String> names, final double[][] columns,
			final CoxNetOptions options, final int[] fold, final Measure measure)
		{
			this.times = times;
			this.names = names;
			this.columns = columns;
			this.options = options;
			this.fold = fold;
			folds = Arrays.stream(fold).max().orElse(0);
			this.measure = measure == Measure.DEVIANCE && fold.length / (double) folds < FEW ? Measure.GROUPED_DEVIANCE
				: measure;
		}

		CoxNetCrossValidation run(final Progress progress) {
			// The longest, that of all patients, is fold 0 and starts first.
			final CoxNetPath[] paths = new CoxNetPath[folds + 1];
			inParallel(0, k -> {
				final int[] kept = kept(k);
				paths[k] = CoxNet.fit(times.rows(kept), names, pick(kept), options, progress);
			});
			final double[] lambda = paths[0].lambda();
			final double[][] error = new double[folds][];
			final double[] weight = new double[folds];
			inParallel(1, k -> {
				progress.check();
				weight[k - 1] = weight(k);
				error[k - 1] = errors(k, paths[k], lambda);
			});
			return summary(paths[0], error, weight);
		}

		private void inParallel(final int from, final Consumer<Integer> task) {
			Parallelization.getTaskExecutor().forEach(new ArrayList<>(IntStream.rangeClosed(from, folds).boxed().toList()),
				task);
		}

		/** Patients outside a fold, counted from 1. */
		private int[] kept(final int k) {
			return IntStream.range(0, fold.length).filter(i -> fold[i] != k).toArray();
		}

		private double weight(final int k) {
			return IntStream.range(0, fold.length).filter(i -> fold[i] == k && (measure == Measure.CONCORDANCE || times.event(i)))
				.count();
		}

		private double[] errors(final int k, final CoxNetPath fitted, final double[] lambda) {
			final int[] kept = kept(k);
			final int[] left = IntStream.range(0, fold.length).filter(i -> fold[i] == k).toArray();
			final SurvivalTimes others = times.rows(kept), own = times.rows(left);
			final Fold parts = new Fold(kept, left, own, new BreslowSweep(times), new BreslowSweep(others), new BreslowSweep(own));
			final double[] errors = new double[lambda.length];
			for (int l = 0; l < lambda.length; l++)
				errors[l] = error(fitted.coefficientsAt(lambda[l]), parts);
			return errors;
		}

		/** A fold's patients and the others, with what the deviance of every penalty needs of them. */
		private record Fold(int[] kept, int[] left, SurvivalTimes own, BreslowSweep allSweep, BreslowSweep keptSweep,
			BreslowSweep leftSweep)
		{}

		private double error(final double[] beta, final Fold parts) {
			final double[] eta = new double[fold.length];
			for (int j = 0; j < beta.length; j++)
				if (beta[j] != 0) for (int i = 0; i < eta.length; i++)
					eta[i] += beta[j] * columns[j][i];
			return switch (measure) {
				case GROUPED_DEVIANCE -> (deviance(parts.allSweep, eta) - deviance(parts.keptSweep, pick(eta, parts.kept))) /
					parts.own.events();
				case DEVIANCE -> deviance(parts.leftSweep, pick(eta, parts.left)) / parts.own.events();
				case CONCORDANCE -> Concordance.of(parts.own, pick(eta, parts.left)).c();
			};
		}

		private static double deviance(final BreslowSweep sweep, final double[] eta) {
			return 2 * (sweep.saturated() - sweep.at(eta));
		}

		private double[][] pick(final int[] rows) {
			return Arrays.stream(columns).map(c -> pick(c, rows)).toArray(double[][]::new);
		}

		private static double[] pick(final double[] values, final int[] rows) {
			return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
		}

		private CoxNetCrossValidation summary(final CoxNetPath path, final double[][] error, final double[] weight) {
			final double[] lambda = path.lambda();
			final double[] mean = new double[lambda.length], se = new double[lambda.length];
			for (int l = 0; l < lambda.length; l++) {
				double sum = 0, squares = 0, total = 0;
				for (int k = 0; k < folds; k++) {
					if (weight[k] == 0) continue;
					sum += weight[k] * error[k][l];
					total += weight[k];
				}
				mean[l] = sum / total;
				for (int k = 0; k < folds; k++)
					if (weight[k] > 0) squares += weight[k] * (error[k][l] - mean[l]) * (error[k][l] - mean[l]);
				// As in glmnet a fold without events counts here, though it has no error of its own.
				se[l] = Math.sqrt(squares / total / (folds - 1));
			}
			final double sign = measure == Measure.CONCORDANCE ? -1 : 1;
			int min = 0;
			for (int l = 0; l < mean.length; l++)
				if (sign * mean[l] < sign * mean[min]) min = l;
			int within = 0;
			while (sign * mean[within] > sign * mean[min] + se[min])
				within++;
			return new CoxNetCrossValidation(path, lambda, mean, se, min, within);
		}
	}
}
