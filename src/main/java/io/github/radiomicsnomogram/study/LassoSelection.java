package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation;
import io.github.radiomicsnomogram.survival.CoxNetOptions;
import io.github.radiomicsnomogram.survival.Scaler;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The cross-validated LASSO on z-scores.
 *
 * @param validation path and cross-validated errors: figures of both are drawn from it
 * @param lambda chosen penalty
 * @param coefficients of the z-scores at that penalty, in the order of the path's names; 0 for what is left out
 * @param folds of the training patients, 1 to k
 */
public record LassoSelection(CoxNetCrossValidation validation, double lambda, double[] coefficients, int[] folds) {

	private static final int FEWEST_FOLDS = 3;

	static LassoSelection of(final Patients patients, final List<String> features, final Scaler scaler,
		final StudySettings.Lasso s, final Progress progress)
	{
		final double[][] z = new double[features.size()][];
		for (int j = 0; j < z.length; j++)
			z[j] = scaler.scale(scaler.names().indexOf(features.get(j)), patients.feature(features.get(j)));
		final int[] folds = folds(patients, s);
		final CoxNetCrossValidation cv = CoxNetCrossValidation.of(patients.times(), features, z, CoxNetOptions.alpha(s.alpha())
			.lambdas(s.lambdas(), s.minRatio()), folds, s.measure(), progress);
		final int index = s.oneStandardError() ? cv.index1se() : cv.indexMin();
		return new LassoSelection(cv, cv.lambda()[index], cv.path().coefficients(index), folds);
	}

	/** Given folds, or folds dealt to patients: all rows of a resampled patient are in the same one. */
	private static int[] folds(final Patients patients, final StudySettings.Lasso s) {
		if (patients.folds().isPresent()) return numbered(patients.folds().get());
		final int[] distinct = Arrays.stream(patients.source()).sorted().distinct().toArray();
		if (distinct.length < FEWEST_FOLDS) throw new InputException(distinct.length +
			" patients are too few for a cross-validation.");
		final int[] dealt = CoxNetCrossValidation.folds(distinct.length, Math.min(s.folds(), distinct.length), s.seed());
		return Arrays.stream(patients.source()).map(p -> dealt[Arrays.binarySearch(distinct, p)]).toArray();
	}

	/** The same folds, numbered without gaps. */
	private static int[] numbered(final int[] folds) {
		final List<Integer> used = List.copyOf(new TreeSet<>(IntStream.of(folds).boxed().toList()));
		return IntStream.of(folds).map(f -> used.indexOf(f) + 1).toArray();
	}
}
