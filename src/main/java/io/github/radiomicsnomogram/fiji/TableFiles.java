package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables and folders that a user names. */
final class TableFiles {

	private TableFiles() {}

	/**
	 * Reads tables.
	 *
	 * @param key of the option, for messages
	 * @param texts paths; a text may hold several with semicolons between them, or be blank
	 * @throws InputException if there is none, or one can't be read
	 */
	static List<CsvTable> read(final String key, final String... texts) {
		final List<CsvTable> tables = new ArrayList<>();
		for (final String text : texts)
			for (final String path : text.split(";"))
				if (!path.isBlank()) tables.add(CsvTable.read(ValueList.path(path, key)));
		if (tables.isEmpty()) throw new InputException("No table is given: choose a CSV file (" + key + ").");
		return tables;
	}

	/**
	 * The folder for results.
	 *
	 * @param key of the option, for messages
	 * @throws InputException if none is given
	 */
	static Path folder(final String text, final String key) {
		if (text.isBlank()) throw new InputException("Choose a folder for the results (" + key + ").");
		return ValueList.path(text, key);
	}

	/**
	 * A number.
	 *
	 * @param key of the option, for messages
	 * @throws InputException if it is none from min to max
	 */
	static double number(final String text, final String key, final double min, final double max) {
		try {
			final double value = Double.parseDouble(text.trim());
			if (value >= min && value <= max) return value;
		}
		catch (final NumberFormatException e) {
			throw new InputException("'" + text + "' (" + key + ") is no number; give one from " + min + " to " + max + ".", e);
		}
		throw new InputException(text.trim() + " (" + key + ") is not from " + min + " to " + max + ".");
	}
}
