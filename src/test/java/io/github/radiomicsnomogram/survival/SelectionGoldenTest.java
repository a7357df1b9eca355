package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.Golden.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.Progress;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Univariate screens equal coxph for each feature, stepwise selection equals step(). */
class SelectionGoldenTest {

	/** R's own stopping rule. */
	private static final double CONVERGED = 1e-6;

	private static final List<String> CANDIDATES = List.of("sig", "age", "menopause", "t_stage", "er", "her2",
		"ki67_initial", "ki67_surgery", "grade", "lvi", "aln_positive");

	@ParameterizedTest
	@CsvSource({ "cohort_backward,BACKWARD,full", "cohort_both_from_full,BOTH,full", "cohort_forward,FORWARD,none",
		"cohort_both_from_null,BOTH,none", "cohort_backward_bic_k_log_events,BACKWARD,full", "gbsg_backward,BACKWARD,full",
		"lung_complete_backward,BACKWARD,full", "veteran_both_factor,BOTH,full" })
	void equalsStep(final String key, final StepwiseSelection.Direction direction, final String start)
		throws IOException
	{
		final CoxData data = data(key);
		final double k = key.contains("bic") ? Math.log(data.times().events()) : 2;
		final StepwiseSelection selection = StepwiseSelection.of(data, start.equals("full") ? data.covariates().terms() : List
			.of(), direction, k, Ties.EFRON);
		final JsonObject r = Golden.json("step_aic").getAsJsonObject(key);
		final JsonObject anova = r.getAsJsonObject("anova");
		assertEquals(texts(anova.getAsJsonArray("Step")), selection.steps().stream().map(StepwiseSelection.Step::change)
			.toList());
		assertAllClose(numbers(anova.get("AIC")), selection.steps().stream().mapToDouble(StepwiseSelection.Step::criterion)
			.toArray(), 1e-9, "AIC");
		assertAllClose(numbers(anova.get("Resid. Dev")), selection.steps().stream().mapToDouble(
			StepwiseSelection.Step::deviance).toArray(), 1e-9, "deviance");
		assertArrayEquals(Arrays.stream(numbers(anova.get("Resid. Df"))).mapToInt(v -> (int) v).toArray(), selection.steps()
			.stream().mapToInt(StepwiseSelection.Step::residualDf).toArray());
		assertEquals(texts(r.getAsJsonArray("final_terms")), selection.fit().data().covariates().terms());
		assertAllClose(values(r.get("coef")), selection.fit().coefficients(), CONVERGED, "coef");
	}

	private static CoxData data(final String key) {
		return switch (key) {
			case "gbsg_backward" -> ModelFrame.of(Golden.data("gbsg"), "rfstime", "status", List.of("age", "meno", "size",
				"grade", "nodes", "pgr", "er", "hormon")).data();
			case "lung_complete_backward" -> lung();
			case "veteran_both_factor" -> ModelFrame.of(Golden.data("veteran"), "time", "status", List.of("trt", "celltype",
				"karno", "diagtime", "age", "prior")).data();
			default -> ModelFrame.of(Golden.cohort114("train"), "dfs_months", "dfs_event", CANDIDATES).data();
		};
	}

	/** na.omit(lung): complete in every column, those outside the model too. */
	private static CoxData lung() {
		final Cohort lung = Golden.data("lung");
		final int[] complete = IntStream.range(0, lung.size()).filter(i -> lung.table().rows().get(i).stream().noneMatch(
			Cohort::isMissing)).toArray();
		return ModelFrame.of(lung.rows(complete), "time", "status", List.of("age", "sex", "ph.ecog", "ph.karno", "pat.karno",
			"wt.loss")).data();
	}

	private static List<String> texts(final JsonArray array) {
		return StreamSupport.stream(array.spliterator(), false).map(e -> e.getAsString()).toList();
	}

	@Test
	void screensEveryFeature() {
		final Cohort train = Golden.cohort114("train"), expected = new Cohort(Golden.expected("univariate_cox_110"));
		final List<String> features = expected.table().cells("feature");
		final double[][] columns = features.stream().map(train::numeric).toArray(double[][]::new);
		final SurvivalTimes times = new SurvivalTimes(train.numeric("dfs_months"), train.flags("dfs_event"));
		final UnivariateScreen screen = UnivariateScreen.of(times, features, columns, Ties.EFRON, Progress.NONE);
		final double[] q = PAdjust.BENJAMINI_HOCHBERG.adjust(screen.waldP());
		for (int j = 0; j < features.size(); j++) {
			final UnivariateScreen.Row row = screen.rows().get(j);
			final CoxFit fit = row.fit();
			final TestStatistic zph = ProportionalHazards.of(fit, ProportionalHazards.Transform.KM).global();
			check(expected, j, "mean", row.mean(), 1e-13);
			check(expected, j, "sd", row.deviation(), 1e-13);
			check(expected, j, "coef", fit.coefficient(0), CONVERGED);
			check(expected, j, "se", fit.standardError(0), CONVERGED);
			check(expected, j, "hr", fit.hazardRatio(0), CONVERGED);
			check(expected, j, "lo95", fit.hazardRatioLower(0), CONVERGED);
			check(expected, j, "hi95", fit.hazardRatioUpper(0), CONVERGED);
			check(expected, j, "wald_p", fit.p(0), CONVERGED);
			check(expected, j, "lr_p", fit.likelihoodRatioTest().p(), CONVERGED);
			check(expected, j, "score_p", fit.scoreTest().p(), 1e-9);
			check(expected, j, "loglik", fit.logLikelihood(), 1e-9);
			check(expected, j, "c_index", row.concordance().c(), 1e-12);
			check(expected, j, "c_se", row.concordance().standardError(), 1e-12);
			check(expected, j, "zph_chisq", zph.statistic(), CONVERGED);
			check(expected, j, "bh_fdr_wald_p", q[j], CONVERGED);
		}
		final UnivariateScreen single = Parallelization.runSingleThreaded(() -> UnivariateScreen.of(times, features, columns,
			Ties.EFRON, Progress.NONE));
		assertArrayEquals(single.waldP(), screen.waldP(), 0);
	}

	private static void check(final Cohort expected, final int row, final String column, final double actual,
		final double tolerance)
	{
		assertClose(expected.numeric(column)[row], actual, tolerance, expected.table().cells("feature").get(row) + " " +
			column);
	}

	@Test
	void adjustsAsPAdjust() {
		final double[] p = { 0.01, 0.04, 0.03, 0.005, 0.2 };
		// p.adjust(c(.01, .04, .03, .005, .2), "holm" / "BH" / "bonferroni")
		assertArrayEquals(new double[] { 0.04, 0.09, 0.09, 0.025, 0.2 }, PAdjust.HOLM.adjust(p), 1e-15);
		assertArrayEquals(new double[] { 0.025, 0.05, 0.05, 0.025, 0.2 }, PAdjust.BENJAMINI_HOCHBERG.adjust(p), 1e-15);
		assertArrayEquals(new double[] { 0.05, 0.2, 0.15, 0.025, 1 }, PAdjust.BONFERRONI.adjust(p), 1e-15);
	}
}
