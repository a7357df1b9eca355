package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

/**
 * Maximises s'd - d'(M + L2)d / 2 - sum of l1_j |b_j + d_j| over d by an active set method: for the signs as they are the
 * solution is a linear system's; the way to it ends where the first coefficient meets zero, which leaves; at the solution
 * the covariate whose slope exceeds its penalty most enters. The system's factor lives on from call to call, so that a
 * change of the active set costs a square, not a cube.
 */
final class LassoQuadratic {

	/** A zero coefficient stays zero unless its slope exceeds the penalty by more than rounding. */
	private static final double SLACK = 1e-11;
	/** Excesses as close as this are equal, and the first covariate goes first, as in coordinate descent. */
	private static final double TIE = 1e-9;

	private final WorkingInformation info;
	private final double[] factor;
	private final ChangingCholesky cholesky = new ChangingCholesky();
	/** Positions with a place in the Cholesky factor, in its order. */
	private int[] active = new int[0];
	private boolean[] isActive = new boolean[0];
	private double ridgeInFactor;
	private double l1, l2;
	private double[] b, slope;
	private double[] sign;
	/** Those that entered and had to leave at once; they wait for somebody to move. */
	private boolean[] barred;

	/**
	 * @param info M
	 * @param factor on each covariate's penalty
	 */
	LassoQuadratic(final WorkingInformation info, final double[] factor) {
		this.info = info;
		this.factor = factor;
	}

	/** Has to be told when M is no longer what it was, apart from new members. */
	void forget() {
		cholesky.clear();
		Arrays.fill(isActive, false);
	}

	private double l1(final int a) {
		return l1 * factor[info.member(a)];
	}

	private double l2(final int a) {
		return l2 * factor[info.member(a)];
	}

	double curvature(final int a) {
		return info.row(a)[a] + l2(a);
	}

	/**
	 * The maximum.
	 *
	 * @param score by position
	 * @param start coefficients by position
	 */
	double[] maximum(final double[] score, final double[] start, final double absolute, final double squared) {
		final int size = info.size();
		if (squared != ridgeInFactor) forget();
		l1 = absolute;
		l2 = ridgeInFactor = squared;
		b = start.clone();
		slope = score.clone();
		sign = new double[size];
		barred = new boolean[size];
		for (int a = 0; a < size; a++) {
			slope[a] -= l2(a) * b[a];
			sign[a] = Math.signum(b[a]);
		}
		synchronise(size);
		for (int k = 0; k < 100 + 20 * size; k++) {
			if (!towardsSolution()) continue;
			final int next = mostExcessive();
			if (next < 0) break;
			sign[next] = Math.signum(slope[next]);
			enter(next);
		}
		return b;
	}

	/** Brings the factor in line with the coefficients that are not zero or have no penalty. */
	private void synchronise(final int size) {
		active = Arrays.copyOf(active, size);
		isActive = Arrays.copyOf(isActive, size);
		for (int place = cholesky.size() - 1; place >= 0; place--)
			if (b[active[place]] == 0 && l1(active[place]) > 0) leave(place);
		for (int a = 0; a < size; a++)
			if (!isActive[a] && (b[a] != 0 || l1(a) == 0)) enter(a);
	}

	private void enter(final int a) {
		final double[] cross = new double[cholesky.size()];
		for (int place = 0; place < cross.length; place++)
			cross[place] = info.row(a)[active[place]];
		final int place = cross.length;
		final boolean independent = cholesky.append(cross, curvature(a));
		active[place] = a;
		isActive[a] = true;
		if (independent || l1(a) > 0) return;
		// Nothing would bound a redundant coefficient without penalty.
		leave(place);
		barred[a] = true;
	}

	private void leave(final int place) {
		isActive[active[place]] = false;
		final int size = cholesky.size();
		cholesky.remove(place);
		System.arraycopy(active, place + 1, active, place, size - place - 1);
	}

	/** Goes to the solution for the signs as they are, or to where the first coefficient meets zero; tells whether it got there. */
	private boolean towardsSolution() {
		final int size = cholesky.size();
		final double[] d = new double[size];
		for (int place = 0; place < size; place++)
			d[place] = slope[active[place]] - sign[active[place]] * l1(active[place]);
		cholesky.solve(d);
		double part = 1;
		int first = -1;
		for (int place = 0; place < size; place++) {
			final int a = active[place];
			if (l1(a) == 0 || (b[a] + d[place]) * sign[a] > 0) continue;
			final double crossing = d[place] == 0 ? 0 : -b[a] / d[place];
			if (crossing > part || crossing == part && first >= 0) continue;
			part = crossing;
			first = place;
		}
		move(d, part);
		if (first < 0) return true;
		final int a = active[first];
		b[a] = 0;
		leave(first);
		if (part > 0) Arrays.fill(barred, false);
		barred[a] = part == 0;
		return false;
	}

	private void move(final double[] d, final double part) {
		if (part == 0) return;
		for (int place = 0; place < d.length; place++) {
			final int a = active[place];
			final double by = part * d[place];
			b[a] += by;
			slope[a] -= l2(a) * by;
			Dense.addScaled(slope, -by, info.row(a), slope.length);
		}
	}

	/** Position whose slope exceeds its penalty most, in units of its own curvature; -1 for none. */
	private int mostExcessive() {
		int most = -1;
		double excess = 0;
		for (int a = 0; a < slope.length; a++) {
			final double limit = l1(a);
			if (isActive[a] || barred[a] || Math.abs(slope[a]) <= limit * (1 + SLACK)) continue;
			final double own = (Math.abs(slope[a]) - limit) / Math.sqrt(curvature(a));
			final boolean tied = most >= 0 && Math.abs(own - excess) <= TIE * excess;
			if (tied ? info.member(a) > info.member(most) : own <= excess) continue;
			most = a;
			excess = own;
		}
		return most;
	}
}
