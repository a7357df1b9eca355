package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Maximises s'(b - b0) - (b - b0)' M (b - b0) / 2 - sum of v_j (l1 |b_j| + l2 b_j^2 / 2) over b. Coordinate descent finds
 * which coefficients are zero and the others' signs; with these known the rest is a linear system, solved directly,
 * because coordinate descent alone is slow where covariates are nearly collinear. Where the system's solution would turn
 * a sign, the way to it ends at the first zero crossing.
 */
final class LassoQuadratic {

	private static final int MAX_ROUNDS = 500;
	private static final int MAX_SWEEPS = 200;
	/** After so many sweeps without a change of sign the signs are worth a direct solution. */
	private static final int STANDING = 3;
	private static final double SETTLED = 1e-12;
	/** A zero coefficient stays zero unless its slope exceeds the penalty by more than rounding. */
	private static final double SLACK = 1e-11;

	private final double[][] m;
	private final double[] l1, l2;
	private final double[] b;
	/** Derivative of the smooth part less ridge: s - M (b - b0). */
	private final double[] slope;
	private final double[] start;
	private final double[] score;
	private boolean signChanged;

	LassoQuadratic(final double[][] m, final double[] score, final double[] start, final double[] factor,
		final double l1, final double l2)
	{
		this.m = m;
		this.start = start;
		this.score = score;
		this.l1 = Arrays.stream(factor).map(f -> f * l1).toArray();
		this.l2 = Arrays.stream(factor).map(f -> f * l2).toArray();
		b = start.clone();
		slope = score.clone();
	}

	double[] maximum() {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			if (sweepUntilSignsStand()) return b;
			if (direct() && sweep() < SETTLED) return b;
		}
		return b;
	}

	/** Sweeps until no sign has changed for some sweeps; tells whether nothing moves any more. */
	private boolean sweepUntilSignsStand() {
		int standing = 0;
		for (int s = 0; s < MAX_SWEEPS && standing < STANDING; s++) {
			signChanged = false;
			if (sweep() < SETTLED) return true;
			standing = signChanged ? 0 : standing + 1;
		}
		return false;
	}

	/** One pass over the coordinates; the largest change, each relative to its own curvature, of the largest coefficient. */
	private double sweep() {
		double largest = 0, change = 0;
		for (int j = 0; j < b.length; j++) {
			final double curvature = m[j][j] + l2[j];
			if (curvature <= 0) continue;
			final double u = slope[j] + m[j][j] * b[j];
			final double limit = b[j] == 0 ? l1[j] * (1 + SLACK) : l1[j];
			final double next = Math.abs(u) <= limit ? 0 : (u - Math.signum(u) * l1[j]) / curvature;
			final double unit = Math.sqrt(curvature);
			largest = Math.max(largest, Math.abs(next) * unit);
			if (next == b[j]) continue;
			change = Math.max(change, Math.abs(next - b[j]) * unit);
			move(j, next);
		}
		return change == 0 ? 0 : change / Math.max(largest, Double.MIN_NORMAL);
	}

	private void move(final int j, final double next) {
		final double by = next - b[j];
		signChanged |= Math.signum(next) != Math.signum(b[j]);
		final double[] row = m[j];
		for (int k = 0; k < slope.length; k++)
			slope[k] -= row[k] * by;
		b[j] = next;
	}

	/** Goes to the maximum for the signs as they are, or to where the first one would turn; tells whether it got there. */
	private boolean direct() {
		final int[] on = IntStream.range(0, b.length).filter(j -> b[j] != 0).toArray();
		if (on.length == 0) return true;
		final double[] target = solve(on);
		double part = 1;
		int first = -1;
		for (int a = 0; a < on.length; a++) {
			if (Math.signum(target[a]) == Math.signum(b[on[a]])) continue;
			final double crossing = b[on[a]] / (b[on[a]] - target[a]);
			if (crossing <= part) {
				part = crossing;
				first = a;
			}
		}
		for (int a = 0; a < on.length; a++)
			b[on[a]] = part == 1 ? target[a] : b[on[a]] + part * (target[a] - b[on[a]]);
		if (first >= 0) b[on[first]] = 0;
		refresh();
		return first < 0;
	}

	private void refresh() {
		for (int j = 0; j < b.length; j++) {
			slope[j] = score[j];
			for (int k = 0; k < b.length; k++)
				slope[j] -= m[j][k] * (b[k] - start[k]);
		}
	}

	private double[] solve(final int[] on) {
		final double[][] system = new double[on.length][on.length];
		final double[] right = new double[on.length];
		for (int a = 0; a < on.length; a++) {
			right[a] = score[on[a]] - Math.signum(b[on[a]]) * l1[on[a]];
			for (int k = 0; k < b.length; k++)
				right[a] += m[on[a]][k] * start[k];
			for (int c = 0; c < on.length; c++)
				system[a][c] = m[on[a]][on[c]];
			system[a][a] += l2[on[a]];
		}
		return solve(system, right);
	}

	/** Solves after scaling to a unit diagonal, with one refinement. */
	private static double[] solve(final double[][] system, final double[] right) {
		final int n = right.length;
		final double[] scale = new double[n], scaled = new double[n];
		final double[][] unit = new double[n][n];
		for (int i = 0; i < n; i++)
			scale[i] = 1 / Math.sqrt(system[i][i]);
		for (int i = 0; i < n; i++) {
			scaled[i] = right[i] * scale[i];
			for (int k = 0; k < n; k++)
				unit[i][k] = system[i][k] * scale[i] * scale[k];
		}
		final GeneralizedCholesky factor = new GeneralizedCholesky(unit);
		final double[] solution = factor.solve(scaled);
		final double[] rest = scaled.clone();
		for (int i = 0; i < n; i++)
			for (int k = 0; k < n; k++)
				rest[i] -= unit[i][k] * solution[k];
		final double[] more = factor.solve(rest);
		for (int i = 0; i < n; i++)
			solution[i] = (solution[i] + more[i]) * scale[i];
		return solution;
	}
}
