package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.List;
import java.util.Optional;

/**
 * A published or trained model: a radiomics signature with its cut-off, and a Cox model (nomogram) of the signature and
 * clinical variables. What a model file holds, see {@link ModelFiles}. Immutable.
 *
 * @param id short name, "zhang-2021"
 * @param title for people
 * @param use what the model may be used for
 * @param signature features and weights
 * @param settings extraction settings that the signature belongs to; their features are the signature's
 * @param settingsSource where the settings come from
 * @param cutoff between low and high risk
 * @param endpoint what is predicted
 * @param clinical the clinical variables; may be empty
 * @param cox terms of the multivariate Cox model; empty if the model is a signature alone
 * @param baseline survival at linear predictor 0, if known
 * @param published survival of the groups in the study's cohorts
 * @param study who the model was made from
 * @param acquisition how the study's images were made
 * @param roi what a ROI should be like
 * @param notes what every user of the model must know
 * @param citation publication
 * @param training how this software trained the model; empty for a published one
 */
public record PrognosticModel(String id, String title, String use, Signature signature, ExtractionSettings settings,
	String settingsSource, Cutoff cutoff, Endpoint endpoint, List<ClinicalVariable> clinical, List<CoxTerm> cox,
	Optional<BaselineSurvival> baseline, List<PublishedSurvival> published, Study study, Acquisition acquisition,
	RoiLimits roi, List<String> notes, Citation citation, Optional<Training> training)
{

	public PrognosticModel {
		clinical = List.copyOf(clinical);
		cox = List.copyOf(cox);
		published = List.copyOf(published);
		notes = List.copyOf(notes);
	}

	/**
	 * A clinical variable.
	 *
	 * @throws IllegalArgumentException if the model has none of that id
	 */
	public ClinicalVariable clinicalVariable(final String variableId) {
		return clinical.stream().filter(v -> v.id().equals(variableId)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("no clinical variable " + variableId));
	}

	/** The nomogram, unless the model is a signature alone. */
	public Optional<Nomogram> nomogram() {
		return cox.isEmpty() ? Optional.empty() : Optional.of(new Nomogram(this));
	}

	/**
	 * Computes the signature's features of a ROI and predicts.
	 *
	 * @param volume image
	 * @param mask ROI on the same grid
	 * @param values clinical values, as far as known
	 * @param progress the caller's ear and brake
	 * @throws io.github.radiomicsnomogram.InputException if image and ROI can't be used, or a feature has no value
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public Prediction predict(final Volume volume, final Mask mask, final ClinicalValues values,
		final Progress progress)
	{
		return predict(new Extractor().extract(volume, mask, settings, progress), ImageFacts.of(volume, mask, roi), values);
	}

	/**
	 * Predicts from features that were extracted before, with {@link #settings()} (further features don't matter).
	 *
	 * @param extraction holds at least the signature's columns
	 * @param facts of the same image and ROI
	 * @param values clinical values, as far as known
	 * @throws io.github.radiomicsnomogram.InputException if a feature has no value
	 */
	public Prediction predict(final Extraction extraction, final ImageFacts facts, final ClinicalValues values) {
		return new Predictor(this).predict(extraction, facts, values);
	}
}
