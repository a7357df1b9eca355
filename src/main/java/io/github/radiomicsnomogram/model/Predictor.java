package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.model.Prediction.FeatureTerm;
import io.github.radiomicsnomogram.model.Prediction.Missing;
import io.github.radiomicsnomogram.model.Prediction.VariablePoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Applies a model to features and clinical values. */
final class Predictor {

	private final PrognosticModel model;

	Predictor(final PrognosticModel model) {
		this.model = model;
	}

	Prediction predict(final Extraction extraction, final ImageFacts facts, final ClinicalValues clinical) {
		final List<FeatureTerm> features = features(extraction, facts);
		final double score = model.signature().score(features.stream().mapToDouble(FeatureTerm::value).toArray());
		final List<VariablePoints> points = points(score, clinical);
		final boolean complete = !points.isEmpty() && points.stream().allMatch(p -> p.value().isPresent());
		final OptionalDouble lp = complete ? OptionalDouble.of(points.stream().mapToDouble(p -> p.effect().orElseThrow())
			.sum()) : OptionalDouble.empty();
		final OptionalDouble total = complete ? OptionalDouble.of(points.stream().mapToDouble(p -> p.points()
			.orElseThrow()).sum()) : OptionalDouble.empty();
		final Optional<PredictedSurvival> survival = complete ? model.baseline().map(b -> b.at(lp.orElseThrow())) : Optional
			.empty();
		final List<Warning> warnings = new ArrayList<>(Applicability.warnings(model, facts, features));
		warnings.addAll(outOfRange(clinical));
		warnings.addAll(beyondAxis(points));
		return new Prediction(model, facts, clinical, extraction, features, score, model.cutoff().group(score), lp, points,
			total, survival, missing(points), warnings);
	}

	private List<FeatureTerm> features(final Extraction extraction, final ImageFacts facts) {
		final List<FeatureTerm> features = new ArrayList<>();
		for (final Signature.Term term : model.signature().terms()) {
			final FeatureValue value = extraction.value(term.column()).orElseThrow(() -> new InputException("Model '" + model
				.id() + "' needs the feature " + term.column() + ", which was not extracted. Extract it too."));
			if (value.status() != FeatureValue.Status.OK) throw new InputException("No risk score for ROI '" + facts
				.roiName() + "' (" + facts.voxels() + " voxels) of image '" + facts.info().name() + "': " + term.column() +
				" has no value of its own there (" + value.reason() + "). Draw a ROI that holds more of the lesion.");
			features.add(new FeatureTerm(term.column(), value.value(), term.coefficient(), term.contribution(value
				.value())));
		}
		return features;
	}

	private List<VariablePoints> points(final double score, final ClinicalValues clinical) {
		final List<VariablePoints> points = new ArrayList<>();
		model.nomogram().ifPresent(nomogram -> {
			for (final Variable v : nomogram.variables()) {
				final boolean signature = v.id().equals(CoxTerm.SIGNATURE);
				final OptionalDouble value = signature ? OptionalDouble.of(score) : clinical.value(v.id());
				points.add(value.isEmpty() ? new VariablePoints(v.id(), v.label(), value, "", value, value)
					: new VariablePoints(v.id(), v.label(), value, signature ? Text.number(score) : model.clinicalVariable(v
						.id()).format(value.getAsDouble()), OptionalDouble.of(v.effect(value.getAsDouble())), OptionalDouble.of(
							nomogram.points(v, value.getAsDouble()))));
			}
		});
		return points;
	}

	private List<Missing> missing(final List<VariablePoints> points) {
		final List<Missing> missing = new ArrayList<>();
		for (final VariablePoints p : points)
			if (p.value().isEmpty()) missing.add(new Missing(p.id(), p.label(), p.label() + " (" + p.id() +
				") is not given: no linear predictor, total points or " + model.endpoint().title() +
				"; the signature's score and group need no clinical value."));
		if (!points.isEmpty() && missing.isEmpty() && model.baseline().isEmpty()) missing.add(new Missing("baseline",
			"Baseline survival", "Model '" + model.id() + "' holds no baseline survival: no " + model.endpoint().title() +
				"."));
		return missing;
	}

	private List<Warning> outOfRange(final ClinicalValues clinical) {
		final List<Warning> warnings = new ArrayList<>();
		for (final ClinicalVariable v : model.clinical())
			v.range().ifPresent(range -> clinical.value(v.id()).ifPresent(value -> {
				if (!range.contains(value)) warnings.add(new Warning(Warning.Code.CLINICAL_RANGE, v.label() + " is " + Text.number(
					value) + ", outside " + Text.number(range.min()) + " to " + Text.number(range.max()) + (v.unit().isEmpty() ? ""
						: " " + v.unit()) + ": check it. Points and survival follow from it."));
			}));
		return warnings;
	}

	private List<Warning> beyondAxis(final List<VariablePoints> points) {
		final List<Warning> warnings = new ArrayList<>();
		model.nomogram().ifPresent(nomogram -> {
			for (int i = 0; i < points.size(); i++) {
				final Variable v = nomogram.variables().get(i);
				final OptionalDouble value = points.get(i).value();
				if (value.isPresent() && !v.axis().contains(value.getAsDouble())) warnings.add(new Warning(
					Warning.Code.BEYOND_AXIS, v.label() + " " + Text.rounded(value.getAsDouble()) +
						" lies beyond the nomogram's axis (" + Text.number(v.axis().min()) + " to " + Text.number(v.axis().max()) +
						"): its points are extrapolated."));
			}
		});
		return warnings;
	}
}
