package io.github.radiomicsnomogram.io.dicom;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which image of a DICOM folder is meant. Immutable. */
public final class SeriesChoice {

	/** The only one there is. */
	public static final SeriesChoice ONLY = new SeriesChoice("the only one", s -> true);

	private final String words;
	private final Predicate<DicomSeries> first;
	private final Predicate<DicomSeries> second;

	private SeriesChoice(final String words, final Predicate<DicomSeries> first, final Predicate<DicomSeries> second) {
		this.words = words;
		this.first = first;
		this.second = second;
	}

	private SeriesChoice(final String words, final Predicate<DicomSeries> only) {
		this(words, only, only);
	}

	/** That with a number of the list, {@link DicomSeries#number()}. */
	public static SeriesChoice number(final int number) {
		return new SeriesChoice("number " + number, s -> s.number() == number);
	}

	/** That with a SeriesInstanceUID. */
	public static SeriesChoice uid(final String uid) {
		return new SeriesChoice("UID " + uid, s -> s.uid().equals(uid));
	}

	/** That with a SeriesDescription, whole or in part, small or capital letters; the whole goes before the part. */
	public static SeriesChoice description(final String text) {
		final String wanted = text.toLowerCase(Locale.ROOT);
		return new SeriesChoice("description '" + text + "'", s -> s.description().equalsIgnoreCase(text), s -> s
			.description().toLowerCase(Locale.ROOT).contains(wanted));
	}

	/** A choice as the user types it: a number, a UID (digits and points), or a description. */
	public static SeriesChoice parse(final String text) {
		final String t = text.trim();
		if (t.matches("\\d{1,9}")) return number(Integer.parseInt(t));
		return t.matches("\\d+(\\.\\d+)+") ? uid(t) : description(t);
	}

	/** Those of a list that are meant; more than one if the choice is ambiguous. */
	public List<DicomSeries> among(final List<DicomSeries> all) {
		final List<DicomSeries> exact = all.stream().filter(first).toList();
		return exact.isEmpty() ? all.stream().filter(second).toList() : exact;
	}

	/** The choice in words, for messages. */
	@Override
	public String toString() {
		return words;
	}
}
