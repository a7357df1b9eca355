package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The options of a recorded macro line, {@code run("Command...", "key=value text=[two words] flag")}. Unlike a search
 * for {@code key=}, it never finds a key inside a bracketed value or at the end of another key. Keys ignore case. A bare
 * word is a switch that is on. Immutable.
 */
public final class MacroOptions {

	private final Map<String, String> values;

	private MacroOptions(final Map<String, String> values) {
		this.values = values;
	}

	/**
	 * Reads the options of a macro line.
	 *
	 * @param options as a macro's {@code run} has them
	 * @param known keys that the command understands
	 * @throws InputException if a key is not known, is given twice, or a bracket is never closed
	 */
	public static MacroOptions parse(final String options, final Collection<String> known) {
		final Map<String, String> values = new LinkedHashMap<>();
		for (final String word : words(options)) {
			final int equals = word.indexOf('=');
			final String key = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
			if (!known.contains(key)) throw new InputException("Unknown macro option '" + key + "'; known: " + String.join(", ",
				known) + ".");
			final String value = equals < 0 ? "true" : unquoted(word.substring(equals + 1));
			if (values.put(key, value) != null) throw new InputException("Macro option '" + key + "' is given twice.");
		}
		return new MacroOptions(values);
	}

	/** The value of a key, or what to take if it is not given. */
	public String text(final String key, final String otherwise) {
		return values.getOrDefault(key, otherwise);
	}

	/**
	 * A switch: on if given bare or as {@code key=true}.
	 *
	 * @throws InputException if the value is neither true nor false
	 */
	public boolean flag(final String key, final boolean otherwise) {
		final String value = values.get(key);
		if (value == null) return otherwise;
		if (value.equalsIgnoreCase("true")) return true;
		if (value.equalsIgnoreCase("false")) return false;
		throw new InputException("Macro option '" + key + "' is true or false, not '" + value + "'.");
	}

	/** Splits at spaces that are not inside brackets or after an opening quote. */
	private static List<String> words(final String options) {
		final List<String> words = new ArrayList<>();
		final StringBuilder word = new StringBuilder();
		int depth = 0;
		boolean quoted = false;
		for (final char c : options.toCharArray()) {
			if (c == '\'' && depth == 0) quoted = quoted ? false : endsWithEquals(word);
			if (c == '[' && !quoted && (depth > 0 || endsWithEquals(word))) depth++;
			if (c == ']' && !quoted && depth > 0) depth--;
			if (depth > 0 || quoted || !Character.isWhitespace(c)) word.append(c);
			else flush(word, words);
		}
		if (depth > 0 || quoted) throw new InputException("Macro options: a bracket or quote is never closed in '" + options +
			"'.");
		flush(word, words);
		return words;
	}

	private static boolean endsWithEquals(final StringBuilder word) {
		return word.length() > 0 && word.charAt(word.length() - 1) == '=';
	}

	private static void flush(final StringBuilder word, final List<String> words) {
		if (word.length() > 0) words.add(word.toString());
		word.setLength(0);
	}

	private static String unquoted(final String value) {
		final int last = value.length() - 1;
		final boolean bracketed = last > 0 && (value.charAt(0) == '[' && value.charAt(last) == ']' || value.charAt(
			0) == '\'' && value.charAt(last) == '\'');
		return bracketed ? value.substring(1, last) : value;
	}
}
