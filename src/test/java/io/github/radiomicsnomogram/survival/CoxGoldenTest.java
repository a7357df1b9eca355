package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.Golden.values;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cox models equal R's coxph(formula, data, ties = ...). */
class CoxGoldenTest {

	/**
	 * R stops when the log likelihood stands still to 1e-9, which leaves coefficients up to some 1e-7 from the maximum, and
	 * we don't stop there.
	 */
	private static final double CONVERGED = 1e-6;

	private static final Pattern FORMULA = Pattern.compile("Surv\\((.+), (.+)\\) ~ (.+)");

	@ParameterizedTest
	@ValueSource(strings = { "lung", "lung_fac", "veteran", "veteran_strata", "ovarian", "pbc", "colon", "gbsg",
		"rotterdam", "cohort_multi", "cohort_all" })
	void equalsCoxph(final String name) throws IOException {
		for (final Map.Entry<String, JsonElement> e : Golden.json("cox_" + name).entrySet())
			if (!e.getKey().equals("meta")) check(name, e.getValue().getAsJsonObject());
	}

	private static Cohort data(final String name) {
		return switch (name) {
			case "lung_fac" -> Golden.data("lung");
			case "veteran_strata" -> Golden.data("veteran");
			case "colon" -> Golden.data("colon_recurrence");
			case "cohort_multi" -> Golden.cohort114("train");
			case "cohort_all" -> Golden.data("cohort114");
			default -> Golden.data(name);
		};
	}

	private static void check(final String name, final JsonObject r) {
		final Matcher m = FORMULA.matcher(r.get("formula").getAsString());
		m.matches();
		final ModelFrame frame = ModelFrame.of(data(name), m.group(1), m.group(2), List.of(m.group(3).split(" \\+ ")));
		final Ties ties = Ties.valueOf(r.get("ties").getAsString().toUpperCase(Locale.ROOT));
		final CoxFit fit = CoxRegression.fit(frame.data(), ties);
		final String what = name + " " + ties;
		assertEquals(r.get("n").getAsInt(), fit.n(), what);
		assertEquals(r.get("nevent").getAsInt(), fit.events(), what);
		assertEquals(r.get("n_omitted_NA").getAsInt(), frame.omitted(), what);
		assertEquals(r.get("iterations").getAsInt(), fit.iterations(), what + " iterations");
		assertEquals(List.copyOf(r.getAsJsonObject("coef").keySet()), fit.names(), what);
		coefficients(r, fit, what);
		tests(r, fit, what);
		if (r.has("basehaz_uncentered")) curves(r, fit, what);
		if (r.has("predicted")) predictions(r, frame, fit, what);
		if (r.has("zph")) proportionality(r.getAsJsonObject("zph"), fit, what);
	}

	/** Equals cox.zph(fit, transform). */
	private static void proportionality(final JsonObject zph, final CoxFit fit, final String what) {
		for (final ProportionalHazards.Transform transform : ProportionalHazards.Transform.values()) {
			final JsonObject table = zph.getAsJsonObject(transform.name().toLowerCase(Locale.ROOT));
			final ProportionalHazards test = ProportionalHazards.of(fit, transform);
			for (int i = 0; i <= test.terms().size(); i++) {
				final TestStatistic t = i < test.terms().size() ? test.tests().get(i) : test.global();
				final double[] row = numbers(table.getAsJsonArray("data").get(i));
				assertEquals(table.getAsJsonArray("rows").get(i).getAsString(), i < test.terms().size() ? test.terms().get(i)
					: "GLOBAL");
				assertClose(row[0], t.statistic(), CONVERGED, what + " zph " + transform);
				assertEquals(row[1], t.df());
				assertClose(row[2], t.p(), CONVERGED, what + " zph p " + transform);
			}
		}
	}

