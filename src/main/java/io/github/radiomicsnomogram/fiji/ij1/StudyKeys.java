package io.github.radiomicsnomogram.fiji.ij1;

import java.util.List;

/** Labels of the fields of the dialogs that work on tables and models, in their order; see {@link PredictKeys}. */
public final class StudyKeys {

	static final String MODEL = "Model (id or file)";
	static final String VALUES = "Values (id:value,...)";
	static final String PREDICTION = "Prediction (JSON)";
	static final String SAVE = "Save figure as";

	static final String STUDY = "Study (id or file)";
	static final String DATA = "Data of patients (CSV)";
	static final String CLINICAL = "Clinical table, second (CSV)";
	static final String ICC = "ICC table (CSV)";
	static final String QUICK = "Quick";
	static final String FOLDER = "Folder for results";
	static final String ID = "Id column";
	static final String TIME = "Time column (months)";
	static final String EVENT = "Event column (1 or 0)";
	static final String COLUMNS = "Columns of others";
	static final String NAME = "Name of the cohort";
	static final String GROUPS = "Groups of calibration";
	static final String RECALIBRATE = "Recalibrate";
	static final String SAVE_MODEL = "Save model as";
	static final String TABLES = "Data of features (CSV)";
	static final String SECOND = "Second measurement (CSV)";
	static final String SUBJECT = "Subject column";
	static final String READER = "Reader column";
	static final String SESSION = "Session column";
	static final String SUFFIX = "Suffix of measurements";
	static final String FEATURES = "Features";
	static final String THRESHOLD = "Threshold (ICC)";

	/** Those of Train Model. */
	public static final List<String> TRAIN = List.of(STUDY, DATA, CLINICAL, ICC, QUICK, FOLDER);
	/** Those of Validate Model. */
	public static final List<String> VALIDATE = List.of(MODEL, DATA, CLINICAL, ID, TIME, EVENT, COLUMNS, NAME, GROUPS,
		RECALIBRATE, SAVE_MODEL, FOLDER);
	/** Those of Reproducibility. */
	public static final List<String> REPRODUCIBILITY = List.of(TABLES, SECOND, SUBJECT, READER, SESSION, SUFFIX, FEATURES,
		THRESHOLD, FOLDER);
	/** Those of Show Nomogram. */
	public static final List<String> NOMOGRAM = List.of(MODEL, VALUES, PREDICTION, SAVE);

	private StudyKeys() {}
}
