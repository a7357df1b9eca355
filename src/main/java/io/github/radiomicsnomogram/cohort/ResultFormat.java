package io.github.radiomicsnomogram.cohort;

import java.nio.file.Path;
import java.util.Locale;

/** The forms of PyRadiomics' results. */
public enum ResultFormat {
		/** A row of names, then a row of values for each ROI. */
		CSV,
		/** A list of dictionaries. */
		JSON,
		/** A line for each value: "Case-1_original_glcm_Contrast: 1.5". */
		TXT;

	/** The form that a file's name asks for; CSV if it asks for none. */
	public static ResultFormat of(final Path file) {
		final String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		return name.endsWith(".json") ? JSON : name.endsWith(".txt") ? TXT : CSV;
	}
}
