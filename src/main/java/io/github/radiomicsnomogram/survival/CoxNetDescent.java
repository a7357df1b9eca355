package io.github.radiomicsnomogram.survival;

/**
 * Approaches the penalised Cox models of one penalty after another as glmnet does, step by step, so that it stops where
 * glmnet stops (Simon et al. 2011, doi:10.18637/jss.v039.i05; strong rules of Tibshirani et al. 2012,
 * doi:10.1111/j.1467-9868.2011.01004.x). The likelihood is replaced by its quadratic expansion with the diagonal of its
 * information about the linear predictors; cyclic coordinate descent goes over all eligible covariates, then over those
 * that ever were non-zero until they rest, and so on until a pass over all rests; then the expansion is renewed, until it
 * moves no coefficient. Ineligible covariates that violate the optimality conditions become eligible. At rest means that
 * no coefficient's curvature times its squared change reaches the threshold times the null model's deviance.
 */
final class CoxNetDescent {

	private static final int MAX_PASSES = 100_000;
	/** Passes over the active covariates, per covariate, before their products are worth computing. */
	private static final double PASSES_PER_PRODUCT = 0.25;

	private final BreslowSweep sweep;
	/** Scaled, centred covariates; null for constant ones. */
	private final double[][] x;
	private final double alpha;
	private final double[] factor;
	private final int n;
	private final double rest;
	private final double[] beta;
	private final double[] residual;
	/** Diagonal of the information about the linear predictors. */
	private final double[] weight;
	/** Of each eligible covariate in the expansion. */
	private final double[] curvature;
	/** |score| of the others when last looked at. */
	private final double[] score;
	private final boolean[] eligible;
	private final ActiveProducts active;
	private double logLikelihood;
	/** False once a patient outweighs all others at risk so much that nothing is left of the diagonal. */
	private boolean isConcave;
	private double l1, l2;
	private double previous;
	private int passes;
	private final double maxWork;
	private double work;

	/**
	 * @param x scaled, centred covariates; null for constant ones
	 * @param threshold glmnet's thresh
	 * @param maxWork multiplications for one penalty at which it gives up
	 */
	CoxNetDescent(final SurvivalTimes times, final double[][] x, final double alpha, final double[] factor,
		final double threshold, final double maxWork)
	{
		this.maxWork = maxWork;
		this.x = x;
		this.alpha = alpha;
		this.factor = factor;
		n = times.size();
		sweep = new BreslowSweep(times);
		beta = new double[x.length];
		curvature = new double[x.length];
		score = new double[x.length];
		eligible = new boolean[x.length];
		weight = new double[n];
		residual = new double[n];
		active = new ActiveProducts(x, weight);
		expand();
		rest = threshold * (sweep.saturated() - logLikelihood);
		for (int j = 0; j < x.length; j++)
			if (x[j] != null) score[j] = Math.abs(Dense.dot(residual, x[j], n));
	}

	double logLikelihood() {
		return logLikelihood;
	}

	double[] coefficients() {
		return beta.clone();
	}

	/** Passes over covariates so far; glmnet's npasses. */
	int passes() {
		return passes;
	}

	/** Largest |score| / n over penalised covariates at the present solution, in units of alpha times lambda. */
	double largestUsefulPenalty() {
		double largest = 0;
		for (int j = 0; j < x.length; j++)
			if (x[j] != null && factor[j] > 0) largest = Math.max(largest, score[j] / (n * factor[j]));
		return largest;
	}

	/** The penalty before the next one, by which the strong rule judges. */
	void previous(final double lambda) {
		previous = lambda;
	}

	/** Goes on to a penalty; false if it gave up. */
	boolean solve(final double lambda) {
		work = 0;
		l1 = n * lambda * alpha;
		l2 = n * lambda * (1 - alpha);
		final double strong = n * alpha * (2 * lambda - previous);
		for (int j = 0; j < x.length; j++)
			if (x[j] != null && score[j] > strong * factor[j]) eligible[j] = true;
		previous = lambda;
		while (isConcave && !isTired()) {
			final double[] before = beta.clone();
			for (int j = 0; j < x.length; j++)
				if (eligible[j]) curvature[j] = square(x[j]);
			if (!descend()) return false;
			expand();
			if (isConcave && !moved(before) && !admitViolators()) return true;
		}
		return false;
	}

