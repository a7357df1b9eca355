package io.github.radiomicsnomogram.fiji;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a user chooses for an extraction beside the image. Immutable.
 *
 * @param roi where the ROIs are
 * @param settings how features are computed
 * @param diagnostics whether the results hold PyRadiomics' diagnostics columns
 * @param layout one of {@link #layouts()}
 * @param csv path of a file to write; "" for none
 */
public record ExtractOptions(RoiChoice roi, SettingsChoice settings, boolean diagnostics, String layout, String csv) {

	/** Key of {@link #diagnostics()} in macros. */
	public static final String DIAGNOSTICS = "diagnostics";
	/** Key of {@link #layout()} in macros. */
	public static final String LAYOUT = "layout";
	/** Key of {@link #csv()} in macros. */
	public static final String CSV = "csv";

	/** A table of one row for each ROI, as PyRadiomics writes it. */
	public static final String ROWS = "rows";
	/** A table of one column for each ROI. */
	public static final String COLUMNS = "columns";

	/** Keys of the ROI, for every command that has one. */
	static final List<String> ROI_KEYS = List.of(PredictOptions.IMAGE, PredictOptions.ROI_SOURCE, PredictOptions.MASK,
		PredictOptions.LABEL, PredictOptions.ROI_FILE, PredictOptions.ROI_NAME, PredictOptions.RESAMPLE_ROI,
		PredictOptions.ROI_THRESHOLD);

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = Stream.of(ROI_KEYS, SettingsChoice.KEYS, List.of(DIAGNOSTICS, LAYOUT, CSV))
		.flatMap(List::stream).toList();

	/** What is taken for what a macro or a script leaves out. */
	public static final ExtractOptions DEFAULTS = new ExtractOptions(RoiChoice.DEFAULT, SettingsChoice.DEFAULT, false, ROWS,
		"");

	/** Layouts that dialogs offer. */
	public static List<String> layouts() {
		return List.of(ROWS, COLUMNS);
	}

	/** The options of a macro line. */
	public static ExtractOptions of(final MacroOptions macro) {
		return new ExtractOptions(RoiChoice.of(macro), SettingsChoice.of(macro), macro.flag(DIAGNOSTICS,
			DEFAULTS.diagnostics), macro.text(LAYOUT, DEFAULTS.layout), macro.text(CSV, DEFAULTS.csv));
	}
}
