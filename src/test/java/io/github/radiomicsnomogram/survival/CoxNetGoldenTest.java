package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.Map;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Penalised Cox models equal glmnet(x, y, family = "cox", ...) and cv.glmnet. */
class CoxNetGoldenTest {

	private static final List<String> GBSG = List.of("age", "meno", "size", "grade", "nodes", "pgr", "er", "hormon");

	private record Input(SurvivalTimes times, List<String> names, double[][] columns) {

		static Input of(final String name) {
			if (name.startsWith("gbsg")) {
				final Cohort gbsg = Golden.data("gbsg");
				final double[] years = Arrays.stream(gbsg.numeric("rfstime")).map(d -> d / 365.25).toArray();
				return new Input(new SurvivalTimes(years, gbsg.flags("status")), GBSG, GBSG.stream().map(gbsg::numeric).toArray(
					double[][]::new));
			}
			final Cohort train = Golden.cohort114("train");
			final List<String> features = train.table().header().stream().filter(h -> h.startsWith("original_")).toList();
			return new Input(new SurvivalTimes(train.numeric("dfs_months"), train.flags("dfs_event")), features, features
				.stream().map(train::numeric).toArray(double[][]::new));
		}

		CoxNetPath fit(final CoxNetOptions options) {
			return CoxNet.fit(times, names, columns, options, Progress.NONE);
		}
	}

	/**
	 * Of the largest coefficient, on the standardised scale. Taking glmnet's steps and stopping where it stops leaves
	 * rounding, which nearly collinear features enlarge; measured: 2e-13.
	 */
	private static final double SAME_STEPS = 1e-9;

	/** With and without being told glmnet's threshold: coefficients equal, and the same ones exactly zero. */
	@ParameterizedTest
	@CsvSource({ "cohort_a1_std1_thr1e-14,1,true", "cohort_a1_std0_thr1e-14,1,false", "cohort_a0.5_std1_thr1e-14,0.5,true",
		"cohort_a0.5_std0_thr1e-14,0.5,false", "gbsg_years_a1_std1_thr1e-14,1,true", "gbsg_years_a1_std0_thr1e-14,1,false",
		"gbsg_years_a0.5_std1_thr1e-14,0.5,true", "gbsg_years_a0.5_std0_thr1e-14,0.5,false", "gbsg_pf,1,true" })
	void equalsGlmnet(final String key, final double alpha, final boolean standardize) throws IOException {
		final Input input = Input.of(key);
		CoxNetOptions options = CoxNetOptions.alpha(alpha).standardize(standardize);
		if (key.startsWith("cohort")) options = options.lambdas(60, 0.05);
		if (key.equals("gbsg_pf")) options = options.penaltyFactor(1, 1, 1, 1, 0, 1, 1, 1);
		compare(key, input, input.fit(options));
		compareToTheEnd(key, input, input.fit(options.thresh(1e-14)));
	}

	/** glmnet's default, which stops well before the optimum. */
	@ParameterizedTest
	@CsvSource({ "cohort_a1_std1_thr1e-07,1,true", "cohort_a1_std0_thr1e-07,1,false", "cohort_a0.5_std1_thr1e-07,0.5,true",
		"cohort_a0.5_std0_thr1e-07,0.5,false", "gbsg_years_a1_std1_thr1e-07,1,true", "gbsg_years_a1_std0_thr1e-07,1,false",
		"gbsg_years_a0.5_std1_thr1e-07,0.5,true", "gbsg_years_a0.5_std0_thr1e-07,0.5,false" })
	void stopsWhereGlmnetStops(final String key, final double alpha, final boolean standardize) throws IOException {
		final Input input = Input.of(key);
		compareToTheEnd(key, input, input.fit(CoxNetOptions.alpha(alpha).standardize(standardize).thresh(1e-7)));
	}

	/** The same number of passes, and the same end of the path. */
	private static void compareToTheEnd(final String key, final Input input, final CoxNetPath path) throws IOException {
		compare(key, input, path);
		final JsonObject r = summary(key);
		assertEquals(r.get("npasses").getAsInt(), path.passes(), key);
		assertEquals(r.get("nlambda").getAsInt(), path.lambda().length, key);
		assertEquals(r.get("jerr").getAsInt(), -path.notReached(), key);
	}

	private static JsonObject summary(final String key) throws IOException {
		return Golden.json("glmnet_path").getAsJsonObject(key.equals("gbsg_pf") ? "gbsg_penalty_factor_nodes_0" : key);
	}

