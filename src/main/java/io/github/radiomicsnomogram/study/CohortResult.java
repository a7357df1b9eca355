package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Calibration;
import io.github.radiomicsnomogram.survival.DecisionCurve;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.TimeDependentRoc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model in one cohort: every number of the figures.
 *
 * @param scores patient by patient
 * @param groups low and high risk by the signature
 * @param signature discrimination of the score
 * @param nomogram discrimination of the linear predictor; empty if the model has no Cox model
 * @param calibration predicted against observed survival at the horizon; empty as nomogram, or if nobody had the event
 * @param calibrationGroupSize patients wanted in each group of it
 * @param inTheLarge logarithm of observed over expected events: 0 if the baseline is right; NaN without a calibration
 * @param decision decision curve of the predicted risk; empty as calibration
 * @param brier score at the horizon; empty as calibration, or if nobody is followed beyond it
 * @param warnings what is missing, and why
 */
public record CohortResult(CohortScores scores, RiskGroups groups, Discrimination signature,
	Optional<Discrimination> nomogram, Optional<Calibration> calibration, int calibrationGroupSize, double inTheLarge,
	Optional<DecisionCurve> decision, Optional<TimeDependentRoc.Brier> brier, List<String> warnings)
{

	public CohortResult {
		warnings = List.copyOf(warnings);
	}

	/**
	 * @param horizon in the unit of the follow-up
	 * @param calibrationGroups wanted number of groups of the calibration curve
	 */
	static CohortResult of(final CohortScores s, final double horizon, final int calibrationGroups,
		final double[] thresholds, final Ties ties)
	{
		final List<String> warnings = new ArrayList<>();
		final RiskGroups groups = RiskGroups.of(s.times(), s.high(), horizon, ties);
		if (groups.low().isEmpty() || groups.high().isEmpty()) warnings.add("All patients of the " + s.name() +
			" cohort are in the " + (groups.low().isEmpty() ? "high" : "low") + " risk group.");
		else if (groups.isSeparated()) warnings.add("A risk group of the " + s.name() +
			" cohort has no events: its hazard ratio has no finite value; read the log-rank test.");
		final Discrimination signature = Discrimination.of("Radiomics signature", s.times(), s.score(), horizon);
		if (signature.roc().isEmpty()) warnings.add("No ROC curve in the " + s.name() +
			" cohort: the outcome at the horizon is the same for all patients in whom it is known.");
		final int[] known = s.known();
		final int size = Math.max(2, known.length / calibrationGroups);
		if (known.length < 2) return new CohortResult(s, groups, signature, Optional.empty(), Optional.empty(), size,
			Double.NaN, Optional.empty(), Optional.empty(), warnings);
		final SurvivalTimes times = s.times().rows(known);
		final double[] lp = Patients.pick(s.predictor(), known), risk = Patients.pick(s.risk(), known);
		final Discrimination nomogram = Discrimination.of("Nomogram", times, lp, horizon);
		if (times.events() == 0 || Double.isNaN(risk[0])) {
			warnings.add(times.events() == 0 ? "No patient of the " + s.name() +
				" cohort had the event: no calibration and no decision curve."
				: "The model has no baseline survival: no calibration and no decision curve.");
			return new CohortResult(s, groups, signature, Optional.of(nomogram), Optional.empty(), size, Double.NaN, Optional
				.empty(), Optional.empty(), warnings);
		}
		final double[] survival = Arrays.stream(risk).map(r -> 1 - r).toArray();
		return new CohortResult(s, groups, signature, Optional.of(nomogram), calibration(times, survival, horizon, size,
			warnings), size, inTheLarge(times, lp, risk, horizon), Optional.of(DecisionCurve.of(times, risk, horizon, thresholds,
				false)), nomogram.timeDependent().map(t -> TimeDependentRoc.brierScore(times, risk, horizon)), warnings);
	}

	private static Optional<Calibration> calibration(final SurvivalTimes times, final double[] survival,
		final double horizon, final int size, final List<String> warnings)
	{
		try {
			return Optional.of(Calibration.of(times, survival, horizon, size));
		}
		catch (final InputException e) {
			warnings.add("No calibration: " + e.getMessage());
			return Optional.empty();
		}
	}

	/**
	 * Log of observed over expected events: the baseline hazard at the horizon that fits these patients (Breslow,
	 * predictors as offset) over that of the model.
	 */
	private static double inTheLarge(final SurvivalTimes times, final double[] lp, final double[] risk,
		final double horizon)
	{
		int middle = 0;
		for (int i = 1; i < risk.length; i++)
			if (Math.abs(risk[i] - 0.5) < Math.abs(risk[middle] - 0.5)) middle = i;
		// The model's baseline hazard, from the patient in whom rounding spoils it least.
		final double expected = Math.log(-Math.log1p(-risk[middle])) - lp[middle];
		return Math.log(Baselines.offsetFit(times, lp, Ties.EFRON).baseline().hazardAt(0, horizon)) - expected;
	}
}
