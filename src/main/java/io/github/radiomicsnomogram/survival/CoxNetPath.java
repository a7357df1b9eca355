package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.List;

/**
 * Coefficients of a penalised Cox model along a path of penalties: glmnet's fit. Immutable.
 */
public final class CoxNetPath {

	private final List<String> names;
	private final double[] lambda;
	private final double[][] beta;
	private final double[] devianceRatio;
	private final double nullDeviance;
	private final int notReached;
	private final int passes;

	CoxNetPath(final List<String> names, final double[] lambda, final double[][] beta, final double[] devianceRatio,
		final double nullDeviance, final int notReached, final int passes)
	{
		this.names = List.copyOf(names);
		this.lambda = lambda;
		this.beta = beta;
		this.devianceRatio = devianceRatio;
		this.nullDeviance = nullDeviance;
		this.notReached = notReached;
		this.passes = passes;
	}

	/** Names of the covariates. */
	public List<String> names() {
		return names;
	}

	/** Penalties, descending; a copy. */
	public double[] lambda() {
		return lambda.clone();
	}

	/** Coefficients at a penalty of the path, on the scale of the covariates as given; exact zeros are exact; a copy. */
	public double[] coefficients(final int index) {
		return beta[index].clone();
	}

	/** Number of coefficients that are not 0. */
	public int nonZero(final int index) {
		return (int) Arrays.stream(beta[index]).filter(b -> b != 0).count();
	}

	/** Share of the null deviance that each model explains; a copy. */
	public double[] devianceRatio() {
		return devianceRatio.clone();
	}

	/** Twice the saturated log likelihood less that of no covariates. */
	public double nullDeviance() {
		return nullDeviance;
	}

	/**
	 * The penalty, counted from 1, that 100,000 passes over the covariates were not enough for, so that the path ends before
	 * it; 0 for none, as always without {@link CoxNetOptions#thresh}.
	 */
	public int notReached() {
		return notReached;
	}

	/** Passes over covariates, glmnet's npasses; 0 if some penalty was solved to rounding. */
	public int passes() {
		return passes;
	}

	/**
	 * Coefficients at any penalty, interpolated between those of the path as glmnet does; beyond its ends, the ends'.
	 */
	public double[] coefficientsAt(final double penalty) {
		if (penalty >= lambda[0]) return coefficients(0);
		final int last = lambda.length - 1;
		if (penalty <= lambda[last]) return coefficients(last);
		int right = 1;
		while (lambda[right] > penalty)
			right++;
		if (lambda[right] == penalty) return coefficients(right);
		final double share = (penalty - lambda[right]) / (lambda[right - 1] - lambda[right]);
		final double[] b = new double[names.size()];
		for (int j = 0; j < b.length; j++)
			b[j] = share * beta[right - 1][j] + (1 - share) * beta[right][j];
		return b;
	}
}
