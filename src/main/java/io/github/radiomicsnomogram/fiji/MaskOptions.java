package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses to write a ROI as a file. Immutable.
 *
 * @param roi where the ROI is
 * @param out file to write; its ending tells the format
 */
public record MaskOptions(RoiChoice roi, String out) {

	/** Key of {@link #out()} in macros. */
	public static final String OUT = "out";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(PredictOptions.IMAGE, PredictOptions.ROI_SOURCE, PredictOptions.MASK,
		PredictOptions.LABEL, PredictOptions.ROI_FILE, PredictOptions.ROI_NAME, PredictOptions.RESAMPLE_ROI,
		PredictOptions.ROI_THRESHOLD, OUT);

	/** What is taken for what a macro or a script leaves out. */
	public static final MaskOptions DEFAULTS = new MaskOptions(RoiChoice.DEFAULT, "");

	/** The options of a macro line. */
	public static MaskOptions of(final MacroOptions macro) {
		return new MaskOptions(RoiChoice.of(macro), macro.text(OUT, ""));
	}
}
