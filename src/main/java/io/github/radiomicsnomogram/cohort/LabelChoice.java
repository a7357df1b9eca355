package io.github.radiomicsnomogram.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which labels of a label image are ROIs.
 *
 * @param all every label that is there, upwards
 * @param labels the labels, in order, each once; if there are none and not {@code all}, the label of the settings
 */
public record LabelChoice(boolean all, List<Integer> labels) {

	/** The label of the settings. */
	public static final LabelChoice DEFAULT = new LabelChoice(false, List.of());
	/** Every label that is there. */
	public static final LabelChoice ALL = new LabelChoice(true, List.of());

	public LabelChoice {
		labels = labels.stream().distinct().toList();
		for (final int label : labels)
			if (label < 1) throw new IllegalArgumentException("label " + label);
	}

	/**
	 * Reads "3", "1,2,5", "all", or nothing for the default; spaces and semicolons separate too, and 1.0 is 1.
	 *
	 * @throws IllegalArgumentException if it is anything else; the message goes on from "must be"
	 */
	public static LabelChoice parse(final String text) {
		if (text.isBlank()) return DEFAULT;
		if (text.strip().equalsIgnoreCase("all")) return ALL;
		final List<Integer> labels = new ArrayList<>();
		for (final String word : text.strip().split("[\\s,;]+"))
			labels.add(label(word, text));
		return new LabelChoice(false, labels);
	}

	private static int label(final String word, final String text) {
		try {
			final int label = new BigDecimal(word).intValueExact();
			if (label >= 1) return label;
		}
		catch (final ArithmeticException | NumberFormatException e) {
			// Said below.
		}
		throw new IllegalArgumentException("a label (1 to " + Integer.MAX_VALUE + "), several of them (1,2,5) or all, not '" + text + "'");
	}

	/** Whether it says nothing, so that something else has to. */
	public boolean isDefault() {
		return !all && labels.isEmpty();
	}

	/** Whether there may be more than one ROI. */
	public boolean isSeveral() {
		return all || labels.size() > 1;
	}

	@Override
	public String toString() {
		return all ? "all" : labels.stream().map(String::valueOf).collect(Collectors.joining(","));
	}
}
