package io.github.radiomicsnomogram.io.dicom;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From the values of a PET series to standardised uptake values by body weight, SUVbw in g/ml. With Units BQML:
 * {@code Bq/ml * weight / (dose * 2^(-decay / half-life))}, where the decay runs from the injection to the scan's start
 * (DecayCorrection START), or not at all (ADMIN), as the vendor-neutral pseudo-code of QIBA says (QIBA FDG-PET/CT
 * profile). Units GML are SUVbw already; Units CNTS need Philips' private factors. What the factor depends on must be
 * the same in all slices.
 *
 * @param factor to multiply values by
 * @param sentences how the factor came about, and what had to be assumed
 */
record Suv(double factor, List<String> sentences) {

	private static final double GRAMS = 1000;

	/** No patient's weight in kg. */
	private static final double HEAVIEST = 700;

	/** Doses in Bq outside of these are given in another unit: less is MBq or kBq. */
	private static final double LEAST_DOSE = 1e6;
	private static final double MOST_DOSE = 1e11;

	/** After so many half-lives nothing is left to see: a date is wrong. */
	private static final double MOST_HALF_LIVES = 12;

	/** Difference of Philips' two factors that is not rounding. */
	private static final double PHILIPS_TOLERANCE = 0.02;

	private static final List<Tag> ALIKE = List.of(Tag.UNITS, Tag.SUV_TYPE, Tag.PATIENT_WEIGHT, Tag.DECAY_CORRECTION,
		Tag.CORRECTED_IMAGE, Tag.PHILIPS_SUV_FACTOR, Tag.PHILIPS_ACTIVITY_FACTOR);
	private static final List<Tag> DRUG_ALIKE = List.of(Tag.RADIONUCLIDE_TOTAL_DOSE, Tag.RADIONUCLIDE_HALF_LIFE,
		Tag.RADIOPHARMACEUTICAL_START_TIME, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);

	/**
	 * The factor of a series.
	 *
	 * @throws BadDicom if something is missing, implausible, contradictory or not the same in all slices, with the
	 *           attribute
	 */
	static Suv of(final List<Slice> slices) throws BadDicom {
		final Frame frame = slices.get(0).frame();
		if (!frame.text(Tag.MODALITY).orElse("").equals("PT")) throw bad(Tag.MODALITY + " is '" + shown(frame, Tag.MODALITY) +
			"', not PT");
		requireAlike(slices);
		if (!frame.has(Tag.UNITS)) throw bad(Tag.UNITS + " is missing");
		final List<String> sentences = new ArrayList<>();
		return switch (frame.text(Tag.UNITS).orElse("")) {
			case "GML" -> ofSuv(frame);
			case "BQML" -> new Suv(bodyWeight(slices, 1, sentences), List.copyOf(sentences));
			case "CNTS" -> ofCounts(slices);
			default -> throw bad(Tag.UNITS + " is '" + shown(frame, Tag.UNITS) + "'; BQML, GML and Philips' CNTS can be converted");
		};
	}

	private static Suv ofSuv(final Frame frame) throws BadDicom {
		final String type = frame.text(Tag.SUV_TYPE).orElse("BW");
		if (!type.equals("BW")) throw bad(Tag.SUV_TYPE + " is '" + DicomAttributes.shown(type) + "', not by body weight (BW)");
		return new Suv(1, List.of("SUV: the values are SUVbw already (" + Tag.UNITS + " is GML)."));
	}

	private static Suv ofCounts(final List<Slice> slices) throws BadDicom {
		final Frame frame = slices.get(0).frame();
		final double suv = frame.number(Tag.PHILIPS_SUV_FACTOR).orElse(0);
		final double activity = frame.number(Tag.PHILIPS_ACTIVITY_FACTOR).orElse(0);
		final List<String> sentences = new ArrayList<>();
		if (suv > 0) {
			sentences.add("SUV: counts times " + suv + ", Philips' " + Tag.PHILIPS_SUV_FACTOR + ".");
			if (activity > 0) compare(suv, activity, slices, sentences);
			return new Suv(suv, List.copyOf(sentences));
		}
		if (activity > 0) return new Suv(bodyWeight(slices, activity, sentences), List.copyOf(sentences));
		throw bad(Tag.UNITS + " is CNTS (counts), and Philips' " + Tag.PHILIPS_SUV_FACTOR + " and " +
			Tag.PHILIPS_ACTIVITY_FACTOR + " are missing or 0");
	}

	/** Philips' two factors must lead to one SUV, where all that the second one needs is there. */
	private static void compare(final double suv, final double activity, final List<Slice> slices,
		final List<String> sentences)
	{
		try {
			final double other = bodyWeight(slices, activity, new ArrayList<>());
			if (Math.abs(other - suv) > PHILIPS_TOLERANCE * suv) sentences.add("SUV: by " + Tag.PHILIPS_ACTIVITY_FACTOR +
				", weight, dose and decay the factor would be " + shortened(other) + ": check which of them is wrong.");
		}
		catch (final BadDicom e) {
			// The SUV factor alone is enough.
		}
	}

