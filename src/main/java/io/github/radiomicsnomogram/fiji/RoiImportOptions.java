package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses to show the ROIs of a file. Immutable.
 *
 * @param file a DICOM SEG or RTSTRUCT, or ImageJ's .roi or .zip
 * @param name which of a DICOM file: number, name or pattern, which several may fit; "all"
 * @param show one of {@link #places()}
 */
public record RoiImportOptions(String file, String name, String show) {

	/** Key of {@link #show()} in macros. */
	public static final String SHOW = "show";

	/** In the ROI Manager. */
	public static final String MANAGER = "manager";
	/** In the image's overlay. */
	public static final String OVERLAY = "overlay";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(PredictOptions.IMAGE, PredictOptions.ROI_FILE, PredictOptions.ROI_NAME,
		SHOW);

	/** What is taken for what a macro or a script leaves out. */
	public static final RoiImportOptions DEFAULTS = new RoiImportOptions("", PredictOptions.ALL, MANAGER);

	/** Where ROIs can be shown. */
	public static List<String> places() {
		return List.of(MANAGER, OVERLAY);
	}

	/** The options of a macro line. */
	public static RoiImportOptions of(final MacroOptions macro) {
		return new RoiImportOptions(macro.text(PredictOptions.ROI_FILE, DEFAULTS.file), macro.text(PredictOptions.ROI_NAME,
			DEFAULTS.name), macro.text(SHOW, DEFAULTS.show));
	}
}
