package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options that hold several values in one text. */
final class ValueList {

	private ValueList() {}

	/**
	 * Pairs, "ki67:20,aln:positive"; = is as good as : and a semicolon as good as a comma.
	 *
	 * @param key of the option, for messages
	 * @return values by name, in the order of the text
	 * @throws InputException if a part is no pair, or a name is given twice
	 */
	static Map<String, String> pairs(final String text, final String key) {
		final Map<String, String> pairs = new LinkedHashMap<>();
		for (final String part : text.split("[,;]")) {
			if (part.isBlank()) continue;
			final String[] pair = part.trim().split("\\s*[:=]\\s*", 2);
			if (pair.length < 2 || pair[0].isEmpty() || pair[1].isEmpty()) throw new InputException("'" + part.trim() + "' in " +
				key + " is no pair name:value. Write, for example, ki67:20,aln:positive.");
			if (pairs.put(pair[0], pair[1]) != null) throw new InputException("'" + pair[0] + "' is given twice in " + key + ".");
		}
		return pairs;
	}

	/** Words between commas or semicolons. */
	static List<String> words(final String text) {
		final List<String> words = new ArrayList<>();
		for (final String word : text.split("[,;]"))
			if (!word.isBlank()) words.add(word.trim());
		return words;
	}

	/**
	 * A path.
	 *
	 * @param key of the option, for messages
	 * @throws InputException if the text is no path on this computer
	 */
	static Path path(final String text, final String key) {
		try {
			return Path.of(text.trim());
		}
		catch (final InvalidPathException e) {
			throw new InputException("'" + text + "' (" + key + ") is no path of a file.", e);
		}
	}
}
