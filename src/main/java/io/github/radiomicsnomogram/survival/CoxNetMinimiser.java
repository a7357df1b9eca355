package io.github.radiomicsnomogram.survival;

/**
 * Solves one penalty after another in the way asked for: to glmnet's threshold, step by step as glmnet does; to rounding;
 * or to a small threshold for as long as that is quick, and to rounding from there on.
 */
final class CoxNetMinimiser {

	/** With it changes below about 1e-7 of a coefficient's own unit count as rest. */
	private static final double SMALL_THRESHOLD = 1e-14;
	/** Multiplications per penalty beyond which the slow descent isn't worth waiting for. */
	private static final double MAX_WORK = 2e7;
	/** glmnet's stand-in for the largest automatic penalty: with it ridge, too, starts from next to nothing. */
	private static final double BIG = 9.9e35;

	/** Steps from penalty to penalty on the way to a first one, and the share of the largest where they end. */
	private static final double STRIDE = 1.25, LEAST = 1e-5;

	private final SurvivalTimes times;
	private final double[][] x;
	private final double alpha;
	private final double[] factor;
	private final boolean automatic;
	/** Either may be missing; the exact one takes over where the descent is too slow. */
	private CoxNetDescent descent;
	private CoxNetSolver exact;
	/** Coefficients at the last penalty that the descent reached. */
	private double[] reached;
	/** The penalty last solved, and the largest useful one for the exact solution. */
	private double present = Double.POSITIVE_INFINITY, largest;
	private final double saturated, nullLikelihood;

	/**
	 * @param x scaled, centred covariates; null for constant ones
	 * @param options alpha and threshold
	 */
	CoxNetMinimiser(final SurvivalTimes times, final double[][] x, final CoxNetOptions options) {
		this.times = times;
		this.x = x;
		alpha = options.alpha();
		factor = options.penaltyFactors(x.length);
		automatic = options.thresh().isEmpty();
		final double threshold = options.thresh().orElse(SMALL_THRESHOLD);
		final BreslowSweep sweep = new BreslowSweep(times);
		saturated = sweep.saturated();
		nullLikelihood = sweep.at(new double[times.size()]);
		reached = new double[x.length];
		if (threshold > 0) descent = new CoxNetDescent(times, x, alpha, factor, threshold, automatic ? MAX_WORK
			: Double.POSITIVE_INFINITY);
		else {
			exact = new CoxNetSolver(times, x, alpha, factor);
			exact.solve(Double.POSITIVE_INFINITY);
			present = largest = exact.largestUsefulPenalty() / Math.max(alpha, CoxNet.RIDGE_ALPHA);
		}
	}

	/** Twice the saturated log likelihood less that of no covariates. */
	double nullDeviance() {
		return 2 * (saturated - nullLikelihood);
	}

	/** Share of the null deviance that the present coefficients explain. */
	double devianceRatio() {
		final double present = descent != null ? descent.logLikelihood() : exact.logLikelihood();
		return (present - nullLikelihood) / (saturated - nullLikelihood);
	}

	double[] coefficients() {
		return descent != null ? reached.clone() : exact.coefficients();
	}

	/** Passes of the descent over covariates; glmnet's npasses. */
	int passes() {
		return descent != null ? descent.passes() : 0;
	}

	/**
	 * Solves with the largest automatic penalty, for which only covariates without penalty matter; returns the smallest
	 * one that keeps the others' coefficients 0.
	 */
	double start() {
		if (exact != null) {
			exact.solve(BIG);
			return largest;
		}
		if (!solve(BIG)) return Double.NaN;
		final double useful = descent != null ? descent.largestUsefulPenalty() : exact.largestUsefulPenalty();
		return useful / Math.max(alpha, CoxNet.RIDGE_ALPHA);
	}

	/** Tells the strong rule of the penalty before the next one. */
	void previous(final double lambda) {
		if (descent != null) descent.previous(lambda);
	}

	/** Goes on to a penalty; false if glmnet gives up on it. */
	boolean solve(final double lambda) {
		if (descent != null) {
			if (descent.solve(lambda)) {
				reached = descent.coefficients();
				present = lambda;
				return true;
			}
			if (!automatic) return false;
			exact = new CoxNetSolver(times, x, alpha, factor);
			exact.solve(Double.POSITIVE_INFINITY);
			largest = exact.largestUsefulPenalty() / Math.max(alpha, CoxNet.RIDGE_ALPHA);
			exact.startFrom(reached);
			present = Math.min(present, largest);
			descent = null;
		}
		approach(lambda);
		return true;
	}

	/** A first penalty far below the largest useful one would be too long a step. */
	private void approach(final double lambda) {
		while (lambda < present / STRIDE && present > LEAST * largest) {
			present /= STRIDE;
			exact.solve(present);
		}
		exact.solve(lambda);
		present = lambda;
	}
}
