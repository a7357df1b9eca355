package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ROC curves equal pROC's roc, ci.auc, coords and roc.test; time-dependent ones the definition in R. */
class RocGoldenTest {

	/** Means of a few dozen numbers. */
	private static final double ROUNDING = 1e-12;

	/** Patients with an outcome at 60 months, and their scores. */
	private record Sample(boolean[] outcome, double[] score) {

		static Sample of(final String set, final String column, final boolean anyEvent) {
			final Cohort cohort = Golden.cohort114(set);
			final double[] t = cohort.numeric("dfs_months");
			final boolean[] e = cohort.flags("dfs_event");
			final double[] score = column.equals("lp") ? linearPredictor(cohort) : cohort.numeric(column);
			final int[] kept = IntStream.range(0, t.length).filter(i -> anyEvent || t[i] >= 60 || e[i]).toArray();
			final boolean[] outcome = new boolean[kept.length];
			for (int i = 0; i < kept.length; i++)
				outcome[i] = e[kept[i]] && (anyEvent || t[kept[i]] <= 60);
			return new Sample(outcome, Arrays.stream(kept).mapToDouble(i -> score[i]).toArray());
		}

		RocCurve curve() {
			return new RocCurve(outcome, score, RocCurve.Direction.LARGER);
		}
	}

	private static double[] linearPredictor(final Cohort cohort) {
		final List<String> terms = List.of("sig", "ki67_surgery", "aln_positive");
		final CoxFit fit = CoxRegression.fit(ModelFrame.of(Golden.cohort114("train"), "dfs_months", "dfs_event", terms)
			.data());
		final DesignMatrix x = ModelFrame.of(cohort, "dfs_months", "dfs_event", terms).data().covariates();
		return IntStream.range(0, x.rows()).mapToDouble(i -> fit.linearPredictor(x.row(i))).toArray();
	}

	@ParameterizedTest
	@CsvSource({ "train_sig_y60,train,sig,false", "train_ki67_y60_ties,train,ki67_surgery,false",
		"train_aln_y60_binary,train,aln_positive,false", "train_lp_y60,train,lp,false", "train_sig_anyevent,train,sig,true",
		"train_lp_anyevent,train,lp,true", "validation_sig_y60,validation,sig,false",
		"validation_lp_y60,validation,lp,false" })
	void equalsRoc(final String key, final String set, final String column, final boolean anyEvent) throws IOException {
		final JsonObject r = Golden.json("roc").getAsJsonObject(key);
		final RocCurve curve = Sample.of(set, column, anyEvent).curve();
		assertEquals(r.get("n").getAsInt(), curve.cases() + curve.controls());
		assertEquals(r.get("n_cases").getAsInt(), curve.cases());
		assertClose(number(r.get("auc")), curve.auc(), ROUNDING, "auc");
		assertClose(number(r.get("var_delong")), curve.variance(), ROUNDING, "variance");
		assertAllClose(numbers(r.get("ci_delong")), curve.interval(), ROUNDING, "interval");
		// The linear predictor is R's up to its stopping rule.
		final double scale = column.equals("lp") ? 1e-7 : ROUNDING;
		points(r.getAsJsonObject("curve"), curve.points(), scale);
		points(r.getAsJsonObject("best_youden"), curve.best(RocCurve.Best.YOUDEN), scale);
		points(r.getAsJsonObject("best_closest_topleft"), curve.best(RocCurve.Best.CLOSEST_TOPLEFT), scale);
		if (r.has("at_cuts")) points(r.getAsJsonObject("at_cuts"), Arrays.stream(numbers(r.getAsJsonObject("at_cuts").get(
			"threshold"))).mapToObj(curve::at).toList(), scale);
	}

	private static void points(final JsonObject r, final List<RocCurve.Point> points, final double scale) {
		check(r, "threshold", points, RocCurve.Point::threshold, scale);
		check(r, "sensitivity", points, RocCurve.Point::sensitivity, ROUNDING);
		check(r, "specificity", points, RocCurve.Point::specificity, ROUNDING);
		check(r, "accuracy", points, RocCurve.Point::accuracy, ROUNDING);
		check(r, "ppv", points, RocCurve.Point::ppv, ROUNDING);
		check(r, "npv", points, RocCurve.Point::npv, ROUNDING);
		check(r, "tp", points, RocCurve.Point::tp, ROUNDING);
		check(r, "fn", points, RocCurve.Point::fn, ROUNDING);
	}

	private static void check(final JsonObject r, final String key, final List<RocCurve.Point> points,
		final ToDoubleFunction<RocCurve.Point> value, final double tolerance)
	{
		if (r.has(key)) assertAllClose(numbers(r.get(key)), points.stream().mapToDouble(value).toArray(), tolerance, key);
	}