	private static void compare(final String key, final Input input, final CoxNetPath path) throws IOException {
		final Cohort expected = new Cohort(Golden.expected("glmnet_" + key));
		final double[] lambda = expected.numeric("lambda"), ratio = expected.numeric("dev_ratio");
		assertTrue(lambda.length <= path.lambda().length, key + ": " + path.lambda().length + " penalties, glmnet has " +
			lambda.length);
		final double[][] columns = input.names.stream().map(expected::numeric).toArray(double[][]::new);
		for (int l = 0; l < lambda.length; l++) {
			assertClose(lambda[l], path.lambda()[l], 1e-12, key + " lambda " + l);
			final int row = l;
			final double[] beta = Arrays.stream(columns).mapToDouble(c -> c[row]).toArray();
			compare(input, beta, path.coefficients(l), key + " at lambda " + l);
			assertEquals(ratio[l], path.devianceRatio()[l], 1e-12, key + " dev.ratio " + l);
		}
		final JsonObject r = summary(key);
		assertClose(number(r.get("nulldev")), path.nullDeviance(), 1e-12, "nulldev");
		if (!r.has("jerr") || r.get("jerr").getAsInt() == 0) assertEquals(lambda.length, path.lambda().length, key);
	}

	private static void compare(final Input input, final double[] expected, final double[] actual, final String what) {
		double largest = 0;
		final double[] sd = new double[expected.length];
		for (int j = 0; j < sd.length; j++) {
			sd[j] = Math.sqrt(Moments.variance(input.columns[j]));
			largest = Math.max(largest, Math.abs(expected[j]) * sd[j]);
		}
		for (int j = 0; j < sd.length; j++) {
			assertEquals(expected[j] * sd[j], actual[j] * sd[j], SAME_STEPS * largest, what + " " + input.names.get(j));
			assertEquals(expected[j] == 0, actual[j] == 0, what + " " + input.names.get(j) + ": " + expected[j] + " against " +
				actual[j]);
		}
	}

	@ParameterizedTest
	@CsvSource({ "cohort_10fold_default,foldid10,1,GROUPED_DEVIANCE,1e-7",
		"cohort_10fold_grouped_false,foldid10,1,DEVIANCE,1e-7",
		"cohort_10fold_own_paths_tight,foldid10,1,GROUPED_DEVIANCE,1e-14",
		"cohort_10fold_explicit_lambda_tight,foldid10,1,GROUPED_DEVIANCE,1e-14",
		"cohort_5fold_grouped_false_explicit_tight,foldid5,1,DEVIANCE,1e-14",
		"cohort_5fold_grouped_true_explicit_tight,foldid5,1,GROUPED_DEVIANCE,1e-14",
		"cohort_5fold_cindex,foldid5,1,CONCORDANCE,1e-14", "cohort_10fold_alpha05,foldid10,0.5,GROUPED_DEVIANCE,1e-14",
		"gbsg_grouped,gbsg,1,GROUPED_DEVIANCE,1e-14", "gbsg_ungrouped,gbsg,1,DEVIANCE,1e-14" })
	void equalsCvGlmnet(final String key, final String folds, final double alpha,
		final CoxNetCrossValidation.Measure measure, final double threshold) throws IOException
	{
		final JsonObject r = Golden.json("glmnet_cv").getAsJsonObject(key);
		final Input input = Input.of(key);
		final double[] lambda = numbers(r.get("lambda"));
		final CoxNetOptions basic = CoxNetOptions.alpha(alpha).thresh(threshold);
		final CoxNetOptions options = key.contains("own_paths") ? basic.lambdas(60, 0.05) : key.startsWith("gbsg") || key
			.contains("default") || key.equals("cohort_10fold_grouped_false") ? basic : basic.lambda(lambda);
		final CoxNetCrossValidation cv = CoxNetCrossValidation.of(input.times, input.names, input.columns, options, folds(
			folds), measure, Progress.NONE);
		assertAllClose(lambda, cv.lambda(), 1e-12, "lambda");
		assertAllClose(numbers(r.get("cvm")), cv.mean(), 1e-10, "cvm");
		assertAllClose(numbers(r.get("cvsd")), cv.standardError(), 1e-10, "cvsd");
		assertEquals(r.getAsJsonObject("index").get("min").getAsInt() - 1, cv.indexMin());
		assertEquals(r.getAsJsonObject("index").get("1se").getAsInt() - 1, cv.index1se());
		assertClose(number(r.get("lambda_min")), cv.lambdaMin(), 1e-12, "lambda.min");
		assertClose(number(r.get("lambda_1se")), cv.lambda1se(), 1e-12, "lambda.1se");
		coefficients(r.getAsJsonObject("coef_min"), input, cv.path().coefficients(cv.indexMin()));
		coefficients(r.getAsJsonObject("coef_1se"), input, cv.path().coefficients(cv.index1se()));
	}

	private static void coefficients(final JsonObject expected, final Input input, final double[] actual) {
		final double[] full = new double[actual.length];
		for (final Map.Entry<String, JsonElement> e : expected.entrySet())
			full[input.names.indexOf(e.getKey())] = number(e.getValue());
		compare(input, full, actual, "coef");
	}

