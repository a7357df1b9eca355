package io.github.radiomicsnomogram.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits Cox's proportional hazards model (Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x) by Newton-Raphson, by the
 * rules of R's coxph: start at 0, stop when the log likelihood changes by 1e-9 of itself, halve steps that lose
 * likelihood, at most 20 iterations, redundant columns get no coefficient. R stops there; a model that converged is
 * polished here until the coefficients stand still, so it may differ from R's by R's own 1e-6.
 */
public final class CoxRegression {

	private static final double EPS = 1e-9;
	private static final double INFINITE = Math.sqrt(EPS);
	private static final int MAX_ITERATIONS = 20;
	private static final int MAX_POLISH = 10;
	private static final double POLISHED = 1e-13;

	private final CoxData data;
	private final RiskSets sets;
	private final Ties ties;

	private CoxRegression(final CoxData data, final RiskSets sets, final Ties ties) {
		this.data = data;
		this.sets = sets;
		this.ties = ties;
	}

	/** Fits with Efron's ties. */
	public static CoxFit fit(final CoxData data) {
		return fit(data, Ties.EFRON);
	}

	/**
	 * Fits a model. As in R, with case weights that are no whole numbers its variance is the robust one.
	 *
	 * @throws IllegalArgumentException for exact ties with case weights, which have no meaning there
	 */
	public static CoxFit fit(final CoxData data, final Ties ties) {
		final CoxFit fit = fit(data, data.riskSets(), ties);
		return data.hasFractionalWeights() ? fit.withRobustVariance() : fit;
	}

	/** As {@link #fit(CoxData, Ties)}, with risk sets made before from the same patients. */
	static CoxFit fit(final CoxData data, final RiskSets sets, final Ties ties) {
		if (ties == Ties.EXACT && data.isWeighted()) throw new IllegalArgumentException(
			"exact ties do not go with case weights");
		return new CoxRegression(data, sets, ties).run();
	}

	private PartialLikelihood likelihood(final double[][] x) {
		if (ties == Ties.EXACT) return new ExactLikelihood(sets, x);
		return x.length == 1 ? new SingleLikelihood(sets, x[0], ties == Ties.EFRON) : new TiedLikelihood(sets, x,
			ties == Ties.EFRON);
	}

	private CoxFit run() {
		final Scaling scaling = Scaling.of(data);
		final int p = data.covariates().width();
		final PartialLikelihood likelihood = likelihood(scaling.columns());
		final PartialLikelihood.Derivatives start = likelihood.at(new double[p]);
		final boolean empty = data.times().events() == 0 || p == 0;
		final Newton newton = new Newton(likelihood, start);
		if (!empty) newton.run();
		return new CoxFit(data, sets, ties, scaling.estimates(newton, empty));
	}

	/** Covariates as R fits them: centred and divided by their mean deviation, unless they are all -1, 0 or 1. */
	private record Scaling(double[][] columns, double[] means, double[] scale) {

		static Scaling of(final CoxData data) {
			final int n = data.times().size();
			final double[][] raw = data.covariates().raw();
			final double[][] columns = new double[raw.length][];
			final double[] means = new double[raw.length], scale = new double[raw.length];
			for (int j = 0; j < raw.length; j++) {
				columns[j] = raw[j].clone();
				scale[j] = 1;
				if (Arrays.stream(raw[j]).allMatch(v -> v == 0 || v == 1 || v == -1)) continue;
				double weights = 0, sum = 0, spread = 0;
				for (int i = 0; i < n; i++) {
					weights += data.weight(i);
					sum += data.weight(i) * raw[j][i];
				}
				means[j] = sum / weights;
				for (int i = 0; i < n; i++) {
					columns[j][i] -= means[j];
					spread += data.weight(i) * Math.abs(columns[j][i]);
				}
				if (spread > 0) scale[j] = weights / spread;
				for (int i = 0; i < n; i++)
					columns[j][i] *= scale[j];
			}
			return new Scaling(columns, means, scale);
		}

