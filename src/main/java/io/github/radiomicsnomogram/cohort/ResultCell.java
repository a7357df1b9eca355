package io.github.radiomicsnomogram.cohort;

/**
 * One result of a ROI.
 *
 * @param column PyRadiomics' column name
 * @param text as PyRadiomics writes it into a table
 * @param kind what the text stands for
 * @param reason why a number is missing or set by convention, "" if all is well
 */
public record ResultCell(String column, String text, Kind kind, String reason) {

	/** What a text stands for. */
	public enum Kind {
			/** A feature's value; nan if there is none. */
			NUMBER,
			/** Python's words for a number, a tuple, a list or a dictionary. */
			LITERAL,
			/** Itself. */
			TEXT
	}
}
