package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A clinical variable of a model: what may be typed for it and which number the model takes.
 *
 * @param id name in files, macros and options, lower case: "ki67"
 * @param label for people: "Ki-67 at surgery"
 * @param description what it is and when it is measured
 * @param kind how it is given
 * @param unit of a numeric variable, for example "%"; "" if none
 * @param range plausible values of a numeric variable, others are warned of; empty for the other kinds
 * @param levels of a binary or categorical variable, the reference first; empty for a numeric one
 */
public record ClinicalVariable(String id, String label, String description, Kind kind, String unit,
	Optional<Range> range, List<Level> levels)
{

	/** How a variable is given. */
	public enum Kind {
			/** A number in a range. */
			NUMERIC,
			/** One of two levels. */
			BINARY,
			/** One of several levels. */
			CATEGORICAL;

		/** As in a model file. */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * A value of a binary or categorical variable.
	 *
	 * @param id "positive"
	 * @param aliases other ways to type it, any case
	 */
	public record Level(String id, List<String> aliases) {

		public Level {
			aliases = List.copyOf(aliases);
		}

		/** The id and the aliases: every way to type it. */
		public List<String> words() {
			return Stream.concat(Stream.of(id), aliases.stream()).toList();
		}

		private boolean matches(final String text) {
			return words().stream().anyMatch(w -> w.equalsIgnoreCase(text));
		}
	}

	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

	public ClinicalVariable {
		levels = List.copyOf(levels);
		if ((kind == Kind.NUMERIC) != range.isPresent() || (kind == Kind.NUMERIC) != levels.isEmpty())
			throw new IllegalArgumentException("a numeric variable has a range, another one has levels: " + id);
	}

	/** Level that has no effect, of a variable with levels. */
	public Level reference() {
		return levels.get(0);
	}

	/**
	 * The value that a text stands for: the number of a numeric variable, the index of the level (0 = reference) of
	 * another one.
	 *
	 * @throws InputException if it stands for none; the message names what is allowed
	 */
	public double parse(final String text) {
		final String trimmed = text.trim();
		if (kind == Kind.NUMERIC) return parseNumber(trimmed);
		for (int i = 0; i < levels.size(); i++)
			if (levels.get(i).matches(trimmed)) return i;
		throw new InputException("'" + trimmed + "' is no value of " + label + " (" + id + "): give " + allowed() + ".");
	}

	/** A number out of range is a number all the same: the prediction carries a warning of it. */
	private double parseNumber(final String text) {
		if (NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) return Double.parseDouble(text);
		throw new InputException("'" + text + "' is no value of " + label + " (" + id + "): give " + allowed() + ".");
	}

	/** The allowed values in words: "a number from 0 to 100 (%)", "negative or positive". */
	public String allowed() {
		if (kind == Kind.NUMERIC) {
			final Range r = range.orElseThrow();
			return "a number from " + Text.number(r.min()) + " to " + Text.number(r.max()) + (unit.isEmpty() ? "" : " (" +
				unit + ")") + ", with a dot as decimal sign";
		}
		final List<String> ids = new ArrayList<>(levels.stream().map(Level::id).toList());
		final String last = ids.remove(ids.size() - 1);
		return String.join(", ", ids) + " or " + last;
	}

	/** A value as a user would write it: "20", "positive". */
	public String format(final double value) {
		return kind == Kind.NUMERIC ? Text.number(value) : levels.get((int) value).id();
	}
}