	/** Solved to rounding. At an optimum the score of a non-zero coefficient equals the penalty, and no other one's exceeds it. */
	@Test
	void meetsTheOptimalityConditions() {
		final Input input = Input.of("cohort");
		final CoxNetPath path = input.fit(CoxNetOptions.alpha(1).lambdas(60, 0.05).thresh(0));
		final int n = input.times.size();
		for (int l = 0; l < path.lambda().length; l++) {
			final double[] beta = path.coefficients(l), eta = new double[n];
			for (int j = 0; j < beta.length; j++)
				for (int i = 0; i < n; i++)
					eta[i] += beta[j] * input.columns[j][i];
			final double[] residual = residuals(input.times, eta);
			for (int j = 0; j < beta.length; j++) {
				final double sd = Math.sqrt(Moments.sumOfSquares(input.columns[j]) / n), mean = Moments.mean(input.columns[j]);
				double score = 0;
				for (int i = 0; i < n; i++)
					score += (input.columns[j][i] - mean) / sd * residual[i] / n;
				final double lambda = path.lambda()[l];
				if (beta[j] != 0) assertEquals(Math.signum(beta[j]) * lambda, score, 1e-9 * lambda, input.names.get(j));
				else assertTrue(Math.abs(score) <= lambda * (1 + 1e-9), input.names.get(j));
			}
		}
	}

	/** Events less Breslow's expected events, by the definition. */
	private static double[] residuals(final SurvivalTimes times, final double[] eta) {
		final int n = times.size();
		final double[] residual = new double[n];
		for (int d = 0; d < n; d++) {
			if (!times.event(d)) continue;
			residual[d]++;
			double atRisk = 0;
			for (int i = 0; i < n; i++)
				if (times.time(i) >= times.time(d)) atRisk += Math.exp(eta[i]);
			for (int i = 0; i < n; i++)
				if (times.time(i) >= times.time(d)) residual[i] -= Math.exp(eta[i]) / atRisk;
		}
		return residual;
	}

	/** Without a threshold, too, and whatever the threads; glmnet gave up on two folds further on. */
	@Test
	void interpolatesTheFoldsOwnPaths() throws IOException {
		final JsonObject r = Golden.json("glmnet_cv").getAsJsonObject("cohort_10fold_own_paths_tight");
		final CoxNetCrossValidation cv = crossValidate(Input.of("cohort"));
		final int reached = 50;
		assertAllClose(Arrays.copyOf(numbers(r.get("cvm")), reached), Arrays.copyOf(cv.mean(), reached), 1e-9, "cvm");
		assertAllClose(Arrays.copyOf(numbers(r.get("cvsd")), reached), Arrays.copyOf(cv.standardError(), reached), 1e-9,
			"cvsd");
		assertClose(number(r.get("lambda_min")), cv.lambdaMin(), 1e-12, "lambda.min");
		assertClose(number(r.get("lambda_1se")), cv.lambda1se(), 1e-12, "lambda.1se");
		final CoxNetCrossValidation single = Parallelization.runSingleThreaded(() -> crossValidate(Input.of("cohort")));
		assertArrayEquals(single.mean(), cv.mean(), 0);
	}

	private static CoxNetCrossValidation crossValidate(final Input input) {
		return CoxNetCrossValidation.of(input.times, input.names, input.columns, CoxNetOptions.alpha(1).lambdas(60, 0.05),
			folds("foldid10"), CoxNetCrossValidation.Measure.GROUPED_DEVIANCE, Progress.NONE);
	}

	private static int[] folds(final String column) {
		if (column.equals("gbsg")) {
			final double[] fold = Golden.data("gbsg_foldid").numeric("foldid");
			return Arrays.stream(fold).mapToInt(v -> (int) v).toArray();
		}
		return Arrays.stream(Golden.cohort114("train").numeric(column)).mapToInt(v -> (int) v).toArray();
	}

	@Test
	void refusesWhatGlmnetRefuses() {
		final double[][] x = { { 1, 2, 3, 4 }, { 1, 1, 1, 1 } };
		final List<String> names = List.of("a", "b");
		final boolean[] events = { true, false, true, false };
		final double[] t = { 1, 2, 3, 4 };
		refused("No patient had the event: there is nothing to learn from.", new SurvivalTimes(t, new boolean[4]), names, x);
		refused("Patient 1: the time is 0.0, but a penalised Cox model wants positive times.", new SurvivalTimes(new double[] {
			0, 2, 3, 4 }, events), names, x);
		refused("Covariate 'a' of patient 2 is NaN.", new SurvivalTimes(t, events), names, new double[][] { { 1, Double.NaN, 3,
			4 }, { 1, 1, 1, 1 } });
		refused("All 2 covariates are constant.", new SurvivalTimes(t, events), names, new double[][] { { 1, 1, 1, 1 }, { 2, 2,
			2, 2 } });
	}

	private static void refused(final String message, final SurvivalTimes times, final List<String> names,
		final double[][] x)
	{
		assertEquals(message, assertThrows(InputException.class, () -> CoxNet.fit(times, names, x, CoxNetOptions.alpha(1),
			Progress.NONE)).getMessage());
	}

	@Test
	void dealsFoldsOfEqualSize() {
		final int[] fold = CoxNetCrossValidation.folds(76, 10, 1);
		for (int k = 1; k <= 10; k++) {
			final int wanted = k;
			final long size = IntStream.of(fold).filter(f -> f == wanted).count();
			assertTrue(size == 7 || size == 8);
		}
		assertArrayEquals(fold, CoxNetCrossValidation.folds(76, 10, 1));
	}
}
