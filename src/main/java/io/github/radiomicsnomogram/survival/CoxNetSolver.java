package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * Minimises the penalised Cox objective for one penalty after another, each starting from the last solution. Proximal
 * Newton: the likelihood is replaced by its quadratic expansion over the few covariates that may be non-zero, with their
 * full information matrix, and {@link LassoQuadratic} solves that exactly; covariates that violate the optimality
 * conditions join until none does.
 */
final class CoxNetSolver {

	private static final int MAX_NEWTON = 100;
	/** Newton's error squares with each step: after a change this small the next would be rounding. */
	private static final double STILL = 1e-8;
	private static final double SLACK = 1e-11;

	private final BreslowSweep sweep;
	/** Scaled, centred covariates; null for constant ones. */
	private final double[][] x;
	private final double alpha;
	private final double[] factor;
	private final int n;
	private final double[] beta;
	private double logLikelihood;

	CoxNetSolver(final SurvivalTimes times, final double[][] x, final double alpha, final double[] factor) {
		this.x = x;
		this.alpha = alpha;
		this.factor = factor;
		n = times.size();
		sweep = new BreslowSweep(times);
		beta = new double[x.length];
		logLikelihood = sweep.at(new double[n]);
	}

	double logLikelihood() {
		return logLikelihood;
	}

	double saturated() {
		return sweep.saturated();
	}

	double[] coefficients() {
		return beta.clone();
	}

	/** Largest |score| / n over penalised covariates at the present solution, in units of alpha times lambda. */
	double largestUsefulPenalty() {
		double largest = 0;
		for (int j = 0; j < x.length; j++)
			if (x[j] != null && factor[j] > 0) largest = Math.max(largest, Math.abs(score(j)) / (n * factor[j]));
		return largest;
	}

	private double score(final int j) {
		double sum = 0;
		final double[] column = x[j];
		for (int i = 0; i < n; i++)
			sum += column[i] * sweep.residual[i];
		return sum;
	}

	/** Solves for a penalty; an infinite one leaves only covariates without penalty. */
	void solve(final double lambda) {
		final boolean[] working = new boolean[x.length];
		for (int j = 0; j < x.length; j++)
			working[j] = x[j] != null && (beta[j] != 0 || factor[j] == 0);
		final boolean penalised = lambda < Double.POSITIVE_INFINITY;
		final double l1 = penalised ? n * lambda * alpha : 0, l2 = penalised ? n * lambda * (1 - alpha) : 0;
		for (int k = 0; k < MAX_NEWTON; k++) {
			final boolean added = penalised && addViolators(working, l1);
			final int[] set = indices(working);
			if (set.length == 0 || !newton(set, l1, l2) && !added) return;
		}
	}

	/** Takes in the covariates whose score exceeds the penalty; tells whether there are such. */
	private boolean addViolators(final boolean[] working, final double l1) {
		boolean added = false;
		for (int j = 0; j < x.length; j++) {
			if (x[j] == null || working[j] || Math.abs(score(j)) <= l1 * factor[j] * (1 + SLACK)) continue;
			working[j] = true;
			added = true;
		}
		return added;
	}

	private static int[] indices(final boolean[] in) {
		int count = 0;
		final int[] at = new int[in.length];
		for (int j = 0; j < in.length; j++)
			if (in[j]) at[count++] = j;
		return Arrays.copyOf(at, count);
	}

	/** One step over some covariates; tells whether it moved. */
	private boolean newton(final int[] set, final double l1, final double l2) {
		final double[] current = Arrays.stream(set).mapToDouble(j -> beta[j]).toArray();
		final double[] score = Arrays.stream(set).mapToDouble(this::score).toArray();
		final double[] penalties = Arrays.stream(set).mapToDouble(j -> factor[j]).toArray();
		final LassoQuadratic quadratic = new LassoQuadratic(information(set), score, current, penalties, l1, l2);
		return step(set, current, quadratic.maximum(), l1, l2);
	}

	/** Goes to the quadratic's maximum, or a part of the way if that is worse; tells whether it moved. */
	private boolean step(final int[] set, final double[] from, final double[] to, final double l1, final double l2) {
		double largest = 0, change = 0;
		for (int a = 0; a < set.length; a++) {
			largest = Math.max(largest, Math.abs(to[a]));
			change = Math.max(change, Math.abs(to[a] - from[a]));
		}
		if (change == 0) return false;
		final double before = logLikelihood - penalty(set, from, l1, l2);
		for (double part = 1; part > 1e-6; part /= 2) {
			final double[] there = new double[set.length];
			for (int a = 0; a < set.length; a++)
				there[a] = part == 1 ? to[a] : from[a] + part * (to[a] - from[a]);
			moveTo(set, there);
			final double after = logLikelihood - penalty(set, there, l1, l2);
			if (after >= before - 1e-12 * Math.abs(before)) return change > STILL * largest;
		}
		moveTo(set, from);
		return false;
	}

	private double penalty(final int[] set, final double[] b, final double l1, final double l2) {
		double sum = 0;
		for (int a = 0; a < b.length; a++)
			sum += factor[set[a]] * (l1 * Math.abs(b[a]) + l2 / 2 * b[a] * b[a]);
		return sum;
	}

	private void moveTo(final int[] set, final double[] b) {
		for (int a = 0; a < set.length; a++)
			beta[set[a]] = b[a];
		final double[] moved = new double[n];
		for (int j = 0; j < x.length; j++) {
			if (beta[j] == 0) continue;
			for (int i = 0; i < n; i++)
				moved[i] += beta[j] * x[j][i];
		}
		logLikelihood = sweep.at(moved);
	}

	/** X' diag(w) X less the sum over death times of d m m', m being the risk set's means. */
	private double[][] information(final int[] set) {
		final int a = set.length;
		final double[][] means = new double[a][], columns = new double[a][];
		final double[][] info = new double[a][a];
		final double[] weighted = new double[n];
		for (int j = 0; j < a; j++) {
			columns[j] = x[set[j]];
			means[j] = sweep.riskSetMeans(columns[j]);
			final double[] mj = means[j].clone();
			for (int k = 0; k < mj.length; k++)
				mj[k] *= -sweep.deaths(k);
			for (int i = 0; i < n; i++)
				weighted[i] = sweep.weight[i] * columns[j][i];
			addProducts(weighted, columns, j + 1, info[j]);
			addProducts(mj, means, j + 1, info[j]);
			for (int l = 0; l < j; l++)
				info[l][j] = info[j][l];
		}
		return info;
	}

	/** Four at a time: one sum alone would wait for each addition, and reads u anew. */
	private static void addProducts(final double[] u, final double[][] columns, final int count, final double[] to) {
		int l = 0;
		for (; l + 4 <= count; l += 4) {
			final double[] a = columns[l], b = columns[l + 1], c = columns[l + 2], d = columns[l + 3];
			double ua = 0, ub = 0, uc = 0, ud = 0;
			for (int i = 0; i < u.length; i++) {
				ua += u[i] * a[i];
				ub += u[i] * b[i];
				uc += u[i] * c[i];
				ud += u[i] * d[i];
			}
			to[l] += ua;
			to[l + 1] += ub;
			to[l + 2] += uc;
			to[l + 3] += ud;
		}
		for (; l < count; l++)
			to[l] += dot(u, columns[l]);
	}

	private static double dot(final double[] u, final double[] v) {
		double sum = 0;
		for (int i = 0; i < u.length; i++)
			sum += u[i] * v[i];
		return sum;
	}
}
