package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard errors and intervals equal riskRegression::Score(..., metrics = c("auc", "brier"), cens.model = "km"). */
class TimeDependentRocTest {

	/** The risks follow from a fitted model, which R leaves some 1e-9 from the maximum. */
	private static final double CONVERGED = 1e-7;

	@ParameterizedTest
	@ValueSource(strings = { "train", "validation" })
	void equalsScore(final String set) throws IOException {
		final JsonObject r = Golden.json("td_roc").getAsJsonObject("riskRegression_Score_" + set + "_60");
		final Cohort cohort = Golden.cohort114(set);
		final SurvivalTimes times = new SurvivalTimes(cohort.numeric("dfs_months"), cohort.flags("dfs_event"));
		final double[] risk = risk60(cohort);
		final TimeDependentRoc roc = TimeDependentRoc.of(times, risk, 60);
		final JsonObject auc = r.getAsJsonObject("auc");
		assertClose(number(auc.get("AUC")), roc.auc(), 1e-12, "auc");
		assertClose(number(auc.get("se")), roc.standardError(), 1e-12, "se");
		assertClose(number(auc.get("lower")), roc.lower(), 1e-12, "lower");
		assertClose(number(auc.get("upper")), roc.upper(), 1e-12, "upper");
		final TimeDependentRoc.Brier score = TimeDependentRoc.brierScore(times, risk, 60);
		final JsonObject brier = r.getAsJsonObject("brier");
		assertClose(number(brier.get("Brier")), score.score(), CONVERGED, "Brier");
		assertClose(number(brier.get("se")), score.standardError(), CONVERGED, "Brier se");
		assertClose(number(brier.get("lower")), score.lower(), CONVERGED, "Brier lower");
		assertClose(number(brier.get("upper")), score.upper(), CONVERGED, "Brier upper");
	}

	private static double[] risk60(final Cohort cohort) {
		final List<String> terms = List.of("sig", "ki67_surgery", "aln_positive");
		final CoxFit fit = CoxRegression.fit(ModelFrame.of(Golden.cohort114("train"), "dfs_months", "dfs_event", terms)
			.data());
		final double hazard = fit.baseline().hazardAt(0, 60);
		final DesignMatrix x = ModelFrame.of(cohort, "dfs_months", "dfs_event", terms).data().covariates();
		return IntStream.range(0, x.rows()).mapToDouble(i -> 1 - Math.exp(-hazard * Math.exp(fit.linearPredictor(x.row(i)))))
			.toArray();
	}

	/** Without censoring before the time the area is the Mann-Whitney statistic, the score a plain mean of squares. */
	@Test
	void reducesToTheUsualOnesWithoutCensoring() {
		final double[] t = { 1, 2, 3, 4, 5, 6, 7 }, marker = { 3, 2, 2, 1, 2, 0, 1 };
		final boolean[] event = { true, true, true, false, false, true, false };
		final SurvivalTimes times = new SurvivalTimes(t, event);
		final boolean[] outcome = { true, true, true, false, false, false, false };
		final TimeDependentRoc roc = TimeDependentRoc.of(times, marker, 3);
		assertEquals(new RocCurve(outcome, marker, RocCurve.Direction.LARGER).auc(), roc.auc(), 1e-15);
		final double[] risk = { 0.9, 0.5, 0.5, 0.4, 0.3, 0, 0.1 };
		final double[] squares = { 0.01, 0.25, 0.25, 0.16, 0.09, 0, 0.01 };
		final TimeDependentRoc.Brier brier = TimeDependentRoc.brierScore(times, risk, 3);
		assertEquals(Moments.mean(squares), brier.score(), 1e-15);
		assertEquals(Math.sqrt(Moments.variance(squares) / 7), brier.standardError(), 1e-15);
	}

	@Test
	void needsCasesAndControls() {
		final SurvivalTimes times = new SurvivalTimes(new double[] { 2, 3 }, new boolean[] { true, false });
		assertEquals("At time 1.0 there are 0 cases and 2 controls; both are needed.", assertThrows(InputException.class,
			() -> TimeDependentRoc.of(times, new double[2], 1)).getMessage());
		assertThrows(InputException.class, () -> TimeDependentRoc.of(times, new double[2], 3));
	}
}
