package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.Progress;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stepwise selection, the univariate screen and collinearity of the simulated cohort equal R's. */
class OwnSelectionTest {

	private static final double CONVERGED = 1e-9;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4 })
	void equalsStep(final int index) throws IOException {
		final JsonObject r = OwnOracle.topic("step").getAsJsonArray().get(index).getAsJsonObject();
		final Cohort cohort = OwnOracle.cohort();
		final int[] complete = IntStream.range(0, cohort.size()).filter(i -> cohort.table().rows().get(i).stream().noneMatch(
			Cohort::isMissing)).toArray();
		final CoxData data = ModelFrame.of(cohort.rows(complete), "time", "event", List.of("age", "grade", "treated", "f1",
			"f2", "f3", "f4", "f5")).data();
		final StepwiseSelection selection = StepwiseSelection.of(data, r.get("start").getAsString().equals("full") ? data
			.covariates().terms() : List.of(), StepwiseSelection.Direction.valueOf(r.get("direction").getAsString().toUpperCase(
				Locale.ROOT)), r.get("k").getAsString().equals("bic") ? Math.log(data.times().events()) : 2, Ties.EFRON);
		assertEquals(OwnOracle.texts(r.getAsJsonArray("steps")), selection.steps().stream().map(
			StepwiseSelection.Step::change).toList());
		OwnOracle.check(r, "aic", selection.steps(), StepwiseSelection.Step::criterion, CONVERGED);
		OwnOracle.check(r, "deviance", selection.steps(), StepwiseSelection.Step::deviance, CONVERGED);
		assertEquals(OwnOracle.texts(r.getAsJsonArray("terms")), selection.fit().data().covariates().terms());
		assertAllClose(numbers(r.get("coef")), selection.fit().coefficients(), CONVERGED, "coef");
	}

	@Test
	void screensAndAdjusts() throws IOException {
		final JsonObject r = OwnOracle.object("screen");
		final UnivariateScreen screen = UnivariateScreen.of(OwnOracle.times(), OwnOracle.FEATURES, OwnOracle.features(),
			Ties.EFRON, Progress.NONE);
		OwnOracle.check(r, "coef", screen.rows(), row -> row.fit().coefficient(0), CONVERGED);
		OwnOracle.check(r, "se", screen.rows(), row -> row.fit().standardError(0), CONVERGED);
		OwnOracle.check(r, "c", screen.rows(), row -> row.concordance().c(), 1e-13);
		OwnOracle.check(r, "zph", screen.rows(), row -> ProportionalHazards.of(row.fit(), ProportionalHazards.Transform.KM)
			.global().statistic(), CONVERGED);
		for (int j = 0; j < screen.rows().size(); j++) {
			assertClose(numbers(r.get("p"))[j], screen.waldP()[j], 1e-8, "p");
			assertClose(numbers(r.get("score_p"))[j], screen.rows().get(j).fit().scoreTest().p(), CONVERGED, "score p");
		}
		final double[] p = numbers(r.get("p"));
		assertAllClose(numbers(r.get("holm")), PAdjust.HOLM.adjust(p), 1e-15, "Holm");
		assertAllClose(numbers(r.get("bh")), PAdjust.BENJAMINI_HOCHBERG.adjust(p), 1e-15, "BH");
		assertAllClose(numbers(r.get("bonferroni")), PAdjust.BONFERRONI.adjust(p), 1e-15, "Bonferroni");
	}

	@Test
	void correlations() throws IOException {
		final JsonObject r = OwnOracle.object("correlation");
		final double[][] x = OwnOracle.features();
		final Correlations.Pair pair = Correlations.test(x[0], x[3]);
		assertClose(OwnOracle.value(r, "r"), pair.r(), 1e-13, "r");
		assertClose(OwnOracle.value(r, "t"), pair.t(), 1e-12, "t");
		assertClose(OwnOracle.value(r, "p"), pair.p(), 1e-10, "p");
		assertAllClose(numbers(r.get("ci")), new double[] { pair.lower(), pair.upper() }, 1e-12, "ci");
		final double[][] pearson = Correlations.matrix(x, false);
		for (int j = 0; j < 4; j++)
			for (int k = 0; k < 4; k++)
				assertEquals(OwnOracle.matrix(r.get("pearson"))[j][k], pearson[j][k], 1e-13);
		assertEquals(OwnOracle.matrix(r.get("spearman"))[0][1], Correlations.matrix(OwnOracle.columns(List.of("s1",
			"risk_new")), true)[0][1], 1e-13);
		assertAllClose(numbers(r.get("vif")), Correlations.varianceInflation(x), 1e-11, "vif");
		final CoxFit fit = CoxRegression.fit(ModelFrame.of(OwnOracle.cohort(), "time", "event", List.of("f1", "f4", "f7",
			"treated")).data());
		assertAllClose(numbers(r.get("cox_vif")), Correlations.varianceInflation(fit), CONVERGED, "vif of the model");
	}
}
