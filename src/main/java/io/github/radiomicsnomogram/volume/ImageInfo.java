package io.github.radiomicsnomogram.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of an image beside its voxels.
 *
 * @param name file name or window title, for messages and tables
 * @param valueUnit unit of the voxel values, "HU" for calibrated CT, or "" if unknown
 * @param tags acquisition attributes by DICOM keyword (Modality, KVP, SliceThickness, ContrastBolusAgent,
 *          SeriesDescription, ...), as text; empty where the format carries none
 * @param warnings what the reader noticed and the user must be told
 */
public record ImageInfo(String name, String valueUnit, Map<String, String> tags, List<String> warnings) {

	public ImageInfo {
		tags = java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
		warnings = List.copyOf(warnings);
	}

	/** An image of which only the name and the unit are known. */
	public static ImageInfo of(final String name, final String valueUnit) {
		return new ImageInfo(name, valueUnit, Map.of(), List.of());
	}

	/** The value of an acquisition attribute, if the image carries it. */
	public Optional<String> tag(final String keyword) {
		return Optional.ofNullable(tags.get(keyword));
	}

	/** The same with one more warning. */
	public ImageInfo withWarning(final String warning) {
		final List<String> more = new ArrayList<>(warnings);
		more.add(warning);
		return new ImageInfo(name, valueUnit, tags, more);
	}
}
