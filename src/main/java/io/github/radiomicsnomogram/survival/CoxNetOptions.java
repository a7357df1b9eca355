package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.Optional;

/**
 * How to fit a penalised Cox model; glmnet's arguments. Immutable.
 */
public final class CoxNetOptions {

	private final double alpha;
	private final boolean standardize;
	private final int lambdas;
	private final double minRatio;
	private final double[] lambda;
	private final double[] penaltyFactor;

	private CoxNetOptions(final double alpha, final boolean standardize, final int lambdas, final double minRatio,
		final double[] lambda, final double[] penaltyFactor)
	{
		if (!(alpha >= 0 && alpha <= 1)) throw new InputException("alpha must lie between 0 (ridge) and 1 (LASSO), not " +
			alpha + ".");
		if (lambdas < 1) throw new InputException("The number of lambdas must be 1 or more, not " + lambdas + ".");
		if (lambda != null && !Arrays.stream(lambda).allMatch(l -> l >= 0 && Double.isFinite(l))) throw new InputException(
			"Lambdas must not be negative: " + Arrays.toString(lambda));
		this.alpha = alpha;
		this.standardize = standardize;
		this.lambdas = lambdas;
		this.minRatio = minRatio;
		this.lambda = lambda;
		this.penaltyFactor = penaltyFactor;
	}

	/** glmnet's defaults for a mixing parameter: standardised, 100 lambdas of its own choice. */
	public static CoxNetOptions alpha(final double alpha) {
		return new CoxNetOptions(alpha, true, 100, Double.NaN, null, null);
	}

	/** The same, with covariates used as they are, or divided by their standard deviation (divisor n). */
	public CoxNetOptions standardize(final boolean on) {
		return new CoxNetOptions(alpha, on, lambdas, minRatio, lambda, penaltyFactor);
	}

	/** The same with a number of automatic lambdas and their smallest share of the largest. */
	public CoxNetOptions lambdas(final int count, final double smallestShare) {
		return new CoxNetOptions(alpha, standardize, count, smallestShare, lambda, penaltyFactor);
	}

	/** The same with given lambdas; they are used in descending order. */
	public CoxNetOptions lambda(final double... values) {
		final double[] descending = Arrays.stream(values).map(v -> -v).sorted().map(v -> -v).toArray();
		return new CoxNetOptions(alpha, standardize, descending.length, minRatio, descending, penaltyFactor);
	}

	/** The same with a factor on each covariate's penalty; they are rescaled to add up to the number of covariates. */
	public CoxNetOptions penaltyFactor(final double... factors) {
		return new CoxNetOptions(alpha, standardize, lambdas, minRatio, lambda, factors.clone());
	}

	/** 1 for the LASSO, 0 for ridge. */
	public double alpha() {
		return alpha;
	}

	/** Whether covariates are divided by their standard deviation first. */
	public boolean standardize() {
		return standardize;
	}

	/** Number of lambdas. */
	public int lambdas() {
		return lambdas;
	}

	/** The given lambdas, descending, if any. */
	public Optional<double[]> lambda() {
		return Optional.ofNullable(lambda).map(double[]::clone);
	}

	/** Smallest automatic lambda as a share of the largest: 0.01 if there are fewer patients than covariates, else 1e-4. */
	double minRatio(final int n, final int p) {
		return Double.isNaN(minRatio) ? n < p ? 0.01 : 1e-4 : minRatio;
	}

	/** Factors on the penalties, adding up to p. */
	double[] penaltyFactors(final int p) {
		if (penaltyFactor == null) {
			final double[] ones = new double[p];
			Arrays.fill(ones, 1);
			return ones;
		}
		if (penaltyFactor.length != p) throw new InputException(penaltyFactor.length + " penalty factors for " + p +
			" covariates.");
		final double sum = Arrays.stream(penaltyFactor).sum();
		if (!(sum > 0) || !Arrays.stream(penaltyFactor).allMatch(f -> f >= 0)) throw new InputException(
			"Penalty factors must not be negative, nor all 0.");
		return Arrays.stream(penaltyFactor).map(f -> f * p / sum).toArray();
	}
}
