package io.github.radiomicsnomogram.io.dicom;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tools need to know of how an image was made; nothing of whom. */
final class Acquisition {

	private static final List<Tag> TAGS = List.of(Tag.IMAGE_TYPE, Tag.STUDY_DATE, Tag.MODALITY, Tag.MANUFACTURER,
		Tag.STUDY_DESCRIPTION, Tag.SERIES_DESCRIPTION, Tag.MANUFACTURER_MODEL_NAME, Tag.CONTRAST_BOLUS_AGENT,
		Tag.BODY_PART_EXAMINED, Tag.SCAN_OPTIONS, Tag.SLICE_THICKNESS, Tag.KVP, Tag.SPACING_BETWEEN_SLICES,
		Tag.PROTOCOL_NAME, Tag.CONTRAST_BOLUS_ROUTE, Tag.GANTRY_DETECTOR_TILT, Tag.X_RAY_TUBE_CURRENT, Tag.EXPOSURE,
		Tag.CONVOLUTION_KERNEL, Tag.PATIENT_POSITION, Tag.SERIES_INSTANCE_UID, Tag.SERIES_NUMBER, Tag.ACQUISITION_NUMBER,
		Tag.FRAME_OF_REFERENCE_UID, Tag.PHOTOMETRIC_INTERPRETATION, Tag.RESCALE_TYPE, Tag.UNITS);

	private Acquisition() {}

	/**
	 * Attributes by keyword, as text, of the first plane; and the InstanceNumber of every plane, separated by backslashes,
	 * where all have one: by it, and not by position, other programs order the slices that ROIs are drawn on.
	 */
	static Map<String, String> tags(final List<Slice> slices) {
		final Map<String, String> tags = new TreeMap<>();
		for (final Tag tag : TAGS)
			slices.get(0).frame().text(tag).ifPresent(text -> tags.put(tag.keyword(), text));
		final List<String> numbers = slices.stream().flatMap(s -> s.frame().text(Tag.INSTANCE_NUMBER).stream()).toList();
		if (numbers.size() == slices.size()) tags.put(Tag.INSTANCE_NUMBER.keyword(), String.join("\\", numbers));
		return tags;
	}

	/** Unit of the values: "HU" for rescaled CT, "Bq/ml", "g/ml" or "counts" for PET, else as the file says. */
	static String valueUnit(final Slice slice) {
		final String type = slice.rescale().type();
		if (isCt(slice)) return slice.rescale().given() && (type.isEmpty() || type.equals("HU")) ? "HU" : unit(type);
		return slice.frame().text(Tag.UNITS).map(Acquisition::unit).orElse(unit(type));
	}

	private static String unit(final String code) {
		return switch (code) {
			case "BQML" -> "Bq/ml";
			case "GML" -> "g/ml";
			case "CNTS" -> "counts";
			case "US", "NONE" -> "";
			default -> code;
		};
	}

	private static boolean isCt(final Slice slice) {
		return slice.frame().text(Tag.MODALITY).orElse("").equals("CT");
	}

	/** What the user must be told of the values. */
	static List<String> warnings(final Slice slice) {
		if (!isCt(slice) || valueUnit(slice).equals("HU")) return List.of();
		if (slice.rescale().given()) return List.of(Tag.RESCALE_TYPE + " is '" + DicomAttributes.shown(slice.rescale()
			.type()) + "': this CT's values are not in HU.");
		return List.of(Tag.RESCALE_INTERCEPT + " and " + Tag.RESCALE_SLOPE +
			" are missing: this CT's values are as stored, not HU.");
	}
}