		CoxEstimates estimates(final Newton newton, final boolean empty) {
			final int p = scale.length;
			final GeneralizedCholesky factor = new GeneralizedCholesky(newton.current.information());
			final double[][] variance = factor.inverse();
			final double[] coefficients = new double[p];
			for (int j = 0; j < p; j++) {
				coefficients[j] = factor.isRedundant(j) || empty ? Double.NaN : newton.beta[j] * scale[j];
				for (int k = 0; k < p; k++)
					variance[j][k] = empty ? 0 : variance[j][k] * scale[j] * scale[k];
			}
			return new CoxEstimates(coefficients, variance, means, newton.nullLogLikelihood, newton.current.logLikelihood(),
				newton.scoreTest, newton.iterations, newton.warnings);
		}
	}

	/** One maximisation. */
	private static final class Newton {

		private final PartialLikelihood likelihood;
		private final double nullLogLikelihood;
		private final double scoreTest;
		private double[] beta;
		private PartialLikelihood.Derivatives current;
		private int iterations;
		private List<String> warnings = List.of();

		Newton(final PartialLikelihood likelihood, final PartialLikelihood.Derivatives start) {
			this.likelihood = likelihood;
			current = start;
			beta = new double[start.score().length];
			nullLogLikelihood = start.logLikelihood();
			final double[] step = new GeneralizedCholesky(start.information()).solve(start.score());
			double test = 0;
			for (int j = 0; j < step.length; j++)
				test += step[j] * start.score()[j];
			scoreTest = test;
		}

		void run() {
			double[] next = plusStep(beta, current);
			int halvings = 0;
			for (iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
				final PartialLikelihood.Derivatives there = likelihood.at(next);
				final boolean finite = isFinite(there);
				if (finite && halvings == 0 && Math.abs(1 - current.logLikelihood() / there.logLikelihood()) <= EPS) {
					beta = next;
					current = there;
					finish();
					return;
				}
				if (!finite || there.logLikelihood() < current.logLikelihood()) {
					halvings++;
					for (int j = 0; j < next.length; j++)
						next[j] = (next[j] + halvings * beta[j]) / (halvings + 1.0);
				}
				else {
					halvings = 0;
					beta = next;
					current = there;
					next = plusStep(beta, current);
				}
			}
			warnings = List.of("Ran out of iterations and did not converge");
		}

		private static boolean isFinite(final PartialLikelihood.Derivatives d) {
			return Double.isFinite(d.logLikelihood()) && Arrays.stream(d.score()).allMatch(Double::isFinite) && Arrays.stream(d
				.information()).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
		}

		private static double[] plusStep(final double[] beta, final PartialLikelihood.Derivatives at) {
			final double[] step = new GeneralizedCholesky(at.information()).solve(at.score());
			final double[] next = beta.clone();
			for (int j = 0; j < next.length; j++)
				next[j] += step[j];
			return next;
		}

		/** Names the coefficients that run away, or else goes on until they all stand still. */
		private void finish() {
			final double[] next = plusStep(beta, current);
			final List<String> runaway = new ArrayList<>();
			for (int j = 0; j < beta.length; j++)
				if (Math.abs(next[j] - beta[j]) > INFINITE * (1 + Math.abs(beta[j]))) runaway.add(Integer.toString(j + 1));
			if (runaway.isEmpty()) polish(next);
			else warnings = List.of("Loglik converged before variable  " + String.join(",", runaway) +
				" ; coefficient may be infinite. ");
		}

		private void polish(final double[] first) {
			double[] next = first;
			for (int k = 0; k < MAX_POLISH; k++) {
				double change = 0;
				for (int j = 0; j < beta.length; j++)
					change = Math.max(change, Math.abs(next[j] - beta[j]) / (1e-300 + Math.abs(beta[j])));
				final PartialLikelihood.Derivatives there = likelihood.at(next);
				if (!isFinite(there)) return;
				beta = next;
				current = there;
				if (change < POLISHED) return;
				next = plusStep(beta, current);
			}
		}
	}
}
