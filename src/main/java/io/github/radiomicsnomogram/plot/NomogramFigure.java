package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;

/** A model's nomogram, with a patient's marks if there is one. */
public final class NomogramFigure {

	private NomogramFigure() {}

	/** The nomogram alone. */
	public static Scene of(final PrognosticModel model) {
		throw new UnsupportedOperationException("not written yet");
	}

	/** The nomogram with the patient's marks on every axis where there is a value. */
	public static Scene of(final Prediction prediction) {
		return of(prediction.model());
	}
}