	private static void coefficients(final JsonObject r, final CoxFit fit, final String what) {
		final int p = fit.names().size();
		assertAllClose(values(r.get("coef")), fit.coefficients(), CONVERGED, what + " coef");
		for (int j = 0; j < p; j++) {
			assertClose(values(r.get("se"))[j], fit.standardError(j), CONVERGED, what + " se");
			assertClose(values(r.get("hr_lower95"))[j], fit.hazardRatioLower(j), CONVERGED, what + " lower");
			assertClose(values(r.get("hr_upper95"))[j], fit.hazardRatioUpper(j), CONVERGED, what + " upper");
			assertClose(values(r.get("p"))[j], fit.p(j), 1e-5, what + " p");
			assertAllClose(numbers(r.getAsJsonObject("vcov").getAsJsonArray("data").get(j)), fit.covariance()[j], CONVERGED,
				what + " vcov");
			assertClose(values(r.get("means"))[j], fit.means()[j], 1e-12, what + " means");
		}
	}

	private static void tests(final JsonObject r, final CoxFit fit, final String what) {
		assertClose(number(r.get("loglik_null")), fit.nullLogLikelihood(), 1e-12, what + " null");
		assertClose(number(r.get("loglik")), fit.logLikelihood(), 1e-9, what + " loglik");
		assertClose(number(r.get("aic")), fit.aic(), 1e-9, what + " aic");
		assertClose(number(r.get("bic_uses_nevent")), fit.bic(), 1e-9, what + " bic");
		assertClose(number(r.getAsJsonObject("lr_test").get("stat")), fit.likelihoodRatioTest().statistic(), 1e-9, what);
		assertClose(number(r.getAsJsonObject("lr_test").get("p")), fit.likelihoodRatioTest().p(), 1e-7, what);
		assertClose(number(r.getAsJsonObject("score_test").get("stat")), fit.scoreTest().statistic(), 1e-9, what);
		assertEquals(fit.scoreTest().df(), r.getAsJsonObject("score_test").get("df").getAsInt());
		// summary() rounds the Wald statistic to two decimals.
		assertEquals(number(r.getAsJsonObject("wald_test").get("stat")), fit.waldTest().statistic(), 0.00501, what);
	}

	private static void curves(final JsonObject r, final CoxFit fit, final String what) {
		final CoxBaseline baseline = fit.baseline();
		final double[] hazard = Arrays.stream(range(baseline.strata().length)).flatMap(s -> Arrays.stream(baseline.hazard(
			(int) s))).toArray();
		assertAllClose(numbers(r.getAsJsonObject("basehaz_uncentered").get("hazard")), hazard, CONVERGED, what + " basehaz");
		assertAllClose(numbers(r.get("lp_centered")), fit.centredLinearPredictors(), CONVERGED, what + " lp");
		assertAllClose(numbers(r.get("martingale_residuals")), fit.residuals().martingale(), CONVERGED, what + " martingale");
		assertAllClose(numbers(r.get("deviance_residuals")), fit.residuals().deviance(), CONVERGED, what + " deviance");
	}

	private static double[] range(final int n) {
		final double[] v = new double[n];
		Arrays.setAll(v, i -> i);
		return v;
	}

	private static void predictions(final JsonObject r, final ModelFrame frame, final CoxFit fit, final String what) {
		final JsonObject predicted = r.getAsJsonObject("predicted");
		final double[] times = numbers(predicted.get("times"));
		for (final ConfidenceType type : ConfidenceType.values())
			for (int t = 0; t < times.length; t++)
				for (int i = 0; i < 3; i++) {
					final JsonObject q = predicted.getAsJsonObject(type.key());
					final SurvivalEstimate s = fit.baseline().survival(0, frame.data().covariates().row(i), times[t], type);
					final String at = what + " " + type + " patient " + i + " at " + times[t];
					assertClose(cell(q, "surv", t, i), s.survival(), CONVERGED, at);
					assertClose(cell(q, "std_err_of_surv", t, i), s.standardError(), CONVERGED, at + " error");
					assertClose(cell(q, "lower95", t, i), s.lower(), CONVERGED, at + " lower");
					assertClose(cell(q, "upper95", t, i), s.upper(), CONVERGED, at + " upper");
				}
	}

	private static double cell(final JsonObject q, final String key, final int row, final int column) {
		return number(q.getAsJsonArray(key).get(row).getAsJsonArray().get(column));
	}
}
