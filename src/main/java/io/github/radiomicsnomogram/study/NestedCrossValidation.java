package io.github.radiomicsnomogram.study;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The whole training repeated without each fold, and its model tried on the fold: nobody is judged by a model that has
 * seen him.
 *
 * @param folds results, repeat by repeat
 * @param failed folds without a model, or without two patients to compare
 */
public record NestedCrossValidation(List<Fold> folds, int failed) {

	/**
	 * One fold that was left out.
	 *
	 * @param repeat from 1
	 * @param fold from 1
	 * @param n patients in it
	 * @param performance of the others' model in them
	 * @param features in the others' signature
	 */
	public record Fold(int repeat, int fold, int n, Performance performance, List<String> features) {

		public Fold {
			features = List.copyOf(features);
		}
	}

	public NestedCrossValidation {
		folds = List.copyOf(folds);
	}

	/** Mean over the folds. */
	public Performance mean() {
		return new Performance(mean(folds.stream().mapToDouble(f -> f.performance.c())), mean(folds.stream().mapToDouble(
			f -> f.performance.auc())));
	}

	private static double mean(final DoubleStream values) {
		return values.filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
	}
}
