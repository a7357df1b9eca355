package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.StepwiseSelection;
import io.github.radiomicsnomogram.survival.UnivariateScreen;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a training found, step by step.
 *
 * @param screen Cox model of each z-scored feature
 * @param screened features that went on, in the table's order
 * @param collinearity their correlations, and what was dropped
 * @param lasso path and cross-validation; empty if no feature was left
 * @param signature features with weights; empty if the LASSO kept none
 * @param score of each training patient; 0 without a signature; not to be changed
 * @param univariate Cox model of the signature and of each clinical variable
 * @param selection rounds of the stepwise selection; empty if no variable entered
 * @param cox multivariate model; empty if nothing was selected
 */
public record PipelineFit(UnivariateScreen screen, List<String> screened, Collinearity collinearity,
	Optional<LassoSelection> lasso, Optional<TrainedSignature> signature, double[] score, List<ClinicalFit> univariate,
	Optional<StepwiseSelection> selection, Optional<CoxFit> cox)
{

	public PipelineFit {
		screened = List.copyOf(screened);
		univariate = List.copyOf(univariate);
	}

	/**
	 * The model's predictor of other patients: the Cox model's, or without one the score, or 0. NaN where a value is
	 * missing.
	 */
	double[] predictor(final Patients others) {
		final double[] s = signature.map(x -> x.scores(others)).orElse(new double[others.size()]);
		if (cox.isEmpty()) return s;
		final List<String> terms = cox.get().data().covariates().terms();
		final int[] rows = others.complete(terms);
		final double[] lp = new double[others.size()];
		Arrays.fill(lp, Double.NaN);
		final var x = ModelDesign.of(terms, others, s, rows);
		for (int k = 0; k < rows.length; k++)
			lp[rows[k]] = cox.get().linearPredictor(x.row(k));
		return lp;
	}
}
