package io.github.radiomicsnomogram.io;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The acquisition attributes that the project reads, between DICOM's numbers and keywords. */
public final class DicomTags {

	private static final Map<String, String> KEYWORDS = Map.ofEntries( //
		Map.entry("00080005", "SpecificCharacterSet"), Map.entry("00080008", "ImageType"), //
		Map.entry("00080060", "Modality"), Map.entry("00080070", "Manufacturer"), //
		Map.entry("00081030", "StudyDescription"), Map.entry("0008103E", "SeriesDescription"), //
		Map.entry("00081090", "ManufacturerModelName"), Map.entry("00180010", "ContrastBolusAgent"), //
		Map.entry("00180015", "BodyPartExamined"), Map.entry("00180050", "SliceThickness"), //
		Map.entry("00180060", "KVP"), Map.entry("00180088", "SpacingBetweenSlices"), //
		Map.entry("00181030", "ProtocolName"), Map.entry("00181040", "ContrastBolusRoute"), //
		Map.entry("00181151", "XRayTubeCurrent"), Map.entry("00181152", "Exposure"), //
		Map.entry("00181210", "ConvolutionKernel"), Map.entry("00280030", "PixelSpacing"), //
		Map.entry("00281052", "RescaleIntercept"), Map.entry("00281053", "RescaleSlope"), //
		Map.entry("00281054", "RescaleType"), Map.entry("00280103", "PixelRepresentation"), //
		Map.entry("00180022", "ScanOptions"), Map.entry("00181120", "GantryDetectorTilt"));

	private DicomTags() {}

	/**
	 * Keyword of an attribute.
	 *
	 * @param number 8 hex digits, with or without a separator: "0018,0060", "0018|0060"
	 * @return "KVP"; nothing for attributes that the project doesn't read
	 */
	public static Optional<String> keyword(final String number) {
		return Optional.ofNullable(KEYWORDS.get(number.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT)));
	}

	/**
	 * Number of an attribute, as ImageJ writes it.
	 *
	 * @return "0018,0060" for "KVP"; nothing for attributes that the project doesn't read
	 */
	public static Optional<String> number(final String keyword) {
		return KEYWORDS.entrySet().stream().filter(e -> e.getValue().equals(keyword)).map(e -> e.getKey().substring(0, 4) +
			"," + e.getKey().substring(4)).findFirst();
	}

	/** Those of a header's pairs whose key is a DICOM number, as ITK writes them, by keyword. */
	public static Map<String, String> byKeyword(final Map<String, String> pairs) {
		final Map<String, String> tags = new TreeMap<>();
		pairs.forEach((key, value) -> {
			if (key.matches("[0-9A-Fa-f]{4}[|,][0-9A-Fa-f]{4}")) keyword(key).ifPresent(k -> tags.put(k, value.trim()));
		});
		return tags;
	}

	/** "HU" if the attributes say that this is CT, else "". */
	public static String valueUnit(final Map<String, String> tags) {
		return "CT".equals(tags.get("Modality")) || "HU".equals(tags.get("RescaleType")) ? "HU" : "";
	}
}
