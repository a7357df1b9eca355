package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.model.Prediction.FeatureTerm;

import java.util.List;

/** Holds an image, a ROI and features against what a model was made from. */
final class Applicability {

	private Applicability() {}

	static List<Warning> warnings(final PrognosticModel model, final ImageFacts facts,
		final List<FeatureTerm> features)
	{
		return List.of();
	}
}
