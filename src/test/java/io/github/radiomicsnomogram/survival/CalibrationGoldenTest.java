package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.Progress;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calibration by groups equals rms's calibrate, nomograms equal its nomogram, bootstraps agree with its validate. */
class CalibrationGoldenTest {

	/** cph stops at 1e-4, which leaves its coefficients 1e-5 and its points 1e-3 away. */
	private static final double CPH = 2e-3;
	/** On gbsg it stops with grade's coefficients at 0.7669 and 1.0085, where coxph goes on to 0.7723 and 1.0139. */
	private static final double CPH_GBSG = 8e-3;

	private static final List<String> SIGNATURE_MODEL = List.of("sig", "ki67_surgery", "aln_positive");

	@ParameterizedTest
	@CsvSource({ "cohort_m25,25", "cohort_m19_4groups,19", "gbsg_m150,150" })
	void groupsEqualCalibrate(final String key, final int size) throws IOException {
		final JsonObject r = Golden.json("calibration").getAsJsonObject(key);
		final double[] predicted = numbers(r.get("predicted"));
		final boolean gbsg = key.startsWith("gbsg");
		final Cohort cohort = gbsg ? Golden.data("gbsg") : Golden.cohort114("train");
		final SurvivalTimes times = gbsg ? new SurvivalTimes(cohort.numeric("rfstime"), cohort.flags("status"))
			: new SurvivalTimes(cohort.numeric("dfs_months"), cohort.flags("dfs_event"));
		final Calibration calibration = Calibration.of(times, predicted, number(r.get("u")), size);
		assertAllClose(numbers(r.get("cuts_of_quantile_c_0_1_pred")), Calibration.cuts(predicted, size), 1e-14, "cuts");
		final JsonObject g = r.getAsJsonObject("apparent_groups");
		assertAllClose(numbers(g.get("mean_predicted")), calibration.groups().stream().mapToDouble(
			Calibration.Group::predicted).toArray(), 1e-12, "predicted");
		assertAllClose(numbers(g.get("n")), calibration.groups().stream().mapToDouble(Calibration.Group::n).toArray(), 0, "n");
		assertAllClose(numbers(g.get("events")), calibration.groups().stream().mapToDouble(Calibration.Group::events)
			.toArray(), 0, "events");
		assertAllClose(numbers(g.get("km")), calibration.groups().stream().mapToDouble(Calibration.Group::observed).toArray(),
			1e-12, "km");
		assertAllClose(numbers(g.get("std_err_of_log_km")), calibration.groups().stream().mapToDouble(
			Calibration.Group::logError).toArray(), 1e-12, "error");
		// The predictions are those of a model fitted to these patients, so its slope is 1 (up to cph's stopping rule).
		assertEquals(1, calibration.slope(), 1e-3);
	}

	@ParameterizedTest
	@CsvSource({ "cohort_sig_ki67_aln_numeric,false", "gbsg_5var,true" })
	void equalsNomogram(final String key, final boolean gbsg) throws IOException {
		final JsonObject r = Golden.json("nomogram").getAsJsonObject(key);
		final double tolerance = gbsg ? CPH_GBSG : CPH;
		final CoxFit fit = CoxRegression.fit((gbsg ? ModelFrame.of(Golden.data("gbsg"), "rfstime", "status", List.of("age",
			"size", "factor(grade)", "nodes", "hormon")) : ModelFrame.of(Golden.cohort114("train"), "dfs_months", "dfs_event",
				SIGNATURE_MODEL)).data());
		final NomogramScale scale = NomogramScale.of(fit, number(r.get("surv_units_time")));
		assertClose(number(r.get("points_per_lp")), scale.pointsPerUnit(), tolerance, "points per lp");
		assertClose(number(r.get("lp_at_zero_points")), scale.predictorAtZero(), tolerance, "lp at 0 points");
		final JsonObject variables = r.getAsJsonObject("variables");
		for (final NomogramScale.Axis axis : scale.axes()) {
			final JsonObject v = variables.getAsJsonObject(axis.name().equals("factor(grade)") ? "grade" : axis.name());
			assertEquals(v.getAsJsonArray("value").size(), axis.values().size(), axis.name());
			assertAllClose(numbers(v.get("points")), axis.points(), tolerance, axis.name() + " points");
			assertAllClose(numbers(v.get("xbeta")), axis.effects(), tolerance, axis.name() + " effects");
		}
		assertAllClose(numbers(r.get("total_points_axis")), scale.totalTicks(), 1e-12, "total points");
		assertAllClose(numbers(r.getAsJsonObject("lp_axis").get("lp_centered")), scale.predictorTicks(), 1e-12, "lp ticks");
		final JsonObject survival = r.getAsJsonObject("surv_axis");
		assertAllClose(numbers(survival.get("surv")), scale.survivalTicks(), 1e-12, "survival ticks");
		assertAllClose(numbers(survival.get("total_points")), Arrays.stream(scale.survivalTicks()).map(
			scale::totalPointsOfSurvival).toArray(), tolerance, "survival points");
		assertAllClose(numbers(r.get("surv_of_patients")), Arrays.stream(fit.linearPredictors()).map(lp -> scale.survival(
			scale.totalPoints(lp))).toArray(), tolerance, "survival of patients");
		assertEquals(1.25, scale.linearPredictor(scale.totalPoints(1.25)), 1e-12);
	}

	/** Its own draws differ from R's; the apparent performance must not, the optimism only by chance. */
	@Test
	void agreesWithValidate() throws IOException {
		final JsonArray r = Golden.json("calibration").getAsJsonObject("cohort_validate_B200_not_reproducible").getAsJsonArray(
			"data");
		final CoxData data = ModelFrame.of(Golden.cohort114("train"), "dfs_months", "dfs_event", SIGNATURE_MODEL).data();
		final BootstrapValidation v = BootstrapValidation.of(data, Ties.EFRON, 200, 1, Progress.NONE);
		final double[] apparent = { v.apparent().dxy(), v.apparent().r2(), v.apparent().slope(), v.apparent().d(), v.apparent()
			.u(), v.apparent().q(), v.apparent().g() };
		final double[] corrected = { v.corrected().dxy(), v.corrected().r2(), v.corrected().slope(), v.corrected().d(), v
			.corrected().u(), v.corrected().q(), v.corrected().g() };
		for (int k = 0; k < apparent.length; k++) {
			assertEquals(numbers(r.get(k))[0], apparent[k], CPH * Math.abs(numbers(r.get(k))[0]));
			// Over seeds the corrected index of 200 samples has a standard deviation below a tenth of its value here.
			assertEquals(numbers(r.get(k))[4], corrected[k], 0.3 * Math.abs(numbers(r.get(k))[4]) + 0.02);
		}
		final BootstrapValidation again = Parallelization.runSingleThreaded(() -> BootstrapValidation.of(data, Ties.EFRON, 200,
			1, Progress.NONE));
		assertEquals(again, v);
	}

	@Test
	void quantilesAreRsType7() {
		// quantile(c(1, 2, 4, 8), c(0, .1, .5, .9, 1))
		final double[] sorted = { 1, 2, 4, 8 };
		final double[] q = Arrays.stream(new double[] { 0, .1, .5, .9, 1 }).map(p -> Calibration.quantile(sorted, p))
			.toArray();
		assertArrayEquals(new double[] { 1, 1.3, 3, 6.8, 8 }, q, 1e-14);
	}
}
