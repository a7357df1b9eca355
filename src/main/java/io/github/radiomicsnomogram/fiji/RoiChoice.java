package io.github.radiomicsnomogram.fiji;

/**
 * Where a user says the ROI is: text as it was typed. Immutable.
 *
 * @param source one of {@link RoiSource#choices()}
 * @param mask title of an open label image, or path of a file; "none" or "" for none
 * @param label which of the label image's values are ROIs: a whole number; where several ROIs make sense also "1,2,5",
 *          "all", or "" for the settings' own
 * @param file path of a .roi or .zip file, or of a DICOM SEG or RTSTRUCT; "" for none
 * @param name which ROI of a DICOM file: number, name or pattern; "" for the only one
 */
public record RoiChoice(String source, String mask, String label, String file, String name) {

	/** Key of {@link #source()} in macros. */
	public static final String SOURCE = PredictOptions.ROI_SOURCE;

	/** The ROI that the screen shows, whatever it is; the settings' own label. */
	public static final RoiChoice DEFAULT = new RoiChoice("auto", PredictOptions.NONE, "", "", "");

	/** What a macro line says. */
	static RoiChoice of(final MacroOptions macro) {
		return new RoiChoice(macro.text(SOURCE, DEFAULT.source), macro.text(PredictOptions.MASK, DEFAULT.mask), macro.text(
			PredictOptions.LABEL, DEFAULT.label), macro.text(PredictOptions.ROI_FILE, DEFAULT.file), macro.text(
			PredictOptions.ROI_NAME, DEFAULT.name));
	}

	/** The same for one label. */
	RoiChoice withLabel(final String other) {
		return new RoiChoice(source, mask, other, file, name);
	}
}
