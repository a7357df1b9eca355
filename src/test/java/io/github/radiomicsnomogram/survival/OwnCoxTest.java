package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.OwnOracle.matrix;
import static io.github.radiomicsnomogram.survival.OwnOracle.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cox models of the simulated cohort equal coxph, with R iterating to a standstill.
 */
class OwnCoxTest {

	/** Both sides converge until rounding; what is left is that of sums over 120 patients. */
	private static final double CONVERGED = 1e-9;

	private static final double[] AT = { 12, 30, 48 };

	@ParameterizedTest
	@CsvSource({ "plain,EFRON", "plain,BRESLOW", "plain,EXACT", "few,EFRON", "few,BRESLOW", "few,EXACT", "stratified,EFRON",
		"stratified,BRESLOW", "stratified,EXACT", "crossed,EFRON", "crossed,BRESLOW", "logged,EFRON", "logged,BRESLOW",
		"weighted,EFRON", "weighted,BRESLOW", "shifted,EFRON", "shifted,BRESLOW", "shifted,EXACT" })
	void equalsCoxph(final String key, final Ties ties) throws IOException {
		final JsonObject model = OwnOracle.object("cox").getAsJsonObject(key);
		final JsonObject r = model.getAsJsonObject(ties.name().toLowerCase(Locale.ROOT));
		final ModelFrame frame = ModelFrame.of(OwnOracle.cohort(), "time", "event", List.of(model.get("terms").getAsString()
			.split(" \\+ ")));
		final CoxFit fit = CoxRegression.fit(data(key, frame), ties).withNaiveVariance();
		assertEquals(r.get("n").getAsInt(), fit.n());
		assertEquals(r.get("events").getAsInt(), fit.events());
		assertEquals(List.of(), fit.warnings());
		assertAllClose(numbers(r.get("coef")), fit.coefficients(), CONVERGED, "coef");
		for (int j = 0; j < fit.names().size(); j++)
			assertAllClose(matrix(r.get("vcov"))[j], fit.covariance()[j], CONVERGED, "vcov");
		assertAllClose(numbers(r.get("means")), fit.means(), 1e-12, "means");
		assertClose(numbers(r.get("loglik"))[0], fit.nullLogLikelihood(), 1e-12, "null");
		assertClose(numbers(r.get("loglik"))[1], fit.logLikelihood(), 1e-12, "loglik");
		assertClose(value(r, "score"), fit.scoreTest().statistic(), CONVERGED, "score");
		assertClose(value(r, "wald"), fit.waldTest().statistic(), CONVERGED, "wald");
		assertClose(value(r, "aic"), fit.aic(), 1e-12, "aic");
		assertClose(value(r, "bic"), fit.bic(), 1e-12, "bic");
		if (r.has("martingale")) curves(r, frame, fit);
		if (r.has("zph")) for (final Map.Entry<String, JsonElement> e : r.getAsJsonObject("zph").entrySet())
			proportional(matrix(e.getValue()), ProportionalHazards.of(fit, ProportionalHazards.Transform.valueOf(e.getKey()
				.toUpperCase(Locale.ROOT))));
	}

	private static CoxData data(final String key, final ModelFrame frame) {
		return switch (key) {
			case "weighted" -> new CoxData(frame.data().times(), frame.data().covariates(), null, OwnOracle.pick("w", frame
				.rows()), null);
			case "shifted" -> new CoxData(frame.data().times(), frame.data().covariates(), null, null, OwnOracle.pick("off",
				frame.rows()));
			default -> frame.data();
		};
	}

	private static void curves(final JsonObject r, final ModelFrame frame, final CoxFit fit) {
		assertAllClose(numbers(r.get("martingale")), fit.residuals().martingale(), CONVERGED, "martingale");
		assertAllClose(numbers(r.get("deviance")), fit.residuals().deviance(), CONVERGED, "deviance");
		if (r.has("lp")) assertAllClose(numbers(r.get("lp")), fit.centredLinearPredictors(), CONVERGED, "lp");
		final CoxBaseline baseline = fit.baseline();
		if (r.has("hazard")) assertAllClose(numbers(r.get("hazard")), IntStream.range(0, baseline.strata().length).boxed()
			.flatMapToDouble(s -> Arrays.stream(baseline.hazard(s)).map(h -> h * Math.exp(fit.meanOffset()))).toArray(), CONVERGED,
			"hazard");
		if (!r.has("predicted")) return;
		for (final ConfidenceType type : ConfidenceType.values()) {
			final JsonObject q = r.getAsJsonObject("predicted").getAsJsonObject(type.key());
			for (int t = 0; t < AT.length; t++)
				for (int i = 0; i < 3; i++) {
					final SurvivalEstimate s = baseline.survival(0, frame.data().covariates().row(i), fit.data().offset(i), AT[t],
						type);
					assertClose(matrix(q.get("surv"))[t][i], s.survival(), CONVERGED, type + " survival");
					assertClose(matrix(q.get("error"))[t][i], s.standardError(), CONVERGED, type + " error");
					assertClose(matrix(q.get("lower"))[t][i], s.lower(), CONVERGED, type + " lower");
					assertClose(matrix(q.get("upper"))[t][i], s.upper(), CONVERGED, type + " upper");
				}
		}
	}

