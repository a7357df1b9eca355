package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.survival.NomogramScale;
import io.github.radiomicsnomogram.survival.ProportionalHazards;
import io.github.radiomicsnomogram.survival.report.ComparisonReport;

import java.util.List;
import java.util.Optional;

/**
 * A whole study: what was learnt, the model file's content, and the model in every cohort. Immutable; figures and tables
 * need nothing else.
 *
 * @param file the choices
 * @param data the patients
 * @param fit steps of the training: screen, correlation matrix, LASSO path and cross-validation, univariate and
 *          multivariate Cox models
 * @param cutoff between low and high risk
 * @param model content of the model file
 * @param proportionalHazards test of the multivariate model (R's cox.zph); empty without one
 * @param inflation variance inflation factor of each of its coefficients
 * @param nomogram axes by the rules of rms; empty without a multivariate model
 * @param characteristics cohorts compared: Table 1; empty without a validation cohort
 * @param training the model in its own patients
 * @param validation the model in the others; empty without a split
 * @param treatment effect of the treatment in subgroups of each cohort
 * @param warnings what a reader must know, in the order of the steps
 */
public record StudyResult(StudyFile file, StudyData data, PipelineFit fit, TrainedCutoff cutoff, PrognosticModel model,
	Optional<ProportionalHazards> proportionalHazards, double[] inflation, Optional<NomogramScale> nomogram,
	Optional<ComparisonReport> characteristics, CohortResult training, Optional<CohortResult> validation,
	List<TreatmentInCohort> treatment, List<String> warnings)
{

	public StudyResult {
		treatment = List.copyOf(treatment);
		warnings = List.copyOf(warnings);
	}

	/** Training, and validation if there is one. */
	public List<CohortResult> cohorts() {
		return validation.map(v -> List.of(training, v)).orElse(List.of(training));
	}
}