	@Test
	void comparesAsRocTest() throws IOException {
		final JsonObject r = Golden.json("roc");
		final RocCurve sig = Sample.of("train", "sig", false).curve();
		paired(r.getAsJsonObject("delong_paired_train_sig_vs_lp"), sig, Sample.of("train", "lp", false).curve());
		paired(r.getAsJsonObject("delong_paired_train_sig_vs_ki67"), sig, Sample.of("train", "ki67_surgery", false).curve());
		paired(r.getAsJsonObject("delong_paired_validation"), Sample.of("validation", "sig", false).curve(), Sample.of(
			"validation", "lp", false).curve());
		final JsonObject u = r.getAsJsonObject("delong_unpaired_train_vs_validation_sig");
		final RocCurve.Comparison c = sig.compareUnpaired(Sample.of("validation", "sig", false).curve());
		assertClose(number(u.get("d")), c.statistic(), 1e-11, "d");
		assertClose(number(u.get("df")), c.df(), 1e-11, "df");
		assertClose(number(u.get("p")), c.p(), 1e-10, "p");
	}

	private static void paired(final JsonObject r, final RocCurve a, final RocCurve b) {
		final RocCurve.Comparison c = a.comparePaired(b);
		assertClose(number(r.get("z")), c.statistic(), 1e-11, "z");
		assertClose(number(r.get("p")), c.p(), 1e-11, "p");
		assertAllClose(numbers(r.get("ci_diff")), new double[] { c.lower(), c.upper() }, 1e-11, "ci");
	}

	@Test
	void perfectConstantAndReversedScores() {
		final boolean[] y = { false, false, false, true, true, true };
		final RocCurve perfect = new RocCurve(y, new double[] { 1, 2, 3, 4, 5, 6 }, RocCurve.Direction.LARGER);
		assertEquals(1, perfect.auc());
		assertEquals(3.5, perfect.best(RocCurve.Best.YOUDEN).get(0).threshold());
		final RocCurve constant = new RocCurve(y, new double[6], RocCurve.Direction.LARGER);
		assertEquals(0.5, constant.auc());
		assertEquals(2, constant.best(RocCurve.Best.YOUDEN).size());
		final RocCurve reversed = RocCurve.ofMedians(y, new double[] { 6, 5, 4, 3, 2, 1 });
		assertEquals(RocCurve.Direction.SMALLER, reversed.direction());
		assertEquals(1, reversed.auc());
		assertEquals("A ROC curve needs patients with and without the outcome; there are 3 with and 0 without.",
			assertThrows(InputException.class, () -> new RocCurve(new boolean[] { true, true, true }, new double[3],
				RocCurve.Direction.LARGER)).getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "train_sig,train,sig", "train_lp,train,lp", "validation_lp,validation,lp" })
	void weighsForCensoring(final String key, final String set, final String column) throws IOException {
		final Cohort cohort = Golden.cohort114(set);
		final SurvivalTimes times = new SurvivalTimes(cohort.numeric("dfs_months"), cohort.flags("dfs_event"));
		final double[] marker = column.equals("lp") ? linearPredictor(cohort) : cohort.numeric(column);
		for (final var e : Golden.json("td_roc").getAsJsonArray(key)) {
			final JsonObject r = e.getAsJsonObject();
			final double t = number(r.get("t"));
			final TimeDependentRoc roc = TimeDependentRoc.of(times, marker, t);
			assertClose(number(r.get("auc")), roc.auc(), ROUNDING, "auc");
			assertEquals(number(r.get("n_case")), roc.cases());
			assertEquals(number(r.get("n_control")), roc.controls());
			assertClose(number(r.get("sum_w_case")), roc.weight(), ROUNDING, "weight");
			final List<TimeDependentRoc.Point> curve = TimeDependentRoc.curve(times, marker, t);
			assertAllClose(numbers(r.getAsJsonObject("roc").get("tpr_marker_ge_threshold")), curve.stream().mapToDouble(
				TimeDependentRoc.Point::sensitivity).toArray(), ROUNDING, "tpr");
			assertAllClose(numbers(r.getAsJsonObject("roc").get("fpr")), curve.stream().mapToDouble(
				TimeDependentRoc.Point::falsePositives).toArray(), ROUNDING, "fpr");
		}
	}

	@Test
	void brierScores() throws IOException {
		final JsonObject r = Golden.json("td_roc");
		final double[] risk = numbers(r.get("risk60_train"));
		final Cohort train = Golden.cohort114("train");
		final SurvivalTimes times = new SurvivalTimes(train.numeric("dfs_months"), train.flags("dfs_event"));
		assertClose(number(r.get("brier_train_60")), TimeDependentRoc.brier(times, risk, 60), ROUNDING, "Brier");
	}
}
