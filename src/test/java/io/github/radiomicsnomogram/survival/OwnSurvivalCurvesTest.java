package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.OwnOracle.matrix;
import static io.github.radiomicsnomogram.survival.OwnOracle.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kaplan-Meier, log-rank and concordance of the simulated cohort equal survfit, survdiff and concordance. */
class OwnSurvivalCurvesTest {

	/** Sums and products of up to 120 terms in another order. */
	private static final double ROUNDING = 1e-12;

	private static final double[] AT = { 12, 30, 48 };

	@ParameterizedTest
	@ValueSource(strings = { "all", "a", "b", "c" })
	void equalsSurvfit(final String group) throws IOException {
		final JsonObject r = OwnOracle.object("km").getAsJsonObject(group);
		final SurvivalTimes all = OwnOracle.times();
		final KaplanMeier km = new KaplanMeier(group.equals("all") ? all : all.rows(OwnOracle.rows("centre", group)));
		assertArrayEquals(numbers(r.get("time")), km.times());
		assertArrayEquals(ints(r, "n_risk"), km.atRisk());
		assertArrayEquals(ints(r, "n_event"), km.events());
		assertArrayEquals(ints(r, "n_censor"), km.censored());
		assertAllClose(numbers(r.get("surv")), km.survival(), ROUNDING, "surv");
		assertAllClose(numbers(r.get("error_log")), km.standardErrorOfLog(), ROUNDING, "error");
		assertAllClose(numbers(r.get("hazard")), km.cumulativeHazard(), ROUNDING, "hazard");
		assertAllClose(numbers(r.get("rmean")), km.restrictedMean(40), ROUNDING, "rmean");
		for (final ConfidenceType type : ConfidenceType.values()) {
			final JsonObject q = r.getAsJsonObject(type.key());
			for (int t = 0; t < AT.length; t++) {
				final SurvivalEstimate s = km.at(AT[t], type);
				assertClose(numbers(q.get("surv"))[t], s.survival(), ROUNDING, type + " survival");
				assertClose(numbers(q.get("error"))[t], s.standardError(), ROUNDING, type + " error");
				assertClose(numbers(q.get("lower"))[t], s.lower(), ROUNDING, type + " lower");
				assertClose(numbers(q.get("upper"))[t], s.upper(), ROUNDING, type + " upper");
			}
			final double[] limits = km.medianInterval(type);
			assertArrayEquals(numbers(q.get("median")), new double[] { km.median(), limits[0], limits[1] });
		}
	}

	private static int[] ints(final JsonObject o, final String key) {
		return Arrays.stream(numbers(o.get(key))).mapToInt(v -> (int) v).toArray();
	}

	@ParameterizedTest
	@CsvSource({ "plain,false,0", "rho1,false,1", "rho_half,false,0.5", "stratified,true,0" })
	void equalsSurvdiff(final String key, final boolean stratified, final double rho) throws IOException {
		final JsonObject r = OwnOracle.object("logrank").getAsJsonObject(key);
		final Cohort cohort = OwnOracle.cohort();
		final LogRank test = LogRank.of(OwnOracle.times(), cohort.factor("centre").codes(), stratified ? cohort.factor(
			"treated").codes() : null, rho);
		assertArrayEquals(ints(r, "n"), test.n());
		assertAllClose(numbers(r.get("observed")), test.observed(), ROUNDING, "observed");
		assertAllClose(numbers(r.get("expected")), test.expected(), ROUNDING, "expected");
		for (int g = 0; g < 3; g++)
			assertAllClose(matrix(r.get("var"))[g], test.variance()[g], ROUNDING, "var");
		assertClose(value(r, "chisq"), test.test().statistic(), 1e-11, "chisq");
	}

	@ParameterizedTest
	@ValueSource(strings = { "s1", "s2", "risk_new" })
	void equalsConcordance(final String marker) throws IOException {
		final JsonObject r = OwnOracle.object("concordance").getAsJsonObject(marker);
		final double[] x = OwnOracle.cohort().numeric(marker);
		for (final Concordance.TimeWeight weight : Concordance.TimeWeight.values())
			concordance(r.getAsJsonObject(key(weight)), Concordance.of(OwnOracle.times(), x, weight,
				Double.POSITIVE_INFINITY));
		concordance(r.getAsJsonObject("n_ymax"), Concordance.of(OwnOracle.times(), x, Concordance.TimeWeight.N, 36));
		concordance(r.getAsJsonObject("uno_ymax"), Concordance.of(OwnOracle.times(), x, Concordance.TimeWeight.N_OVER_G2, 36));
	}

	private static String key(final Concordance.TimeWeight weight) {
		return switch (weight) {
			case N -> "n";
			case S -> "S";
			case S_OVER_G -> "S_over_G";
			case N_OVER_G2 -> "n_over_G2";
			case I -> "I";
		};
	}

	private static void concordance(final JsonObject r, final Concordance c) {
		assertClose(value(r, "c"), c.c(), ROUNDING, "c");
		assertClose(value(r, "se"), c.standardError(), ROUNDING, "se");
		assertAllClose(numbers(r.get("counts")), new double[] { c.concordant(), c.discordant(), c.tiedMarker(), c.tiedTime(), c
			.tiedBoth() }, ROUNDING, "counts");
	}
}
