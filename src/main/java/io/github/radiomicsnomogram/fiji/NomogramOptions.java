package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses to see a nomogram: text as it was typed. Immutable.
 *
 * @param model id of a built-in model, or path of a model file
 * @param values to mark, "signature:0.32,ki67:20,aln:positive"; "" for none
 * @param prediction path of a prediction.json, whose values are marked; "" for none
 * @param save path of an .svg, .pdf or .png file to draw; "" for none
 */
public record NomogramOptions(String model, String values, String prediction, String save) {

	/** Key of {@link #model()} in macros. */
	public static final String MODEL = "model";
	/** Key of {@link #values()} in macros. */
	public static final String VALUES = "values";
	/** Key of {@link #prediction()} in macros. */
	public static final String PREDICTION = "prediction";
	/** Key of {@link #save()} in macros. */
	public static final String SAVE = "save";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(MODEL, VALUES, PREDICTION, SAVE);

	/** What is taken for what a macro or a script leaves out. */
	public static final NomogramOptions DEFAULTS = new NomogramOptions(PredictOptions.DEFAULT_MODEL, "", "", "");

	/** The options of a macro line. */
	public static NomogramOptions of(final MacroOptions macro) {
		return new NomogramOptions(macro.text(MODEL, DEFAULTS.model), macro.text(VALUES, DEFAULTS.values), macro.text(
			PREDICTION, DEFAULTS.prediction), macro.text(SAVE, DEFAULTS.save));
	}
}
