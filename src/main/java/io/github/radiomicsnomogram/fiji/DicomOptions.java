package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses to open a DICOM series. Immutable.
 *
 * @param path folder of the series, one of its files, or a DICOMDIR
 * @param series which of several: number, UID or description; "" for the only one
 * @param suv whether PET values become standardised uptake values by body weight
 */
public record DicomOptions(String path, String series, boolean suv) {

	/** Key of {@link #path()} in macros. */
	public static final String PATH = "path";
	/** Key of {@link #series()} in macros. */
	public static final String SERIES = "series";
	/** Key of {@link #suv()} in macros. */
	public static final String SUV = "suv";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(PATH, SERIES, SUV);

	/** What is taken for what a macro or a script leaves out. */
	public static final DicomOptions DEFAULTS = new DicomOptions("", "", false);

	/** The options of a macro line. */
	public static DicomOptions of(final MacroOptions macro) {
		return new DicomOptions(macro.text(PATH, ""), macro.text(SERIES, ""), macro.flag(SUV, false));
	}

	/** The same for one of the series. */
	public DicomOptions withSeries(final String chosen) {
		return new DicomOptions(path, chosen, suv);
	}
}
