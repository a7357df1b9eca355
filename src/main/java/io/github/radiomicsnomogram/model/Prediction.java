package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.extract.Extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a model says of a patient, and how it comes to that. The signature's part is always there; the nomogram's part
 * is empty if a clinical value is missing. Immutable.
 *
 * @param model that was asked
 * @param image image and ROI
 * @param clinical values that were given
 * @param extraction the features, with provenance
 * @param features the signature's terms
 * @param riskScore the signature's score
 * @param group low or high
 * @param linearPredictor of the Cox model, not centred; empty if a variable is missing or there is no Cox model
 * @param points for each variable of the nomogram, the missing ones included; empty if there is no Cox model
 * @param pointsTotal sum of the points; empty as the linear predictor
 * @param survival at the horizon; empty as the linear predictor, and if the baseline survival is not known
 * @param missing what is not known, with what it leads to
 * @param warnings why to doubt the result
 */
public record Prediction(PrognosticModel model, ImageFacts image, ClinicalValues clinical, Extraction extraction,
	List<FeatureTerm> features, double riskScore, RiskGroup group, OptionalDouble linearPredictor,
	List<VariablePoints> points, OptionalDouble pointsTotal, Optional<PredictedSurvival> survival, List<Missing> missing,
	List<Warning> warnings)
{

	/**
	 * A term of the signature's score.
	 *
	 * @param column PyRadiomics' column
	 * @param value of the feature
	 * @param coefficient weight
	 * @param contribution what the term adds to the score
	 */
	public record FeatureTerm(String column, double value, double coefficient, double contribution) {}

	/**
	 * A variable of the nomogram with the patient's value.
	 *
	 * @param id of the clinical variable, or {@link CoxTerm#SIGNATURE}
	 * @param label for people
	 * @param value number, or index of the level; empty if missing
	 * @param text the value as a user would write it, "" if missing
	 * @param effect what it adds to the linear predictor; empty if missing
	 * @param points in the nomogram; empty if missing
	 */
	public record VariablePoints(String id, String label, OptionalDouble value, String text, OptionalDouble effect,
		OptionalDouble points)
	{}

	/**
	 * Something that is not known.
	 *
	 * @param id of the clinical variable, or "baseline"
	 * @param label for people
	 * @param reason what is missing and what can't be said therefore
	 */
	public record Missing(String id, String label, String reason) {}

	public Prediction {
		features = List.copyOf(features);
		points = List.copyOf(points);
		missing = List.copyOf(missing);
		warnings = List.copyOf(warnings);
	}

	/** The same with one more warning. */
	public Prediction withWarning(final Warning warning) {
		final List<Warning> more = new ArrayList<>(warnings);
		more.add(warning);
		return new Prediction(model, image, clinical, extraction, features, riskScore, group, linearPredictor, points,
			pointsTotal, survival, missing, more);
	}

	/** The group's name for people: "high risk". */
	public String groupLabel() {
		return model.cutoff().label(group);
	}

	/** Why a part of the result is empty, in one text for people; "" if nothing is. */
	public String absentBecause() {
		return missing.stream().map(Missing::reason).collect(Collectors.joining(" "));
	}
}
