package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.OwnOracle.matrix;
import static io.github.radiomicsnomogram.survival.OwnOracle.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalised Cox models of the simulated cohort equal glmnet's and cv.glmnet's at given penalties, thresh = 1e-14. */
class OwnCoxNetTest {

	/** glmnet's threshold is a share of the null deviance in the objective; its coefficients are good to its root. */
	private static final double GLMNET = 1e-6;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4 })
	void equalsGlmnet(final int index) throws IOException {
		final JsonObject all = OwnOracle.object("glmnet");
		final JsonObject r = all.getAsJsonArray("paths").get(index).getAsJsonObject();
		final double[] lambda = numbers(all.get("lambda"));
		final CoxNetOptions options = CoxNetOptions.alpha(value(r, "alpha")).standardize(r.get("standardize").getAsBoolean())
			.penaltyFactor(numbers(r.get("factor")));
		final double[][] x = OwnOracle.features();
		final CoxNetPath path = CoxNet.fit(OwnOracle.times(), OwnOracle.FEATURES, x, options.lambda(lambda), Progress.NONE);
		final double[][] beta = matrix(r.get("beta"));
		final double[] sd = Arrays.stream(x).mapToDouble(v -> Math.sqrt(Moments.variance(v))).toArray();
		for (int l = 0; l < lambda.length; l++) {
			assertAllClose(scaled(beta[l], sd), scaled(path.coefficients(l), sd), GLMNET, "beta at " + l);
			for (int j = 0; j < sd.length; j++)
				assertEquals(beta[l][j] == 0, path.coefficients(l)[j] == 0, "f" + (j + 1) + " at " + l);
		}
		assertAllClose(numbers(r.get("dev_ratio")), path.devianceRatio(), GLMNET, "dev.ratio");
		assertClose(value(r, "nulldev"), path.nullDeviance(), 1e-12, "nulldev");
		// Where some covariate has no penalty, the largest lambda follows from glmnet's own fit of it.
		assertClose(value(r, "automatic_first"), CoxNet.fit(OwnOracle.times(), OwnOracle.FEATURES, x, options, Progress.NONE)
			.lambda()[0], index == 4 ? 1e-4 : 1e-12, "lambda.max");
	}

	private static double[] scaled(final double[] beta, final double[] by) {
		final double[] v = beta.clone();
		for (int j = 0; j < v.length; j++)
			v[j] *= by[j];
		return v;
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void equalsCvGlmnet(final int index) throws IOException {
		final JsonElement e = OwnOracle.topic("cv").getAsJsonArray().get(index);
		final JsonObject r = e.getAsJsonObject();
		final double[] lambda = numbers(OwnOracle.object("glmnet").get("lambda"));
		final int[] fold = Arrays.stream(OwnOracle.cohort().numeric("fold")).mapToInt(v -> (int) v).toArray();
		final CoxNetCrossValidation cv = CoxNetCrossValidation.of(OwnOracle.times(), OwnOracle.FEATURES, OwnOracle.features(),
			CoxNetOptions.alpha(value(r, "alpha")).lambda(lambda), fold, r.get("grouped").getAsBoolean()
				? CoxNetCrossValidation.Measure.GROUPED_DEVIANCE : CoxNetCrossValidation.Measure.DEVIANCE, Progress.NONE);
		assertAllClose(numbers(r.get("cvm")), cv.mean(), GLMNET, "cvm");
		assertAllClose(numbers(r.get("cvsd")), cv.standardError(), GLMNET, "cvsd");
		assertClose(value(r, "min"), cv.lambdaMin(), 1e-12, "lambda.min");
		assertClose(value(r, "se1"), cv.lambda1se(), 1e-12, "lambda.1se");
	}

	/**
	 * More covariates than patients, some of them twice, some nearly so, down to penalties that leave little unexplained:
	 * the score of a non-zero coefficient equals its penalty, no other one's exceeds it; and of two equal covariates the
	 * second stays out of the LASSO.
	 */
	@ParameterizedTest
	@CsvSource({ "1,true,1e-2", "1,false,1e-2", "0.5,true,1e-3", "0.05,true,1e-2", "0,true,1e-2" })
	void meetsTheOptimalityConditions(final double alpha, final boolean standardize, final double ratio) {
		final Simulated d = Simulated.of(60, 150);
		final CoxNetOptions options = CoxNetOptions.alpha(alpha).standardize(standardize).lambdas(60, ratio).penaltyFactor(
			d.factor).thresh(0);
		final double[] factor = options.penaltyFactors(d.x.length);
		final CoxNetPath path = CoxNet.fit(d.times, d.names, d.x, options, Progress.NONE);
		assertTrue(path.lambda().length > 20, path.lambda().length + " penalties");
		// Ridge's first model is that of an endless penalty, as glmnet's.
		for (int l = alpha == 0 ? 1 : 0; l < path.lambda().length; l++) {
			final double[] beta = path.coefficients(l), score = d.scores(beta);
			for (int j = 0; j < beta.length; j++) {
				final double sd = standardize ? Math.sqrt(Moments.sumOfSquares(d.x[j]) / 60) : 1;
				final double lambda = path.lambda()[l], slope = score[j] / sd / 60 - lambda * factor[j] * (1 - alpha) * beta[j] *
					sd;
				final double limit = lambda * factor[j] * alpha;
				if (beta[j] == 0) assertTrue(Math.abs(slope) <= limit + 1e-9 * lambda, d.names.get(j) + " at " + l);
				else assertEquals(Math.signum(beta[j]) * limit, slope, 1e-9 * lambda, d.names.get(j) + " at " + l);
			}
			if (alpha == 1) assertEquals(0, beta[1], "the copy of the first, at " + l);
		}
	}

	/** However the penalties came about, and wherever the path starts. */
	@Test
	void solvesGivenPenaltiesExactly() {
		final Simulated d = Simulated.of(60, 150);
		final CoxNetOptions exact = CoxNetOptions.alpha(0.5).lambdas(30, 0.05).thresh(0);
		final CoxNetPath automatic = CoxNet.fit(d.times, d.names, d.x, exact, Progress.NONE);
		final CoxNetPath given = CoxNet.fit(d.times, d.names, d.x, exact.lambda(automatic.lambda()), Progress.NONE);
		for (int l = 0; l < 30; l++)
			assertAllClose(automatic.coefficients(l), given.coefficients(l), 1e-9, "beta at " + l);
		final CoxNetPath last = CoxNet.fit(d.times, d.names, d.x, exact.lambda(automatic.lambda()[20]), Progress.NONE);
		assertAllClose(automatic.coefficients(20), last.coefficients(0), 1e-9, "beta at 20");
	}

	/** A first penalty so small that the diagonal expansion leaps: glmnet fails, the exact solution is there. */
	@Test
	void fallsBackToTheExactSolution() {
		final Simulated d = Simulated.of(60, 150);
		final CoxNetOptions options = CoxNetOptions.alpha(0).standardize(false).lambda(0.3);
		final CoxNetPath exact = CoxNet.fit(d.times, d.names, d.x, options.thresh(0), Progress.NONE);
		final CoxNetPath usual = CoxNet.fit(d.times, d.names, d.x, options, Progress.NONE);
		assertAllClose(exact.coefficients(0), usual.coefficients(0), 1e-7, "beta");
		assertThrows(InputException.class, () -> CoxNet.fit(d.times, d.names, d.x, options.thresh(1e-7), Progress.NONE));
	}

	/** Steps into regions where no risk is left are not taken. */
	@ParameterizedTest
	@CsvSource({ "1,100", "1,300", "0,100" })
	void doesNotLeapToInfinity(final double alpha, final double scale) {
		final Simulated d = Simulated.of(60, 150);
		final double[][] large = Arrays.stream(d.x).map(v -> Arrays.stream(v).map(a -> a * scale).toArray()).toArray(
			double[][]::new);
		final CoxNetPath path = CoxNet.fit(d.times, d.names, large, CoxNetOptions.alpha(alpha).standardize(false).lambda(0.3)
			.thresh(0), Progress.NONE);
		assertTrue(path.devianceRatio()[0] > 0.96 && path.devianceRatio()[0] < 1, "dev.ratio " + path.devianceRatio()[0]);
		assertTrue(Arrays.stream(path.coefficients(0)).allMatch(Double::isFinite));
	}

	/** With automatic penalties, each fold's own. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void ridgeEqualsGlmnet(final int index) throws IOException {
		final JsonObject r = OwnOracle.topic("ridge").getAsJsonArray().get(index).getAsJsonObject();
		final int[] fold = Arrays.stream(OwnOracle.cohort().numeric("fold")).mapToInt(v -> (int) v).toArray();
		final CoxNetCrossValidation cv = CoxNetCrossValidation.of(OwnOracle.times(), OwnOracle.FEATURES, OwnOracle.features(),
			CoxNetOptions.alpha(value(r, "alpha")), fold, CoxNetCrossValidation.Measure.GROUPED_DEVIANCE, Progress.NONE);
		final CoxNetPath path = cv.path();
		assertAllClose(numbers(r.get("lambda")), path.lambda(), 1e-12, "lambda");
		final double[] sd = Arrays.stream(OwnOracle.features()).mapToDouble(v -> Math.sqrt(Moments.variance(v))).toArray();
		for (int l = 0; l < path.lambda().length; l++)
			assertAllClose(scaled(matrix(r.get("beta"))[l], sd), scaled(path.coefficients(l), sd), GLMNET, "beta at " + l);
		assertAllClose(numbers(r.get("dev_ratio")), path.devianceRatio(), GLMNET, "dev.ratio");
		assertAllClose(numbers(r.get("cvm")), cv.mean(), GLMNET, "cvm");
		assertAllClose(numbers(r.get("cvsd")), cv.standardError(), GLMNET, "cvsd");
		assertClose(value(r, "min"), cv.lambdaMin(), 1e-12, "lambda.min");
		assertClose(value(r, "se1"), cv.lambda1se(), 1e-12, "lambda.1se");
	}

	private record Simulated(SurvivalTimes times, List<String> names, double[][] x, double[] factor) {

		static Simulated of(final int n, final int p) {
			final Random random = new Random(5);
			final double[][] x = new double[p][n];
			for (int j = 0; j < p; j++)
				for (int i = 0; i < n; i++)
					x[j][i] = random.nextGaussian() * (1 + j % 3) + (j % 4 == 2 ? x[j - 1][i] : 0);
			x[1] = x[0].clone();
			for (int i = 0; i < n; i++)
				x[4][i] = x[3][i] + 1e-5 * x[4][i];
			final double[] t = new double[n], factor = new double[p];
			final boolean[] event = new boolean[n];
			for (int i = 0; i < n; i++) {
				t[i] = 1 + Math.floor(-20 * Math.log(random.nextDouble()) * Math.exp(-x[0][i] + x[3][i] / 2));
				event[i] = random.nextInt(3) > 0;
			}
			for (int j = 0; j < p; j++)
				factor[j] = j == 5 ? 0 : 1;
			return new Simulated(new SurvivalTimes(t, event), IntStream.range(0, p).mapToObj(j -> "x" + j).toList(), x,
				factor);
		}

		/** By the definition: events less Breslow's expected events, times the centred covariate. */
		double[] scores(final double[] beta) {
			final int n = times.size();
			final double[] eta = new double[n], residual = new double[n];
			for (int j = 0; j < beta.length; j++)
				for (int i = 0; i < n; i++)
					eta[i] += beta[j] * x[j][i];
			for (int d = 0; d < n; d++) {
				if (!times.event(d)) continue;
				residual[d]++;
				double atRisk = 0;
				for (int i = 0; i < n; i++)
					if (times.time(i) >= times.time(d)) atRisk += Math.exp(eta[i]);
				for (int i = 0; i < n; i++)
					if (times.time(i) >= times.time(d)) residual[i] -= Math.exp(eta[i]) / atRisk;
			}
			return Arrays.stream(x).mapToDouble(v -> IntStream.range(0, n).mapToDouble(i -> (v[i] - Moments.mean(v)) *
				residual[i]).sum()).toArray();
		}
	}
}
