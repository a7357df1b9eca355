package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.OwnOracle.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ROC curves equal pROC's, time-dependent areas and Brier scores the definitions, and riskRegression's Score. */
class OwnRocTest {

	/** Means of at most 120 numbers. */
	private static final double ROUNDING = 1e-12;

	private static RocCurve curve(final String score, final int[] rows, final boolean negative) {
		final double[] y = OwnOracle.pick("y", rows), s = OwnOracle.pick(score, rows);
		final boolean[] outcome = new boolean[y.length];
		for (int i = 0; i < y.length; i++)
			outcome[i] = y[i] == 1;
		return new RocCurve(outcome, negative ? Arrays.stream(s).map(v -> -v).toArray() : s, negative
			? RocCurve.Direction.SMALLER : RocCurve.Direction.LARGER);
	}

	private static int[] all() {
		return IntStream.range(0, OwnOracle.cohort().size()).toArray();
	}

	@ParameterizedTest
	@CsvSource({ "s1,s1,false", "s2,s2,false", "smaller,s1,true" })
	void equalsRoc(final String key, final String score, final boolean negative) throws IOException {
		final JsonObject r = OwnOracle.object("roc").getAsJsonObject(key);
		final RocCurve curve = curve(score, all(), negative);
		assertClose(value(r, "auc"), curve.auc(), ROUNDING, "auc");
		assertClose(value(r, "var"), curve.variance(), ROUNDING, "variance");
		assertAllClose(numbers(r.get("ci")), curve.interval(), ROUNDING, "interval");
		points(r, curve.points());
		points(r.getAsJsonObject("youden"), curve.best(RocCurve.Best.YOUDEN));
		points(r.getAsJsonObject("closest"), curve.best(RocCurve.Best.CLOSEST_TOPLEFT));
	}

	private static void points(final JsonObject r, final List<RocCurve.Point> points) {
		OwnOracle.check(r, "threshold", points, RocCurve.Point::threshold, ROUNDING);
		OwnOracle.check(r, "sensitivity", points, RocCurve.Point::sensitivity, ROUNDING);
		OwnOracle.check(r, "specificity", points, RocCurve.Point::specificity, ROUNDING);
		if (!r.has("ppv")) return;
		OwnOracle.check(r, "ppv", points, RocCurve.Point::ppv, ROUNDING);
		OwnOracle.check(r, "npv", points, RocCurve.Point::npv, ROUNDING);
		OwnOracle.check(r, "accuracy", points, RocCurve.Point::accuracy, ROUNDING);
	}

	@Test
	void equalsRocTest() throws IOException {
		final JsonObject paired = OwnOracle.object("roc").getAsJsonObject("paired");
		final RocCurve.Comparison p = curve("s1", all(), false).comparePaired(curve("s2", all(), false));
		assertClose(value(paired, "statistic"), p.statistic(), 1e-11, "Z");
		assertClose(value(paired, "p"), p.p(), 1e-11, "p");
		assertAllClose(numbers(paired.get("ci")), new double[] { p.lower(), p.upper() }, 1e-11, "ci");
		final JsonObject unpaired = OwnOracle.object("roc").getAsJsonObject("unpaired");
		final int[] in = OwnOracle.rows("centre", "a"), out = IntStream.range(0, OwnOracle.cohort().size()).filter(
			i -> Arrays.binarySearch(in, i) < 0).toArray();
		final RocCurve.Comparison u = curve("s1", in, false).compareUnpaired(curve("s1", out, false));
		assertClose(value(unpaired, "statistic"), u.statistic(), 1e-11, "D");
		assertClose(value(unpaired, "df"), u.df(), 1e-11, "df");
		assertClose(value(unpaired, "p"), u.p(), 1e-10, "p");
	}

	@ParameterizedTest
	@ValueSource(strings = { "risk_new", "risk_old" })
	void weighsForCensoring(final String column) throws IOException {
		final double[] risk = OwnOracle.cohort().numeric(column);
		for (final JsonElement e : OwnOracle.object("td").getAsJsonArray(column)) {
			final JsonObject r = e.getAsJsonObject();
			final TimeDependentRoc roc = TimeDependentRoc.of(OwnOracle.times(), risk, value(r, "t"));
			assertEquals(value(r, "cases"), roc.cases());
			assertEquals(value(r, "controls"), roc.controls());
			assertClose(value(r, "auc"), roc.auc(), ROUNDING, "auc");
			assertClose(value(r, "se"), roc.standardError(), ROUNDING, "se");
			assertClose(value(r, "lower"), roc.lower(), ROUNDING, "lower");
			assertClose(value(r, "upper"), roc.upper(), ROUNDING, "upper");
			final TimeDependentRoc.Brier brier = TimeDependentRoc.brierScore(OwnOracle.times(), risk, value(r, "t"));
			assertClose(value(r, "brier"), brier.score(), ROUNDING, "Brier");
			assertClose(value(r, "brier_se"), brier.standardError(), ROUNDING, "Brier se");
		}
	}
}
