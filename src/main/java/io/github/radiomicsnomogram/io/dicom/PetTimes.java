package io.github.radiomicsnomogram.io.dicom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** When a PET was taken and when its tracer was given, in the scanner's local time. */
final class PetTimes {

	private static final double NANOS = 1e9;
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");

	/** An injection without a date was on the day of the scan, or not longer before it than this. */
	private static final Duration LONGEST_NIGHT = Duration.ofHours(12);

	private final List<Slice> slices;
	private final double halfLife;
	private final List<String> sentences;

	/**
	 * @param halfLife in s
	 * @param sentences to which is added what had to be assumed
	 */
	PetTimes(final List<Slice> slices, final double halfLife, final List<String> sentences) {
		this.slices = slices;
		this.halfLife = halfLife;
		this.sentences = sentences;
	}

	/** Seconds from the injection to the time that the values are corrected to. */
	double decay(final DicomAttributes drug) throws BadDicom {
		final LocalDateTime scan = scanStart();
		final Optional<String> whole = drug.text(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
		final Optional<String> clock = drug.text(Tag.RADIOPHARMACEUTICAL_START_TIME);
		if (whole.isEmpty() && clock.isEmpty()) throw Suv.bad(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME + " and " +
			Tag.RADIOPHARMACEUTICAL_START_TIME + " are missing");
		final LocalDateTime injection = whole.isPresent() ? local(whole.get()) : undated(clock.get(), scan);
		if (whole.isPresent() && clock.isPresent() && !time(clock.get(), Tag.RADIOPHARMACEUTICAL_START_TIME).equals(dateTime(
			whole.get(), Tag.RADIOPHARMACEUTICAL_START_DATE_TIME).toLocalTime())) sentences.add("SUV: " +
				Tag.RADIOPHARMACEUTICAL_START_TIME + " is '" + DicomAttributes.shown(clock.get()) + "', but " +
				Tag.RADIOPHARMACEUTICAL_START_DATE_TIME + " '" + DicomAttributes.shown(whole.get()) + "'; the latter was taken.");
		final double seconds = Duration.between(injection, scan).toNanos() / NANOS;
		if (seconds < 0) throw Suv.bad("the injection (" + injection + ") is after the scan (" + scan + "), " + -seconds +
			" s apart: check " + Tag.RADIOPHARMACEUTICAL_START_DATE_TIME + ", " + Tag.SERIES_TIME + " and " + Tag.ACQUISITION_TIME);
		return seconds;
	}

	/** A time with a date; where it and the scanner say how far they are from UTC, in the scanner's time. */
	private LocalDateTime local(final String text) throws BadDicom {
		final LocalDateTime there = dateTime(text, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
		final Optional<String> zone = slices.get(0).frame().text(Tag.TIMEZONE_OFFSET_FROM_UTC);
		if (!text.matches(".*[+-]\\d{4}") || zone.isEmpty()) return there;
		return there.minusSeconds(offset(text.substring(text.length() - 5), Tag.RADIOPHARMACEUTICAL_START_DATE_TIME) - offset(zone
			.get(), Tag.TIMEZONE_OFFSET_FROM_UTC));
	}

	private static int offset(final String text, final Tag tag) throws BadDicom {
		try {
			return ZoneOffset.of(text).getTotalSeconds();
		}
		catch (final DateTimeException e) {
			throw Suv.bad(tag + " is '" + DicomAttributes.shown(text) + "', no offset from UTC");
		}
	}

	private LocalDateTime undated(final String text, final LocalDateTime scan) throws BadDicom {
		final LocalDateTime sameDay = scan.toLocalDate().atTime(time(text, Tag.RADIOPHARMACEUTICAL_START_TIME));
		if (!sameDay.isAfter(scan)) return sameDay;
		final LocalDateTime dayBefore = sameDay.minusDays(1);
		if (Duration.between(dayBefore, scan).compareTo(LONGEST_NIGHT) > 0) throw Suv.bad(Tag.RADIOPHARMACEUTICAL_START_TIME +
			" is '" + DicomAttributes.shown(text) + "', after the scan (" + scan + "), and " +
			Tag.RADIOPHARMACEUTICAL_START_DATE_TIME + " doesn't give its date");
		sentences.add("SUV: " + Tag.RADIOPHARMACEUTICAL_START_TIME +
			" is later than the scan, and no date is given; it was taken as that of the day before.");
		return dayBefore;
	}

	/** The series' time; if the series was processed, and dated, later than it was taken, that of the scan. */
	private LocalDateTime scanStart() throws BadDicom {
		Frame first = slices.get(0).frame();
		LocalDateTime earliest = null;
		for (final Slice slice : slices) {
			final LocalDateTime at = acquisition(slice.frame());
			if (earliest == null || at.isBefore(earliest)) {
				earliest = at;
				first = slice.frame();
			}
		}
		final Optional<String> day = first.text(Tag.SERIES_DATE), clock = first.text(Tag.SERIES_TIME);
		if (day.isPresent() && clock.isPresent()) {
			final LocalDateTime series = date(day.get(), Tag.SERIES_DATE).atTime(time(clock.get(), Tag.SERIES_TIME));
			if (!series.isAfter(earliest)) return series;
		}
		final Optional<String> ge = first.text(Tag.GE_SCAN_DATE_TIME);
		return ge.isPresent() ? dateTime(ge.get(), Tag.GE_SCAN_DATE_TIME) : reckonedBack(first, earliest);
	}

	/**
	 * The reference time of a bed position is that of its mean count rate, counted from the scan's start; without it the
	 * first acquisition is the start.
	 */
	private LocalDateTime reckonedBack(final Frame first, final LocalDateTime earliest) throws BadDicom {
		final double reference = first.number(Tag.FRAME_REFERENCE_TIME).orElse(0) / 1000;
		final double duration = first.number(Tag.ACTUAL_FRAME_DURATION).orElse(0) / 1000;
		final String late = "SUV: " + Tag.SERIES_TIME + " is missing or later than the acquisition; decay was counted to ";
		if (!(reference > 0 && duration > 0)) {
			sentences.add(late + "the first " + Tag.ACQUISITION_TIME + ", " + earliest + ".");
			return earliest;
		}
		final double lambda = Math.log(2) / halfLife, t = duration;
		final double mean = Math.log(lambda * t / -Math.expm1(-lambda * t)) / lambda;
		final double seconds = mean - reference;
		if (!(Math.abs(seconds) <= Duration.ofDays(2).toSeconds())) throw Suv.bad(Tag.FRAME_REFERENCE_TIME + " is " + 1000 *
			reference + " ms");
		final LocalDateTime start = earliest.plusNanos(Math.round(seconds * NANOS));
		if (Math.abs(seconds) > 1) sentences.add(late + start + ", reckoned from " + Tag.FRAME_REFERENCE_TIME + ".");
		return start;
	}

	private LocalDateTime acquisition(final Frame frame) throws BadDicom {
		final Optional<String> clock = frame.text(Tag.ACQUISITION_TIME), day = frame.text(Tag.ACQUISITION_DATE);
		if (clock.isPresent() && day.isPresent()) return date(day.get(), Tag.ACQUISITION_DATE).atTime(time(clock.get(),
			Tag.ACQUISITION_TIME));
		final Optional<String> whole = frame.text(Tag.ACQUISITION_DATE_TIME);
		if (whole.isPresent()) return dateTime(whole.get(), Tag.ACQUISITION_DATE_TIME);
		final Optional<String> series = frame.text(Tag.SERIES_DATE);
		if (clock.isEmpty() || series.isEmpty()) throw Suv.bad((clock.isEmpty() ? Tag.ACQUISITION_TIME : Tag.ACQUISITION_DATE) +
			" is missing in " + frame.where());
		final String told = "SUV: " + Tag.ACQUISITION_DATE + " is missing; " + Tag.SERIES_DATE + " was taken for it.";
		if (!sentences.contains(told)) sentences.add(told);
		return date(series.get(), Tag.SERIES_DATE).atTime(time(clock.get(), Tag.ACQUISITION_TIME));
	}

	/** YYYYMMDDHHMM and more, without its offset from UTC. */
	private static LocalDateTime dateTime(final String text, final Tag tag) throws BadDicom {
		final String local = text.replaceFirst("[+-]\\d{4}$", "").trim();
		if (local.length() < 12) throw Suv.bad(tag + " is '" + DicomAttributes.shown(text) + "', no date with a time to the minute");
		return date(local.substring(0, 8), tag).atTime(time(local.substring(8), tag));
	}

	private static LocalDate date(final String text, final Tag tag) throws BadDicom {
		try {
			return LocalDate.parse(text.replace(".", ""), DATE);
		}
		catch (final DateTimeException e) {
			throw Suv.bad(tag + " is '" + DicomAttributes.shown(text) + "', no date");
		}
	}

	/** HHMM, HHMMSS or HHMMSS.FFFFFF. */
	private static LocalTime time(final String text, final Tag tag) throws BadDicom {
		final String digits = text.replace(":", "");
		if (!digits.matches("\\d{4}(\\d{2}(\\.\\d{1,9})?)?")) throw Suv.bad(tag + " is '" + DicomAttributes.shown(text) +
			"', no time to the minute");
		try {
			final LocalTime minutes = LocalTime.of(Integer.parseInt(digits.substring(0, 2)), Integer.parseInt(digits.substring(2,
				4)));
			return digits.length() == 4 ? minutes : minutes.plusNanos(Math.round(NANOS * Double.parseDouble(digits.substring(
				4))));
		}
		catch (final DateTimeException e) {
			throw Suv.bad(tag + " is '" + DicomAttributes.shown(text) + "', no time to the minute");
		}
	}
}
