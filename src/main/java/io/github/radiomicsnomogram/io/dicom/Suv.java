package io.github.radiomicsnomogram.io.dicom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From the values of a PET series to standardised uptake values by body weight, SUVbw in g/ml. With Units BQML:
 * {@code Bq/ml * weight / (dose * 2^(-decay / half-life))}, where the decay runs from the injection to the scan's start
 * (DecayCorrection START), or not at all (ADMIN), as the vendor-neutral pseudo-code of QIBA says (QIBA FDG-PET/CT
 * profile). Units GML are SUVbw already; Units CNTS need Philips' private factor.
 *
 * @param factor to multiply values by
 * @param warnings what had to be assumed
 */
record Suv(double factor, List<String> warnings) {

	private static final String PHILIPS = "Philips PET Private Group";
	private static final double GRAMS = 1000;
	private static final double LONGEST = Duration.ofDays(2).toSeconds();
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");

	/**
	 * The factor of a series.
	 *
	 * @throws BadDicom if something is missing or contradictory, with the attribute
	 */
	static Suv of(final List<Slice> slices) throws BadDicom {
		final Frame frame = slices.get(0).frame();
		if (!frame.text(Tag.MODALITY).orElse("").equals("PT")) throw bad(Tag.MODALITY + " is '" + shown(frame, Tag.MODALITY) +
			"', not PT");
		for (final Slice slice : slices)
			if (!slice.frame().text(Tag.UNITS).equals(frame.text(Tag.UNITS))) throw bad(Tag.UNITS + " differs between slices");
		final List<String> warnings = new ArrayList<>();
		return switch (frame.text(Tag.UNITS).orElse("")) {
			case "GML" -> ofSuv(frame);
			case "BQML" -> new Suv(bodyWeight(slices, warnings), List.copyOf(warnings));
			case "CNTS" -> ofCounts(slices, warnings);
			default -> throw bad(Tag.UNITS + " is '" + shown(frame, Tag.UNITS) + "'; BQML, GML and Philips' CNTS can be converted");
		};
	}

	private static Suv ofSuv(final Frame frame) throws BadDicom {
		final String type = frame.text(Tag.SUV_TYPE).orElse("BW");
		if (!type.equals("BW")) throw bad(Tag.SUV_TYPE + " is '" + DicomAttributes.shown(type) + "', not by body weight (BW)");
		return new Suv(1, List.of());
	}

	private static Suv ofCounts(final List<Slice> slices, final List<String> warnings) throws BadDicom {
		final Frame frame = slices.get(0).frame();
		if (frame.text(Tag.PHILIPS_PRIVATE_CREATOR).orElse("").equals(PHILIPS)) {
			for (final Slice slice : slices)
				for (final Tag tag : List.of(Tag.PHILIPS_SUV_FACTOR, Tag.PHILIPS_ACTIVITY_FACTOR))
					if (!slice.frame().text(tag).equals(frame.text(tag))) throw bad(tag + " differs between slices");
			final double suv = frame.number(Tag.PHILIPS_SUV_FACTOR).orElse(0);
			if (suv > 0) return new Suv(suv, List.of());
			final double activity = frame.number(Tag.PHILIPS_ACTIVITY_FACTOR).orElse(0);
			if (activity > 0) return new Suv(activity * bodyWeight(slices, warnings), List.copyOf(warnings));
		}
		throw bad(Tag.UNITS + " is CNTS (counts), and Philips' " + Tag.PHILIPS_SUV_FACTOR + " and " +
			Tag.PHILIPS_ACTIVITY_FACTOR + " are missing");
	}

	private static double bodyWeight(final List<Slice> slices, final List<String> warnings) throws BadDicom {
		final Frame frame = slices.get(0).frame();
		final double weight = positive(frame.number(Tag.PATIENT_WEIGHT), Tag.PATIENT_WEIGHT);
		final List<DicomAttributes> drugs = frame.file().attributes().items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
		if (drugs.size() != 1) throw bad(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE + " has " + drugs.size() +
			" items instead of 1");
		final DicomAttributes drug = drugs.get(0);
		final double dose = positive(drug.number(Tag.RADIONUCLIDE_TOTAL_DOSE), Tag.RADIONUCLIDE_TOTAL_DOSE);
		final String corrected = frame.text(Tag.CORRECTED_IMAGE).orElse("");
		for (final String word : List.of("ATTN", "DECY"))
			if (!List.of(corrected.split("\\\\")).stream().map(String::trim).toList().contains(word)) throw bad(
				Tag.CORRECTED_IMAGE + " is '" + DicomAttributes.shown(corrected) + "', without " + word +
					": the values aren't corrected for it");
		return switch (frame.text(Tag.DECAY_CORRECTION).orElse("")) {
			case "ADMIN" -> weight * GRAMS / dose;
			case "START" -> {
				final double half = positive(drug.number(Tag.RADIONUCLIDE_HALF_LIFE), Tag.RADIONUCLIDE_HALF_LIFE);
				yield weight * GRAMS / (dose * Math.pow(2, -decay(slices, drug, half, warnings) / half));
			}
			default -> throw bad(Tag.DECAY_CORRECTION + " is '" + shown(frame, Tag.DECAY_CORRECTION) +
				"'; START or ADMIN is needed");
		};
	}

