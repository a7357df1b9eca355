package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.DecisionCurve;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.Reclassification;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.TestStatistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the signature adds to the clinical variables of the multivariate model.
 *
 * @param clinical Cox model of those variables without the signature, training patients
 * @param likelihoodRatio of the model with the signature over that without, training patients; the signature's weights
 *          were learnt from the same patients, so P is too small
 * @param cohorts both models in each cohort
 */
public record ModelComparison(CoxFit clinical, TestStatistic likelihoodRatio, List<InCohort> cohorts) {

	/**
	 * Both models in one cohort.
	 *
	 * @param cohort name
	 * @param clinical discrimination of the clinical model
	 * @param whole discrimination of the model with the signature, same patients
	 * @param deLong difference of the areas, whole less clinical; empty without a ROC curve
	 * @param reclassification of the risk at the horizon, category-free; empty as deLong
	 * @param clinicalDecision decision curve of the clinical model
	 * @param wholeDecision decision curve of the model with the signature
	 */
	public record InCohort(String cohort, Discrimination clinical, Discrimination whole,
		Optional<RocCurve.Comparison> deLong, Optional<Reclassification> reclassification, DecisionCurve clinicalDecision,
		DecisionCurve wholeDecision)
	{}

	public ModelComparison {
		cohorts = List.copyOf(cohorts);
	}

	/** Empty unless the multivariate model holds the signature and a clinical variable. */
	static Optional<ModelComparison> of(final StudyResult study) {
		if (study.fit().cox().isEmpty()) return Optional.empty();
		final CoxFit whole = study.fit().cox().get();
		final List<String> terms = whole.data().covariates().terms().stream().filter(t -> !t.equals(CoxTerm.SIGNATURE))
			.toList();
		if (terms.isEmpty() || terms.size() == whole.data().covariates().terms().size()) return Optional.empty();
		final CoxFit clinical = CoxRegression.fit(whole.data().withCovariates(whole.data().covariates().select(terms)), whole
			.ties());
		final TestStatistic test = TestStatistic.chiSquared(2 * (whole.logLikelihood() - clinical.logLikelihood()), whole
			.degreesOfFreedom() - clinical.degreesOfFreedom());
		final List<InCohort> cohorts = new ArrayList<>(List.of(in("training", study, study.data().training(), terms, clinical,
			whole)));
		study.data().validation().filter(v -> v.times().events() > 0).ifPresent(v -> cohorts.add(in("validation", study, v,
			terms, clinical, whole)));
		return Optional.of(new ModelComparison(clinical, test, cohorts));
	}

	private static InCohort in(final String name, final StudyResult study, final Patients all, final List<String> terms,
		final CoxFit clinical, final CoxFit whole)
	{
		final StudySettings s = study.file().settings();
		final double horizon = s.endpoint().months();
		final double[] predictor = study.fit().predictor(all);
		final int[] rows = IntStream.range(0, predictor.length).filter(i -> !Double.isNaN(predictor[i])).toArray();
		final SurvivalTimes times = all.times().rows(rows);
		final DesignMatrix x = ModelDesign.of(terms, all, predictor, rows);
		final double[] a = IntStream.range(0, rows.length).mapToDouble(i -> clinical.linearPredictor(x.row(i))).toArray(), b =
			Patients.pick(predictor, rows);
		final double[] before = risk(clinical, a, horizon), after = risk(whole, b, horizon);
		final Discrimination first = Discrimination.of("Clinical model", times, a, horizon), second = Discrimination.of(
			"Nomogram", times, b, horizon);
		final HorizonOutcome outcome = HorizonOutcome.of(times, horizon);
		final Optional<Reclassification> reclassified = outcome.hasBoth() ? Optional.of(Reclassification.of(outcome.event(),
			Patients.pick(before, outcome.rows()), Patients.pick(after, outcome.rows()), new double[0])) : Optional.empty();
		return new InCohort(name, first, second, second.roc().map(r -> r.comparePaired(first.roc().orElseThrow())),
			reclassified, DecisionCurve.of(times, before, horizon, s.decision().values(), false), DecisionCurve.of(times, after,
				horizon, s.decision().values(), false));
	}

	private static double[] risk(final CoxFit fit, final double[] lp, final double horizon) {
		final double hazard = fit.baseline().hazardAt(0, horizon);
		return Arrays.stream(lp).map(v -> -Math.expm1(-hazard * Math.exp(v))).toArray();
	}
}
