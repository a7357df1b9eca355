package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.OwnOracle.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision curves, reclassification and subgroups of the simulated cohort equal their definitions, written in R. */
class OwnClinicalUseTest {

	private static final double ROUNDING = 1e-12;

	@Test
	void decisionCurves() throws IOException {
		final JsonObject r = OwnOracle.object("dca");
		final double[] risk = OwnOracle.cohort().numeric("risk_new"), thresholds = numbers(r.get("threshold"));
		final DecisionCurve more = DecisionCurve.of(OwnOracle.times(), risk, 36, thresholds, false);
		OwnOracle.check(r, "gt", more.points(), DecisionCurve.Point::netBenefit, ROUNDING);
		OwnOracle.check(r, "all", more.points(), DecisionCurve.Point::treatAll, ROUNDING);
		OwnOracle.check(r, "ge", DecisionCurve.of(OwnOracle.times(), risk, 36, thresholds, true).points(),
			DecisionCurve.Point::netBenefit, ROUNDING);
		OwnOracle.check(r, "binary", DecisionCurve.ofOutcome(OwnOracle.cohort().flags("y"), risk, thresholds, false)
			.points(), DecisionCurve.Point::netBenefit, ROUNDING);
		for (final DecisionCurve.Range range : more.winning())
			for (final DecisionCurve.Point p : more.points())
				if (p.threshold() >= range.from() && p.threshold() <= range.to()) assertEquals(p.netBenefit(), Math.max(p
					.netBenefit(), Math.max(0, p.treatAll())));
	}

	@Test
	void reclassification() throws IOException {
		final JsonObject r = OwnOracle.object("reclassification");
		final Cohort cohort = OwnOracle.cohort();
		final boolean[] y = cohort.flags("y");
		final double[] before = cohort.numeric("risk_old"), after = cohort.numeric("risk_new");
		final Reclassification cut = Reclassification.of(y, before, after, .3, .6), free = Reclassification.of(y, before,
			after);
		assertAllClose(numbers(r.get("categories")), nri(cut), ROUNDING, "NRI");
		assertAllClose(numbers(r.get("free")), nri(free), ROUNDING, "category-free NRI");
		assertAllClose(numbers(r.get("idi")), new double[] { cut.idi(), cut.idiError() }, ROUNDING, "IDI");
	}

	private static double[] nri(final Reclassification r) {
		return new double[] { r.events(), r.nonEvents(), r.nri(), r.nriError() };
	}

	@ParameterizedTest
	@ValueSource(strings = { "centre", "y" })
	void treatmentInSubgroups(final String key) throws IOException {
		final JsonObject r = OwnOracle.object("subgroup").getAsJsonObject(key);
		final Cohort cohort = OwnOracle.cohort();
		final TreatmentEffect effect = TreatmentEffect.of(OwnOracle.times(), cohort.flags("treated"), cohort.factor(key), 36,
			Ties.EFRON);
		assertEquals(r.getAsJsonArray("levels").size(), effect.groups().size());
		for (int g = 0; g < effect.groups().size(); g++) {
			final JsonObject level = r.getAsJsonArray("levels").get(g).getAsJsonObject();
			final TreatmentEffect.Group group = effect.groups().get(g);
			assertEquals(level.get("level").getAsString(), group.level());
			assertClose(value(level, "coef"), group.fit().coefficient(0), 1e-9, "coef");
			assertClose(value(level, "se"), group.fit().standardError(0), 1e-9, "se");
			final double[] without = numbers(level.get("untreated")), with = numbers(level.get("treated"));
			assertClose(with[0] - without[0], group.difference(), 1e-11, "difference");
			final double half = 1.959963984540054 * Math.sqrt(with[1] * with[1] + without[1] * without[1]);
			assertClose(with[0] - without[0] - half, group.interval()[0], 1e-11, "lower");
			assertClose(with[0] - without[0] + half, group.interval()[1], 1e-11, "upper");
		}
		assertEquals(value(r, "df"), effect.interaction().df());
		assertClose(value(r, "lr"), effect.interaction().statistic(), 1e-9, "likelihood ratio");
		assertAllClose(numbers(r.get("coef")), effect.model().coefficients(), 1e-9, "coef");
	}
}
