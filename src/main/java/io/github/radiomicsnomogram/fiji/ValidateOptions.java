package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses to validate a model: text as it was typed. Immutable.
 *
 * @param model id of a built-in model, or path of a model file
 * @param data path of a table of patients, or several with semicolons between them
 * @param clinical path of one more table, joined by the patient's id; "" for none
 * @param id column of the patient's id
 * @param time column of the follow-up in months
 * @param event column of the events
 * @param columns of clinical variables that are not named as the variable, "ki67:Ki67_pct,aln:nodes"; "" for none
 * @param name of the cohort in tables
 * @param groups of the calibration curve
 * @param recalibrate one of {@link #recalibrations()}
 * @param save path of the recalibrated model; "" for that in the folder alone
 * @param folder for the results
 */
public record ValidateOptions(String model, String data, String clinical, String id, String time, String event,
	String columns, String name, String groups, String recalibrate, String save, String folder)
{

	/** Key of {@link #model()} in macros. */
	public static final String MODEL = "model";
	/** Key of {@link #data()} in macros. */
	public static final String DATA = "data";
	/** Key of {@link #clinical()} in macros. */
	public static final String CLINICAL = "clinical";
	/** Key of {@link #id()} in macros. */
	public static final String ID = "id";
	/** Key of {@link #time()} in macros. */
	public static final String TIME = "time";
	/** Key of {@link #event()} in macros. */
	public static final String EVENT = "event";
	/** Key of {@link #columns()} in macros. */
	public static final String COLUMNS = "columns";
	/** Key of {@link #name()} in macros. */
	public static final String NAME = "name";
	/** Key of {@link #groups()} in macros. */
	public static final String GROUPS = "groups";
	/** Key of {@link #recalibrate()} in macros. */
	public static final String RECALIBRATE = "recalibrate";
	/** Key of {@link #save()} in macros. */
	public static final String SAVE = "save";
	/** Key of {@link #folder()} in macros. */
	public static final String FOLDER = "folder";

	/** The model stays as it is. */
	public static final String NONE = "none";
	/** The baseline survival of these patients. */
	public static final String BASELINE = "baseline";
	/** The calibration slope and the baseline survival of these patients. */
	public static final String SLOPE = "slope";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(MODEL, DATA, CLINICAL, ID, TIME, EVENT, COLUMNS, NAME, GROUPS,
		RECALIBRATE, SAVE, FOLDER);

	/** What is taken for what a macro or a script leaves out. */
	public static final ValidateOptions DEFAULTS = new ValidateOptions(PredictOptions.DEFAULT_MODEL, "", "", "id", "time",
		"event", "", "validation", "3", NONE, "", "");

	/** Ways to recalibrate that dialogs offer. */
	public static List<String> recalibrations() {
		return List.of(NONE, BASELINE, SLOPE);
	}

	/** The options of a macro line. */
	public static ValidateOptions of(final MacroOptions m) {
		final ValidateOptions d = DEFAULTS;
		return new ValidateOptions(m.text(MODEL, d.model), m.text(DATA, d.data), m.text(CLINICAL, d.clinical), m.text(ID,
			d.id), m.text(TIME, d.time), m.text(EVENT, d.event), m.text(COLUMNS, d.columns), m.text(NAME, d.name), m.text(GROUPS,
				d.groups), m.text(RECALIBRATE, d.recalibrate), m.text(SAVE, d.save), m.text(FOLDER, d.folder));
	}
}
