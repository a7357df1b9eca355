package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * Minimises the penalised Cox objective for one penalty after another, each starting from the last solution. Proximal
 * Newton: the likelihood is replaced by its quadratic expansion over the few covariates that may be non-zero, with their
 * full information matrix, and {@link LassoQuadratic} solves that exactly. The matrix, which is dear, is kept from step to
 * step and from penalty to penalty while the steps shrink fast enough; the score, which alone decides where the steps end,
 * is always the present one. Covariates that violate the optimality conditions join until none does.
 */
final class CoxNetSolver {

	private static final int MAX_STEPS = 1000;
	/** Change, as a share of the largest coefficient in units of its own curvature, at which a penalty is solved. */
	private static final double STILL = 1e-11;
	/** Changes below this that no longer shrink are rounding. */
	private static final double ROUNDING = 1e-7;
	/** While the steps are longer than this, newcomers are looked for after each. */
	private static final double COARSE = 1e-3;
	private static final double SLACK = 1e-11;
	/** Matrices up to this size are renewed for every step; larger ones cost a step more for each COST covariates. */
	private static final int SMALL = 8;
	private static final double COST = 16;
	private static final double SLOW = 0.5;

	private final BreslowSweep sweep;
	/** Scaled, centred covariates; null for constant ones. */
	private final double[][] x;
	private final double alpha;
	private final double[] factor;
	private final int n;
	private final double[] beta;
	private final WorkingInformation info;
	private final LassoQuadratic quadratic;
	private double logLikelihood;
	private double l1, l2;
	private boolean renewed;
	/** Whether the last step went all the way. */
	private boolean wholeStep;

	CoxNetSolver(final SurvivalTimes times, final double[][] x, final double alpha, final double[] factor) {
		this.x = x;
		this.alpha = alpha;
		this.factor = factor;
		n = times.size();
		sweep = new BreslowSweep(times);
		beta = new double[x.length];
		info = new WorkingInformation(x);
		quadratic = new LassoQuadratic(info, factor);
		logLikelihood = sweep.at(new double[n]);
	}

	double logLikelihood() {
		return logLikelihood;
	}

	double[] coefficients() {
		return beta.clone();
	}

	/** Starts the next solution from these coefficients. */
	void startFrom(final double[] b) {
		System.arraycopy(b, 0, beta, 0, b.length);
		moveTo(new double[0]);
		renew(false);
	}

	/** Largest |score| / n over penalised covariates at the present solution, in units of alpha times lambda. */
	double largestUsefulPenalty() {
		double largest = 0;
		for (int j = 0; j < x.length; j++)
			if (x[j] != null && factor[j] > 0) largest = Math.max(largest, Math.abs(score(j)) / (n * factor[j]));
		return largest;
	}

	private double score(final int j) {
		return Dense.dot(x[j], sweep.residual, n);
	}

	/** Solves for a penalty; an infinite one leaves only covariates without penalty. */
	void solve(final double lambda) {
		final boolean penalised = lambda < Double.POSITIVE_INFINITY;
		l1 = penalised ? n * lambda * alpha : 0;
		l2 = penalised ? n * lambda * (1 - alpha) : 0;
		if (!penalised) renew(false);
		double before = Double.NaN;
		boolean look = true;
		for (int k = 0; k < MAX_STEPS; k++) {
			final boolean joined = penalised && look && admit();
			final double change = step();
			final boolean stuck = renewed && change < ROUNDING && change > SLOW * before;
			if (change <= STILL || stuck) {
				if (look && !joined) return;
				look = true;
				before = Double.NaN;
				continue;
			}
			look = change > COARSE;
			renewed = false;
			if (!wholeStep || worthRenewing(change, before)) renew(penalised);
			before = change;
		}
	}

	/**
	 * Whether the steps to come with the matrix as it is would cost more than a new one, after which each squares the error,
	 * judged by how much the last step was shorter than the one before.
	 */
	private boolean worthRenewing(final double change, final double before) {
		if (Double.isNaN(before)) return info.size() < SMALL;
		final double rate = change / before;
		return rate > SLOW || Math.log(STILL / change) / Math.log(rate) > 3 + info.size() / COST;
	}

	private void renew(final boolean penalised) {
		final int[] set = new int[x.length];
		int count = 0;
		for (int j = 0; j < x.length; j++)
			if (x[j] != null && (beta[j] != 0 || factor[j] == 0 || penalised && isViolator(j))) set[count++] = j;
		info.renew(sweep.curvature(), Arrays.copyOf(set, count));
		quadratic.forget();
		renewed = true;
	}

	private boolean isViolator(final int j) {
		return Math.abs(score(j)) > l1 * factor[j] * (1 + SLACK);
	}

	/** Takes in the covariates whose score exceeds the penalty; tells whether there are such. */
	private boolean admit() {
		boolean joined = false;
		for (int j = 0; j < x.length; j++) {
			if (x[j] == null || info.contains(j) || !isViolator(j)) continue;
			info.add(j);
			joined = true;
		}
		return joined;
	}

	/** Goes to the quadratic's maximum, or a part of the way if that is worse; the change asked for. */
	private double step() {
		final int size = info.size();
		final double[] from = new double[size];
		for (int a = 0; a < size; a++)
			from[a] = beta[info.member(a)];
		final double[] to = quadratic.maximum(info.scores(sweep.residual), from, l1, l2);
		double largest = 0, change = 0;
		for (int a = 0; a < size; a++) {
			final double unit = Math.sqrt(quadratic.curvature(a));
			largest = Math.max(largest, Math.abs(to[a]) * unit);
			change = Math.max(change, Math.abs(to[a] - from[a]) * unit);
		}
		wholeStep = true;
		if (change == 0) return 0;
		final boolean moved = search(from, to);
		// With an old matrix even the direction may be wrong; with a new one there is nothing left to gain.
		return moved || !renewed ? change / Math.max(largest, Double.MIN_NORMAL) : 0;
	}

	/** Halves the step until the objective gains; tells whether it moved. */
	private boolean search(final double[] from, final double[] to) {
		final double before = logLikelihood - penalty(from);
		for (double part = 1; part > 1e-6; part /= 2) {
			final double[] there = to.clone();
			if (part < 1) for (int a = 0; a < there.length; a++)
				there[a] = from[a] + part * (to[a] - from[a]);
			moveTo(there);
			// Far out, risks underflow and the likelihood is no number.
			if (Double.isFinite(logLikelihood) && logLikelihood - penalty(there) >= before - 1e-12 * Math.abs(before)) return true;
			wholeStep = false;
		}
		moveTo(from);
		return false;
	}

	private double penalty(final double[] b) {
		double sum = 0;
		for (int a = 0; a < b.length; a++)
			sum += factor[info.member(a)] * (l1 * Math.abs(b[a]) + l2 / 2 * b[a] * b[a]);
		return sum;
	}

	private void moveTo(final double[] b) {
		for (int a = 0; a < b.length; a++)
			beta[info.member(a)] = b[a];
		final double[] moved = new double[n];
		for (int j = 0; j < beta.length; j++)
			if (beta[j] != 0) Dense.addScaled(moved, beta[j], x[j], n);
		logLikelihood = sweep.at(moved);
	}
}
