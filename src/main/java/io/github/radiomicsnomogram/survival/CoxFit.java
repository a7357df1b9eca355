package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A fitted Cox model: R's coxph object. A redundant column has coefficient NaN (R's NA) and counts as 0 in predictions.
 * Immutable.
 */
public final class CoxFit {

	private final CoxData data;
	private final RiskSets sets;
	private final Ties ties;
	private final CoxEstimates estimates;
	/** Null for the model's own variance. */
	private final RobustVariance robust;

	CoxFit(final CoxData data, final RiskSets sets, final Ties ties, final CoxEstimates estimates) {
		this(data, sets, ties, estimates, null);
	}

	private CoxFit(final CoxData data, final RiskSets sets, final Ties ties, final CoxEstimates estimates,
		final RobustVariance robust)
	{
		this.data = data;
		this.sets = sets;
		this.ties = ties;
		this.estimates = estimates;
		this.robust = robust;
	}

	/**
	 * The same model with the robust variance: R's coxph(..., robust = TRUE).
	 *
	 * @throws IllegalArgumentException for exact ties, whose residuals nobody has
	 */
	public CoxFit withRobustVariance() {
		return withRobustVariance(null);
	}

	/**
	 * The same model with the robust variance for patients that depend on each other: R's coxph(..., cluster = ).
	 *
	 * @param cluster of each patient, any integers; null for each its own
	 * @throws IllegalArgumentException for exact ties, whose residuals nobody has
	 */
	public CoxFit withRobustVariance(final int[] cluster) {
		if (ties == Ties.EXACT) throw new IllegalArgumentException("exact ties do not go with the robust variance");
		if (cluster != null && cluster.length != n()) throw new IllegalArgumentException(cluster.length + " clusters for " +
			n() + " patients");
		if (degreesOfFreedom() == 0) return this;
		return new CoxFit(data, sets, ties, estimates, RobustVariance.of(this, cluster));
	}

	/** The same model with the variance that follows from its information. */
	public CoxFit withNaiveVariance() {
		return new CoxFit(data, sets, ties, estimates);
	}

	/** What the model was fitted to. */
	public CoxData data() {
		return data;
	}

	/** How ties were treated. */
	public Ties ties() {
		return ties;
	}

	/** Names of the coefficients. */
	public List<String> names() {
		return data.covariates().names();
	}

	/** Number of patients. */
	public int n() {
		return data.times().size();
	}

	/** Number of events. */
	public int events() {
		return data.times().events();
	}

	/** Newton steps until R's criterion was met. */
	public int iterations() {
		return estimates.iterations();
	}

	/** What the user must know: coefficients that run to infinity, no convergence. */
	public List<String> warnings() {
		return estimates.warnings();
	}

	/** Log hazard ratios; NaN for redundant columns; a copy. */
	public double[] coefficients() {
		return estimates.coefficients().clone();
	}

	/** A log hazard ratio; NaN for a redundant column. */
	public double coefficient(final int j) {
		return estimates.coefficients()[j];
	}

	/** Whether {@link #covariance()}, and all that follows from it, is the robust one. */
	public boolean isRobust() {
		return robust != null;
	}

	/**
	 * Covariance matrix of the coefficients, inverse of the observed information or, if {@link #isRobust()}, the sandwich; 0
	 * for redundant columns; a copy.
	 */
	public double[][] covariance() {
		return Arrays.stream(variance()).map(double[]::clone).toArray(double[][]::new);
	}

	private double[][] variance() {
		return robust == null ? estimates.variance() : robust.covariance();
	}

	/** Inverse of the observed information; 0 for redundant columns; a copy. */
	public double[][] naiveCovariance() {
		return Arrays.stream(estimates.variance()).map(double[]::clone).toArray(double[][]::new);
	}

	/** Standard error of a coefficient, robust if {@link #isRobust()}. */
	public double standardError(final int j) {
		return Math.sqrt(variance()[j][j]);
	}

	/** Standard error of a coefficient from the information. */
	public double naiveStandardError(final int j) {
		return Math.sqrt(estimates.variance()[j][j]);
	}

	/** Wald statistic of a coefficient. */
	public double z(final int j) {
		return coefficient(j) / standardError(j);
	}

	/** Two-sided P of {@link #z(int)}. */
	public double p(final int j) {
		return Distributions.normalTwoSided(z(j));
	}

	/** Hazard ratio. */
	public double hazardRatio(final int j) {
		return Math.exp(coefficient(j));
	}

	/** Limit of the hazard ratio's 95 % confidence interval. */
	public double hazardRatioLower(final int j) {
		return Math.exp(coefficient(j) - Distributions.Z95 * standardError(j));
	}

	/** Limit of the hazard ratio's 95 % confidence interval. */
	public double hazardRatioUpper(final int j) {
		return Math.exp(coefficient(j) + Distributions.Z95 * standardError(j));
	}

	/** Number of coefficients that are not redundant. */
	public int degreesOfFreedom() {
		return (int) Arrays.stream(estimates.coefficients()).filter(b -> !Double.isNaN(b)).count();
	}