	/** @param becquerels Bq/ml of a value of 1 */
	private static double bodyWeight(final List<Slice> slices, final double becquerels, final List<String> sentences)
		throws BadDicom
	{
		final Frame frame = slices.get(0).frame();
		final double weight = positive(frame.number(Tag.PATIENT_WEIGHT), Tag.PATIENT_WEIGHT);
		if (weight > HEAVIEST) throw bad(Tag.PATIENT_WEIGHT + " is " + weight + " kg, more than " + HEAVIEST +
			": it may be in grams");
		final DicomAttributes drug = drug(frame);
		final double dose = positive(drug.number(Tag.RADIONUCLIDE_TOTAL_DOSE), Tag.RADIONUCLIDE_TOTAL_DOSE);
		if (dose < LEAST_DOSE || dose > MOST_DOSE) throw bad(Tag.RADIONUCLIDE_TOTAL_DOSE + " is " + dose + " Bq, too " +
			(dose < LEAST_DOSE ? "little for a PET: it may be in MBq or kBq" : "much for a patient"));
		requireCorrected(frame);
		final boolean toInjection = frame.text(Tag.DECAY_CORRECTION).orElse("").equals("ADMIN");
		double decay = 0, left = dose;
		if (!toInjection) {
			final double half = positive(drug.number(Tag.RADIONUCLIDE_HALF_LIFE), Tag.RADIONUCLIDE_HALF_LIFE);
			decay = new PetTimes(slices, half, sentences).decay(drug);
			if (decay > MOST_HALF_LIVES * half) throw bad("the injection is " + decay + " s before the scan, more than " +
				MOST_HALF_LIVES + " half-lives of " + half + " s: a date or time is wrong");
			left = dose * Math.pow(2, -decay / half);
		}
		final double factor = becquerels * (weight * GRAMS / left);
		sentences.add("SUV: " + (becquerels == 1 ? "Bq/ml" : "counts of " + becquerels + " Bq/ml") + " times " + shortened(
			factor) + ": " + weight + " kg, " + dose + " Bq injected, " + (toInjection ? "decay corrected to the injection."
				: decay + " s of decay."));
		return factor;
	}

	private static DicomAttributes drug(final Frame frame) throws BadDicom {
		final List<DicomAttributes> drugs = frame.file().attributes().items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
		if (drugs.size() != 1) throw bad(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE + " has " + drugs.size() +
			" items instead of 1");
		return drugs.get(0);
	}

	private static void requireCorrected(final Frame frame) throws BadDicom {
		final String corrected = frame.text(Tag.CORRECTED_IMAGE).orElse("");
		for (final String word : List.of("ATTN", "DECY"))
			if (!List.of(corrected.split("\\\\")).stream().map(String::trim).toList().contains(word)) throw bad(
				Tag.CORRECTED_IMAGE + " is '" + DicomAttributes.shown(corrected) + "', without " + word +
					": the values aren't corrected for it");
		final String decay = frame.text(Tag.DECAY_CORRECTION).orElse("");
		if (!decay.equals("START") && !decay.equals("ADMIN")) throw bad(Tag.DECAY_CORRECTION + " is '" + DicomAttributes.shown(
			decay) + "'; START or ADMIN is needed");
	}

	private static void requireAlike(final List<Slice> slices) throws BadDicom {
		final Frame first = slices.get(0).frame();
		final DicomAttributes drug = first.file().attributes().item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
		for (final Slice slice : slices) {
			for (final Tag tag : ALIKE)
				requireSame(tag, first.text(tag), slice.frame().text(tag), slice);
			final DicomAttributes own = slice.frame().file().attributes().item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
			for (final Tag tag : DRUG_ALIKE)
				requireSame(tag, drug.text(tag), own.text(tag), slice);
		}
	}

	/** A number has many ways to be written. */
	private static Optional<String> comparable(final Tag tag, final Optional<String> text) {
		try {
			return tag.vr() == Vr.DS ? text.map(t -> new BigDecimal(t.trim()).stripTrailingZeros().toString()) : text;
		}
		catch (final NumberFormatException e) {
			return text;
		}
	}

	private static void requireSame(final Tag tag, final Optional<String> first, final Optional<String> own,
		final Slice slice) throws BadDicom
	{
		if (!comparable(tag, first).equals(comparable(tag, own))) throw bad(tag + " differs between slices: '" + DicomAttributes.shown(first.orElse("")) +
			"', and '" + DicomAttributes.shown(own.orElse("")) + "' in " + slice.where());
	}

	private static double positive(final OptionalDouble number, final Tag tag) throws BadDicom {
		if (number.isEmpty()) throw bad(tag + " is missing");
		if (!(number.getAsDouble() > 0)) throw bad(tag + " is " + number.getAsDouble() + "; it must be greater than 0");
		return number.getAsDouble();
	}

	private static String shortened(final double factor) {
		return String.format(Locale.ROOT, "%.9g", factor);
	}

	private static String shown(final Frame frame, final Tag tag) {
		return DicomAttributes.shown(frame.text(tag).orElse(""));
	}

	/** Why there is no SUV. */
	static BadDicom bad(final String reason) {
		return new BadDicom("SUV can't be computed: " + reason);
	}
}
