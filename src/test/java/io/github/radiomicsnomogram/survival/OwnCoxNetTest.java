package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.OwnOracle.matrix;
import static io.github.radiomicsnomogram.survival.OwnOracle.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.Progress;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
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
}