	private boolean isTired() {
		return passes > MAX_PASSES || work > maxWork;
	}

	private double square(final double[] column) {
		double a = 0, b = 0;
		int i = 0;
		for (; i + 2 <= n; i += 2) {
			a += weight[i] * column[i] * column[i];
			b += weight[i + 1] * column[i + 1] * column[i + 1];
		}
		return i < n ? a + b + weight[i] * column[i] * column[i] : a + b;
	}

	/** Expands the likelihood at the present coefficients. */
	private void expand() {
		final double[] eta = new double[n];
		for (int j = 0; j < x.length; j++)
			if (beta[j] != 0) Dense.addScaled(eta, beta[j], x[j], n);
		logLikelihood = sweep.at(eta);
		System.arraycopy(sweep.residual, 0, residual, 0, n);
		isConcave = sweep.diagonal(weight);
		active.forget();
	}

	private boolean moved(final double[] before) {
		for (int a = 0; a < active.size(); a++) {
			final int j = active.member(a);
			final double change = beta[j] - before[j];
			if (curvature[j] * change * change >= rest) return true;
		}
		return false;
	}

	private boolean admitViolators() {
		boolean admitted = false;
		for (int j = 0; j < x.length; j++) {
			if (x[j] == null || eligible[j]) continue;
			score[j] = Math.abs(Dense.dot(residual, x[j], n));
			if (score[j] <= l1 * factor[j]) continue;
			eligible[j] = admitted = true;
		}
		return admitted;
	}

	/** Descends in the expansion until it rests; false if it gave up. */
	private boolean descend() {
		while (true) {
			passes++;
			double change = 0;
			for (int j = 0; j < x.length; j++)
				if (eligible[j]) change = Math.max(change, update(j));
			if (change < rest) return true;
			if (isTired()) return false;
			if (!descendActive()) return false;
		}
	}

	private double update(final int j) {
		work += n;
		final double b = minimum(j, Dense.dot(residual, x[j], n));
		final double by = b - beta[j];
		if (by == 0) return 0;
		beta[j] = b;
		for (int i = 0; i < n; i++)
			residual[i] -= by * (weight[i] * x[j][i]);
		active.add(j);
		return curvature[j] * by * by;
	}

	/** Where the expansion is least along a covariate, given the slope of its smooth part where it is. */
	private double minimum(final int j, final double slope) {
		final double u = beta[j] * curvature[j] + slope, absolute = l1 * factor[j];
		return Math.abs(u) <= absolute ? 0 : Math.copySign(Math.abs(u) - absolute, u) / (curvature[j] + l2 * factor[j]);
	}

	private boolean descendActive() {
		final int few = (int) (PASSES_PER_PRODUCT * active.size());
		for (int k = 0; k <= few || active.isKnown(); k++) {
			if (active.isKnown()) return descendByProducts();
			passes++;
			double change = 0;
			for (int a = 0; a < active.size(); a++)
				change = Math.max(change, update(active.member(a)));
			if (change < rest) return true;
			if (isTired()) return false;
		}
		active.compute();
		return descendByProducts();
	}

	/** The same with slopes in place of residuals: a step costs a multiplication per active covariate, not per patient. */
	private boolean descendByProducts() {
		final int size = active.size();
		final double[] slope = active.slopes(residual), before = beta.clone();
		double change;
		do {
			passes++;
			change = 0;
			for (int a = 0; a < size; a++) {
				final int j = active.member(a);
				final double b = minimum(j, slope[a]), by = b - beta[j];
				if (by == 0) continue;
				beta[j] = b;
				Dense.addScaled(slope, -by, active.row(a), size);
				work += size;
				change = Math.max(change, curvature[j] * by * by);
			}
		}
		while (change >= rest && !isTired());
		active.move(residual, before, beta);
		return change < rest;
	}
}
