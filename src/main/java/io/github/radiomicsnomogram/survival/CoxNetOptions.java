package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How to fit a penalised Cox model; glmnet's arguments. Immutable.
 */
public final class CoxNetOptions {

	/** glmnet's eps. */
	private static final double SMALLEST_RATIO = 1e-6;

	private final double alpha;
	private final boolean standardize;
	private final int lambdas;
	private final double minRatio;
	private final double[] lambda;
	private final double[] penaltyFactor;
	private final double thresh;

	private CoxNetOptions(final double alpha, final boolean standardize, final int lambdas, final double minRatio,
		final double[] lambda, final double[] penaltyFactor, final double thresh)
	{
		if (!(alpha >= 0 && alpha <= 1)) throw new InputException("alpha must lie between 0 (ridge) and 1 (LASSO), not " +
			alpha + ".");
		if (lambdas < 1) throw new InputException("The number of lambdas must be 1 or more, not " + lambdas + ".");
		if (thresh < 0 || Double.isInfinite(thresh)) throw new InputException("The threshold must be 0 or more, not " + thresh +
			".");
		if (lambda != null && !Arrays.stream(lambda).allMatch(l -> l >= 0 && Double.isFinite(l))) throw new InputException(
			"Lambdas must not be negative: " + Arrays.toString(lambda));
		this.alpha = alpha;
		this.standardize = standardize;
		this.lambdas = lambdas;
		this.minRatio = minRatio;
		this.lambda = lambda;
		this.penaltyFactor = penaltyFactor;
		this.thresh = thresh;
	}

	/** glmnet's defaults for a mixing parameter: standardised, 100 lambdas of its own choice. */
	public static CoxNetOptions alpha(final double alpha) {
		return new CoxNetOptions(alpha, true, 100, Double.NaN, null, null, Double.NaN);
	}

	/** The same, with covariates used as they are, or divided by their standard deviation (divisor n). */
	public CoxNetOptions standardize(final boolean on) {
		return new CoxNetOptions(alpha, on, lambdas, minRatio, lambda, penaltyFactor, thresh);
	}

	/** The same with a number of automatic lambdas and their smallest share of the largest. */
	public CoxNetOptions lambdas(final int count, final double smallestShare) {
		return new CoxNetOptions(alpha, standardize, count, smallestShare, lambda, penaltyFactor, thresh);
	}

	/** The same with given lambdas; they are used in descending order. */
	public CoxNetOptions lambda(final double... values) {
		final double[] descending = Arrays.stream(values).map(v -> -v).sorted().map(v -> -v).toArray();
		return new CoxNetOptions(alpha, standardize, descending.length, minRatio, descending, penaltyFactor, thresh);
	}

	/** The same with a factor on each covariate's penalty; they are rescaled to add up to the number of covariates. */
	public CoxNetOptions penaltyFactor(final double... factors) {
		return new CoxNetOptions(alpha, standardize, lambdas, minRatio, lambda, factors.clone(), thresh);
	}

	/**
	 * The same with glmnet's convergence threshold: coordinate descent takes glmnet's steps and stops where glmnet does, on
	 * reaching this share of the null deviance (glmnet's default is 1e-7) or, at the first penalty that takes too long, with
	 * the path so far. 0 solves each model to rounding. Without a threshold it is 1e-14, which nearly collinear covariates
	 * still turn into a few 1e-5 of the largest coefficient, and models that this takes long for are solved to rounding.
	 */
	public CoxNetOptions thresh(final double value) {
		return new CoxNetOptions(alpha, standardize, lambdas, minRatio, lambda, penaltyFactor, value);
	}

	/** The given threshold, if any. */
	public OptionalDouble thresh() {
		return Double.isNaN(thresh) ? OptionalDouble.empty() : OptionalDouble.of(thresh);
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
		return Double.isNaN(minRatio) ? n < p ? 0.01 : 1e-4 : Math.max(minRatio, SMALLEST_RATIO);
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