	/** Seconds from injection to the time that the values are corrected to. */
	private static double decay(final List<Slice> slices, final DicomAttributes drug, final double half,
		final List<String> warnings) throws BadDicom
	{
		final LocalDateTime scan = scanStart(slices, half, warnings);
		final Optional<String> whole = drug.text(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
		LocalDateTime injection;
		if (whole.isPresent()) {
			final String text = whole.get().replaceFirst("[+-]\\d{4}$", "");
			if (text.length() < 12) throw bad(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME + " is '" + DicomAttributes.shown(text) +
				"', no date and time");
			injection = LocalDateTime.of(date(text.substring(0, 8), Tag.RADIOPHARMACEUTICAL_START_DATE_TIME), time(text.substring(
				8), Tag.RADIOPHARMACEUTICAL_START_DATE_TIME));
		}
		else {
			final String text = drug.text(Tag.RADIOPHARMACEUTICAL_START_TIME).orElseThrow(() -> bad(
				Tag.RADIOPHARMACEUTICAL_START_DATE_TIME + " and " + Tag.RADIOPHARMACEUTICAL_START_TIME + " are missing"));
			injection = LocalDateTime.of(scan.toLocalDate(), time(text, Tag.RADIOPHARMACEUTICAL_START_TIME));
			if (injection.isAfter(scan)) {
				injection = injection.minusDays(1);
				warnings.add("SUV: " + Tag.RADIOPHARMACEUTICAL_START_TIME +
					" is later than the scan, and no date is given; it was taken as that of the day before.");
			}
		}
		final double seconds = Duration.between(injection, scan).toNanos() / 1e9;
		if (seconds < 0 || seconds > LONGEST) throw bad("the injection (" + injection + ") and the scan (" + scan + ") are " +
			seconds + " s apart");
		return seconds;
	}

	/** The series' time; that of the first acquisition if the series was processed, and dated, later. */
	private static LocalDateTime scanStart(final List<Slice> slices, final double half, final List<String> warnings)
		throws BadDicom
	{
		Frame first = slices.get(0).frame();
		LocalDateTime earliest = null;
		for (final Slice slice : slices) {
			final LocalDateTime at = at(slice.frame(), Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
			if (at == null) throw bad(Tag.ACQUISITION_DATE + " or " + Tag.ACQUISITION_TIME + " is missing");
			if (earliest == null || at.isBefore(earliest)) {
				earliest = at;
				first = slice.frame();
			}
		}
		final LocalDateTime series = at(first, Tag.SERIES_DATE, Tag.SERIES_TIME);
		if (series != null && !series.isAfter(earliest)) return series;
		final OptionalDouble reference = first.number(Tag.FRAME_REFERENCE_TIME);
		final OptionalDouble duration = first.number(Tag.ACTUAL_FRAME_DURATION);
		if (reference.isEmpty() || duration.isEmpty() || !(duration.getAsDouble() > 0)) {
			warnings.add("SUV: " + Tag.SERIES_TIME + " is missing or later than the acquisition; decay was counted to the first " +
				Tag.ACQUISITION_TIME + ".");
			return earliest;
		}
		final double lambda = Math.log(2) / half, t = duration.getAsDouble() / 1000;
		final double mean = Math.log(lambda * t / -Math.expm1(-lambda * t)) / lambda;
		final double seconds = mean - reference.getAsDouble() / 1000;
		if (!(Math.abs(seconds) <= LONGEST)) throw bad(Tag.FRAME_REFERENCE_TIME + " is " + reference.getAsDouble() + " ms");
		return earliest.plusNanos(Math.round(seconds * 1e9));
	}

	/** Null if one of them isn't given. */
	private static LocalDateTime at(final Frame frame, final Tag date, final Tag time) throws BadDicom {
		final Optional<String> day = frame.text(date), hour = frame.text(time);
		return day.isEmpty() || hour.isEmpty() ? null : LocalDateTime.of(date(day.get(), date), time(hour.get(), time));
	}

	private static LocalDate date(final String text, final Tag tag) throws BadDicom {
		try {
			return LocalDate.parse(text.replace(".", ""), DATE);
		}
		catch (final DateTimeException e) {
			throw bad(tag + " is '" + DicomAttributes.shown(text) + "', no date");
		}
	}

	/** HHMM, HHMMSS or HHMMSS.FFFFFF. */
	private static LocalTime time(final String text, final Tag tag) throws BadDicom {
		final String digits = text.replace(":", "");
		if (!digits.matches("\\d{4}(\\d{2}(\\.\\d{1,6})?)?")) throw bad(tag + " is '" + DicomAttributes.shown(text) +
			"', no time");
		try {
			final LocalTime minutes = LocalTime.of(Integer.parseInt(digits.substring(0, 2)), Integer.parseInt(digits.substring(2,
				4)));
			return digits.length() == 4 ? minutes : minutes.plusNanos(Math.round(1e9 * Double.parseDouble(digits.substring(4))));
		}
		catch (final DateTimeException e) {
			throw bad(tag + " is '" + DicomAttributes.shown(text) + "', no time");
		}
	}

	private static double positive(final OptionalDouble number, final Tag tag) throws BadDicom {
		if (number.isEmpty()) throw bad(tag + " is missing");
		if (!(number.getAsDouble() > 0)) throw bad(tag + " is " + number.getAsDouble() + "; it must be greater than 0");
		return number.getAsDouble();
	}

	private static String shown(final Frame frame, final Tag tag) {
		return DicomAttributes.shown(frame.text(tag).orElse(""));
	}

	private static BadDicom bad(final String reason) {
		return new BadDicom("SUV can't be computed: " + reason);
	}
}
