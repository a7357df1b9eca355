package io.github.radiomicsnomogram.study;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.ConfidenceType;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.ModelFrame;
import io.github.radiomicsnomogram.survival.SurvivalEstimate;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * 95 % intervals hold the truth about 95 times in 100: over 200 simulated cohorts, whose truth is known. A share of 200
 * independent intervals has a standard deviation of 1.5 points; the bounds are 3.3 of them. Cohorts are larger than the
 * example's, since intervals are right for many patients only.
 */
class CoverageTest {

	private static final int COHORTS = 200, PATIENTS = 300;
	private static final double LOW = 0.90, HIGH = 0.995;

	@Test
	void intervalsHoldTheTruth() {
		final List<String> names = List.copyOf(ExampleCohort.truth().keySet());
		final List<String> terms = new ArrayList<>(names);
		final int[] held = new int[names.size()];
		int survival = 0;
		final double truth = marginalSurvival();
		for (int c = 0; c < COHORTS; c++) {
			final Cohort cohort = new Cohort(ExampleCohort.table(PATIENTS, 1000 + c), Map.of("aln", List.of("negative",
				"positive")));
			final CoxFit fit = CoxRegression.fit(ModelFrame.of(cohort, "dfs_months", "dfs_event", terms).data());
			for (int j = 0; j < held.length; j++) {
				final double unit = names.get(j).startsWith("original_") ? ExampleCohort.population(names.get(j))[1] : 1;
				final double beta = ExampleCohort.truth().get(names.get(j)) / unit;
				if (fit.hazardRatioLower(j) <= Math.exp(beta) && Math.exp(beta) <= fit.hazardRatioUpper(j)) held[j]++;
			}
			final SurvivalEstimate s = new KaplanMeier(fit.data().times()).at(60, ConfidenceType.LOG_LOG);
			if (s.lower() <= truth && truth <= s.upper()) survival++;
		}
		for (int j = 0; j < held.length; j++)
			bounded(names.get(j), held[j]);
		bounded("survival at 60 months", survival);
	}

	private static void bounded(final String what, final int held) {
		final double share = held / (double) COHORTS;
		assertTrue(share >= LOW && share <= HIGH, what + ": " + share);
	}

	/** True survival of all at 60 months: Kaplan-Meier in so many patients that its own error (0.4 points) doesn't count. */
	private static double marginalSurvival() {
		final CsvTable many = ExampleCohort.table(15_000, 99);
		final Cohort cohort = new Cohort(many);
		return new KaplanMeier(new SurvivalTimes(cohort.numeric("dfs_months"), cohort.flags("dfs_event"))).at(60,
			ConfidenceType.PLAIN).survival();
	}
}