	/** Log partial likelihood with all coefficients 0. */
	public double nullLogLikelihood() {
		return estimates.nullLogLikelihood();
	}

	/** Log partial likelihood. */
	public double logLikelihood() {
		return estimates.logLikelihood();
	}

	/** Likelihood ratio test of all coefficients. */
	public TestStatistic likelihoodRatioTest() {
		return TestStatistic.chiSquared(2 * (logLikelihood() - nullLogLikelihood()), degreesOfFreedom());
	}

	/** Wald test of all coefficients. */
	public TestStatistic waldTest() {
		final double[] beta = usedCoefficients();
		final double[] solved = new GeneralizedCholesky(variance()).solve(beta);
		double sum = 0;
		for (int j = 0; j < beta.length; j++)
			sum += beta[j] * solved[j];
		return TestStatistic.chiSquared(sum, degreesOfFreedom());
	}

	/** Score (log-rank) test of all coefficients. */
	public TestStatistic scoreTest() {
		return TestStatistic.chiSquared(estimates.scoreTest(), degreesOfFreedom());
	}

	/** Robust score test of all coefficients, if {@link #isRobust()}. */
	public Optional<TestStatistic> robustScoreTest() {
		return Optional.ofNullable(robust).map(r -> TestStatistic.chiSquared(r.scoreTest(), degreesOfFreedom()));
	}

	/** Harrell's concordance of the linear predictors, within strata, with the model's weights and clusters. */
	public Concordance concordance() {
		final double[] weights = data.isWeighted() ? sets.weights : null;
		return Concordance.of(data.times(), linearPredictors(), data.strata().orElse(null), weights, robust == null ? null
			: robust.cluster());
	}

	/** Akaike's criterion, -2 log likelihood + 2 df. */
	public double aic() {
		return -2 * logLikelihood() + 2 * degreesOfFreedom();
	}

	/** Schwarz's criterion, with the number of events as R counts. */
	public double bic() {
		return -2 * logLikelihood() + Math.log(events()) * degreesOfFreedom();
	}

	/** What R subtracts from each covariate: its mean, or 0 for columns of -1, 0 and 1; a copy. */
	public double[] means() {
		return estimates.means().clone();
	}

	/** Coefficients with 0 for redundant columns. */
	double[] usedCoefficients() {
		return Arrays.stream(estimates.coefficients()).map(b -> Double.isNaN(b) ? 0 : b).toArray();
	}

	RiskSets riskSets() {
		return sets;
	}

	/** Linear predictor of a covariate vector, not centred. */
	public double linearPredictor(final double[] x) {
		final double[] beta = usedCoefficients();
		double lp = 0;
		for (int j = 0; j < beta.length; j++)
			lp += beta[j] * x[j];
		return lp;
	}

	/** Linear predictor at the {@link #means()}. */
	public double centre() {
		return linearPredictor(estimates.means());
	}

	/** Linear predictors of the fitted patients, offset included, not centred. */
	public double[] linearPredictors() {
		final double[] lp = new double[n()], beta = usedCoefficients();
		for (int j = 0; j < beta.length; j++)
			Dense.addScaled(lp, beta[j], data.covariates().raw()[j], lp.length);
		for (int i = 0; i < lp.length; i++)
			lp[i] += data.offset(i);
		return lp;
	}

	/**
	 * Linear predictors relative to a typical patient, R's predict(type = "lp"): less the value at the {@link #means()},
	 * or, in a model with strata, at the covariates' means in the patient's own stratum; and less the offsets' mean,
	 * without weights.
	 */
	public double[] centredLinearPredictors() {
		final double[] lp = linearPredictors();
		final double shift = IntStream.range(0, lp.length).mapToDouble(data::offset).average().orElse(0);
		final int[] strata = data.strata().orElse(null);
		if (strata == null) {
			final double centre = centre() + shift;
			return Arrays.stream(lp).map(v -> v - centre).toArray();
		}
		final Map<Integer, double[]> sums = new HashMap<>();
		for (int i = 0; i < lp.length; i++) {
			final double[] sum = sums.computeIfAbsent(strata[i], k -> new double[2]);
			sum[0] += data.weight(i) * (lp[i] - data.offset(i));
			sum[1] += data.weight(i);
		}
		for (int i = 0; i < lp.length; i++)
			lp[i] -= sums.get(strata[i])[0] / sums.get(strata[i])[1] + shift;
		return lp;
	}

	/** Mean of the offsets by the case weights, 0 without offsets: where R's basehaz() stands. */
	public double meanOffset() {
		double sum = 0, weights = 0;
		for (int i = 0; i < n(); i++) {
			sum += data.weight(i) * data.offset(i);
			weights += data.weight(i);
		}
		return sum / weights;
	}

	/** Baseline hazard, predicted survival. */
	public CoxBaseline baseline() {
		return CoxBaseline.of(this);
	}

	/** Martingale and deviance residuals. */
	public CoxResiduals residuals() {
		return CoxResiduals.of(this);
	}
}