	private static void proportional(final double[][] table, final ProportionalHazards test) {
		for (int i = 0; i <= test.terms().size(); i++) {
			final TestStatistic t = i < test.terms().size() ? test.tests().get(i) : test.global();
			assertClose(table[i][0], t.statistic(), CONVERGED, "zph");
			assertEquals(table[i][1], t.df());
			assertClose(table[i][2], t.p(), CONVERGED, "zph p");
		}
	}

	/** With fractional weights coxph chooses the robust variance by itself, with clusters too. */
	@ParameterizedTest
	@CsvSource({ "weighted,EFRON", "weighted,BRESLOW", "clustered,EFRON", "clustered,BRESLOW", "both,EFRON",
		"both,BRESLOW", "asked,EFRON", "asked,BRESLOW" })
	void equalsRobustCoxph(final String key, final Ties ties) throws IOException {
		final JsonObject r = OwnOracle.object("robust").getAsJsonObject(ties.name().toLowerCase(Locale.ROOT)).getAsJsonObject(
			key);
		final List<String> terms = switch (key) {
			case "weighted" -> List.of("age", "treated", "f1", "f2");
			case "both" -> List.of("f1", "f2");
			default -> List.of("f1", "f2", "treated");
		};
		final ModelFrame frame = ModelFrame.of(OwnOracle.cohort(), "time", "event", terms);
		final CoxData data = key.equals("weighted") || key.equals("both") ? data("weighted", frame) : frame.data();
		final CoxFit own = CoxRegression.fit(data, ties);
		assertEquals(data.isWeighted(), own.isRobust());
		final CoxFit fit = key.equals("clustered") || key.equals("both") ? own.withRobustVariance(folds(frame)) : own
			.withRobustVariance();
		for (int j = 0; j < terms.size(); j++) {
			assertAllClose(matrix(r.get("naive"))[j], fit.naiveCovariance()[j], CONVERGED, "naive");
			assertAllClose(matrix(r.get("vcov"))[j], fit.covariance()[j], CONVERGED, "vcov");
			assertClose(numbers(r.get("z"))[j], fit.z(j), CONVERGED, "z");
			assertClose(numbers(r.get("p"))[j], fit.p(j), CONVERGED, "p");
		}
		assertClose(value(r, "wald"), fit.waldTest().statistic(), CONVERGED, "wald");
		assertClose(value(r, "score"), fit.scoreTest().statistic(), CONVERGED, "score");
		assertClose(value(r, "robust_score"), fit.robustScoreTest().orElseThrow().statistic(), CONVERGED, "robust score");
		concordance(numbers(r.get("concordance")), fit.concordance());
		for (int t = 0; t < AT.length; t++)
			for (int i = 0; i < 3; i++) {
				final SurvivalEstimate s = fit.baseline().survival(0, frame.data().covariates().row(i), AT[t], ConfidenceType.LOG);
				final JsonObject q = r.getAsJsonObject("predicted");
				assertClose(matrix(q.get("error"))[t][i], s.standardError(), CONVERGED, "error");
			}
	}

	/** R's counts, C and its standard error. */
	private static void concordance(final double[] r, final Concordance c) {
		assertAllClose(r, new double[] { c.concordant(), c.discordant(), c.tiedMarker(), c.tiedTime(), c.tiedBoth(), c.c(), c
			.standardError() }, 1e-12, "concordance");
		assertClose(r[5], c.c(), 1e-12, "C");
		assertClose(r[6], c.standardError(), CONVERGED, "se of C");
	}

	@Test
	void robustWithinStrata() throws IOException {
		final JsonObject r = OwnOracle.object("stratified_robust");
		final ModelFrame frame = ModelFrame.of(OwnOracle.cohort(), "time", "event", List.of("f1", "treated",
			"strata(centre)"));
		final CoxFit fit = CoxRegression.fit(new CoxData(frame.data().times(), frame.data().covariates(), frame.data().strata()
			.orElseThrow(), OwnOracle.pick("w", frame.rows()), null)).withRobustVariance(folds(frame));
		for (int j = 0; j < 2; j++)
			assertAllClose(matrix(r.get("vcov"))[j], fit.covariance()[j], CONVERGED, "vcov");
		assertClose(value(r, "robust_score"), fit.robustScoreTest().orElseThrow().statistic(), CONVERGED, "robust score");
		concordance(numbers(r.get("concordance")), fit.concordance());
	}

	private static int[] folds(final ModelFrame frame) {
		return Arrays.stream(OwnOracle.pick("fold", frame.rows())).mapToInt(v -> (int) v).toArray();
	}

	/** The data come from a model with known coefficients: each must lie within 3 standard errors. */
	@Test
	void findsTheTruth() throws IOException {
		final CoxFit fit = CoxRegression.fit(ModelFrame.of(OwnOracle.cohort(), "time", "event", List.of("age", "grade",
			"treated", "f1", "f2")).data());
		// f2 was divided by its factor 5 in the simulation.
		final JsonObject truth = OwnOracle.object("truth");
		for (int j = 0; j < fit.names().size(); j++) {
			final double beta = number(truth.get(fit.names().get(j))) / (fit.names().get(j).equals("f2") ? 5 : 1);
			assertTrue(Math.abs(fit.coefficient(j) - beta) < 3 * fit.standardError(j), fit.names().get(j) + ": " + fit
				.coefficient(j) + " against " + beta);
		}
	}
}
