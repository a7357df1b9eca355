package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.Golden.values;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Where a Cox model has no proper maximum, do as R's coxph does and say so. */
class CoxEdgeCasesTest {

	private static JsonObject edge() throws IOException {
		return Golden.json("edge_cases");
	}

	private static CoxData data(final String set, final boolean[] event, final String... names) throws IOException {
		final JsonObject d = edge().getAsJsonObject(set);
		final double[] t = numbers(d.get("t"));
		final boolean[] e = event != null ? event : flags(numbers(d.get("e")));
		return new CoxData(new SurvivalTimes(t, e), DesignMatrix.numeric(List.of(names), Arrays.stream(names).map(n -> numbers(
			d.get(n))).toArray(double[][]::new)));
	}

	private static boolean[] flags(final double[] v) {
		final boolean[] f = new boolean[v.length];
		for (int i = 0; i < f.length; i++)
			f[i] = v[i] == 1;
		return f;
	}

	/** Runaway coefficients depend on rounding near a flat likelihood: 1e-4 there, 1e-6 elsewhere. */
	private static void check(final String key, final CoxFit fit, final double tolerance) throws IOException {
		final JsonObject golden = edge().getAsJsonObject(key), r = golden.getAsJsonObject("result");
		final double[] coef = values(r.get("coef"));
		final JsonElement se = r.get("se");
		for (int j = 0; j < coef.length; j++) {
			final double expected = se.isJsonArray() ? number(se.getAsJsonArray().get(j)) : number(se);
			assertClose(coef[j], fit.coefficient(j), tolerance, key + " coef " + j);
			assertClose(expected, fit.standardError(j), 100 * tolerance, key + " se " + j);
		}
		assertEquals(numbers(r.get("loglik"))[0], fit.nullLogLikelihood(), 1e-12, key);
		assertEquals(numbers(r.get("loglik"))[1], fit.logLikelihood(), 1e-8, key);
		assertEquals(r.get("iter").getAsInt(), fit.iterations(), key);
		assertEquals(texts(golden.getAsJsonArray("warnings")), fit.warnings(), key);
	}

	private static List<String> texts(final JsonArray array) {
		final List<String> texts = new ArrayList<>();
		array.forEach(e -> texts.add(e.getAsString()));
		return texts;
	}

	@Test
	void separation() throws IOException {
		check("separation_single", CoxRegression.fit(data("data", null, "x")), 1e-4);
		check("monotone_likelihood", CoxRegression.fit(data("data", null, "x", "z")), 1e-4);
		check("rare_binary_no_events", CoxRegression.fit(data("rare_binary_no_events_data", null, "r", "z")), 1e-4);
	}

	@Test
	void redundantColumns() throws IOException {
		check("constant_feature", CoxRegression.fit(data("data", null, "z", "k")), 1e-6);
		check("constant_only", CoxRegression.fit(data("data", null, "k")), 1e-6);
	}

	@Test
	void fewOrNoEvents() throws IOException {
		check("zero_events", CoxRegression.fit(data("data", new boolean[8], "z")), 1e-6);
		final boolean[] one = new boolean[8];
		one[2] = true;
		check("one_event", CoxRegression.fit(data("data", one, "z")), 1e-6);
	}

	@Test
	void everybodyAtOneTime() throws IOException {
		final double[] z = numbers(edge().getAsJsonObject("data").get("z"));
		final double[] five = IntStream.range(0, 8).mapToDouble(i -> 5).toArray();
		final CoxData tied = new CoxData(new SurvivalTimes(five, flags(new double[] { 1, 1, 0, 1, 1, 0, 0, 1 })), DesignMatrix
			.numeric(List.of("z"), new double[][] { z }));
		check("all_tied", CoxRegression.fit(tied), 1e-6);
		check("all_tied_breslow", CoxRegression.fit(tied, Ties.BRESLOW), 1e-6);
	}

	@Test
	void moreCovariatesThanEvents() throws IOException {
		final JsonObject wide = edge().getAsJsonObject("n_less_than_p_data");
		final CoxData base = data("data", null, "z");
		final CoxFit fit = CoxRegression.fit(base.withCovariates(DesignMatrix.numeric(List.copyOf(wide.keySet()), wide
			.keySet().stream().map(k -> numbers(wide.get(k))).toArray(double[][]::new))));
		// Nothing but the failure to converge is well defined here.
		assertEquals(List.of("Ran out of iterations and did not converge"), fit.warnings());
		assertEquals(0, fit.logLikelihood(), 1e-6);
	}
}
