package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which ROI of a DICOM file is meant. Immutable. */
public final class RoiChoice {

	/** The only one there is. */
	public static final RoiChoice ONLY = new RoiChoice("", r -> true, r -> true);

	private static final int LISTED = 40;

	private final String words;
	private final Predicate<DicomRoi> first;
	private final Predicate<DicomRoi> second;

	private RoiChoice(final String words, final Predicate<DicomRoi> first, final Predicate<DicomRoi> second) {
		this.words = words;
		this.first = first;
		this.second = second;
	}

	/** That with a number, {@link DicomRoi#number()}. */
	public static RoiChoice number(final int number) {
		return new RoiChoice("number " + number, r -> r.number() == number, r -> false);
	}

	/**
	 * That with a name: first one that is exactly this, else one that fits the pattern, small or capital letters, in
	 * which * stands for any letters and ? for one. Blanks at the ends don't count.
	 */
	public static RoiChoice name(final String pattern) {
		final String name = pattern.strip();
		final Pattern glob = Pattern.compile(regex(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
		return new RoiChoice("name '" + DicomAttributes.shown(name) + "'", r -> r.name().equals(name), r -> glob.matcher(r.name())
			.matches());
	}

	/** A star that follows a star adds nothing but work, and is left out. */
	private static String regex(final String glob) {
		final StringBuilder regex = new StringBuilder();
		char last = 0;
		for (final char c : glob.toCharArray()) {
			if (c == '?') regex.append('.');
			else if (c != '*') regex.append(Pattern.quote(String.valueOf(c)));
			else if (last != '*') regex.append(".*");
			last = c;
		}
		return regex.toString();
	}

	/** A choice as the user types it: a number, or a name with * and ?. */
	public static RoiChoice parse(final String text) {
		final String t = text.strip();
		return t.matches("\\d{1,10}") && Long.parseLong(t) <= Integer.MAX_VALUE ? number(Integer.parseInt(t)) : name(t);
	}

	/** Those of a list that are meant; more than one if the choice is ambiguous. */
	public List<DicomRoi> among(final List<DicomRoi> all) {
		final List<DicomRoi> exact = all.stream().filter(first).toList();
		return exact.isEmpty() ? all.stream().filter(second).toList() : exact;
	}

	/**
	 * The one that is meant.
	 *
	 * @throws InputException if there is none, or several; the message lists what the file holds
	 */
	public DicomRoi of(final Path file, final List<DicomRoi> all) {
		final List<DicomRoi> chosen = among(all);
		if (chosen.size() == 1) return chosen.get(0);
		final String list = all.stream().limit(LISTED).map(r -> "\n  " + r.describe()).collect(Collectors.joining()) + (all
			.size() > LISTED ? "\n  and " + (all.size() - LISTED) + " more" : "");
		throw new InputException("'" + file + "' holds " + all.size() + (all.size() == 1 ? " ROI" : " ROIs") + (words.isEmpty()
			? "" : ", and " + (chosen.isEmpty() ? "none" : chosen.size() + " of them") + " with " + words) +
			". Choose one by its number or name (command line: --roi-name N or --roi-name PATTERN):" + list);
	}

	/** The choice in words, for messages; "" for the only one. */
	@Override
	public String toString() {
		return words;
	}
}
