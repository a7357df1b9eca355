package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses to train a model: text as it was typed. Immutable.
 *
 * @param study id of a built-in study, or path of a study file
 * @param data path of a table of patients, or several with semicolons between them; "" for the example's own
 * @param clinical path of one more table, joined by the patient's id; "" for none
 * @param icc path of a table of reproducibility; "" for none
 * @param quick whether to leave out the honest validation, which repeats the training many times
 * @param folder for the results
 */
public record TrainOptions(String study, String data, String clinical, String icc, boolean quick, String folder) {

	/** Key of {@link #study()} in macros. */
	public static final String STUDY = "study";
	/** Key of {@link #data()} in macros. */
	public static final String DATA = "data";
	/** Key of {@link #clinical()} in macros. */
	public static final String CLINICAL = "clinical";
	/** Key of {@link #icc()} in macros. */
	public static final String ICC = "icc";
	/** Key of {@link #quick()} in macros. */
	public static final String QUICK = "quick";
	/** Key of {@link #folder()} in macros. */
	public static final String FOLDER = "folder";

	/** The study that has patients of its own. */
	public static final String EXAMPLE = "example";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(STUDY, DATA, CLINICAL, ICC, QUICK, FOLDER);

	/** What is taken for what a macro or a script leaves out. */
	public static final TrainOptions DEFAULTS = new TrainOptions("zhang-2021", "", "", "", false, "");

	/** The options of a macro line. */
	public static TrainOptions of(final MacroOptions macro) {
		return new TrainOptions(macro.text(STUDY, DEFAULTS.study), macro.text(DATA, DEFAULTS.data), macro.text(CLINICAL,
			DEFAULTS.clinical), macro.text(ICC, DEFAULTS.icc), macro.flag(QUICK, DEFAULTS.quick), macro.text(FOLDER,
				DEFAULTS.folder));
	}

	/** The study is the example, with its own patients. */
	boolean isExample() {
		return study.trim().equals(EXAMPLE) && data.isBlank() && clinical.isBlank();
	}
}
