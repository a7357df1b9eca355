package io.github.radiomicsnomogram.fiji.ij1;

import java.util.List;

/** Labels of the fields of the dialogs that work on tables and models, in their order; see {@link PredictKeys}. */
public final class StudyKeys {

	static final String MODEL = "Model (id or file)";
	static final String VALUES = "Values (id:value,...)";
	static final String PREDICTION = "Prediction (JSON)";
	static final String SAVE = "Save figure as";

	/** Those of Show Nomogram. */
	public static final List<String> NOMOGRAM = List.of(MODEL, VALUES, PREDICTION, SAVE);

	private StudyKeys() {}
}
