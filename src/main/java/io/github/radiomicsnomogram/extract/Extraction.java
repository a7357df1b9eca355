package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureValue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The features of one ROI and how they were obtained.
 *
 * @param entries one for each column, in order
 * @param provenance how: software, settings, image, ROI, voxel counts, value range; text by name, in order
 * @param warnings what the user should know: images that a filter could not make, features without a value for this ROI
 */
public record Extraction(List<Entry> entries, Map<String, String> provenance, List<String> warnings) {

	/**
	 * One column.
	 *
	 * @param column PyRadiomics' column name, "original_glcm_Correlation"
	 * @param feature the registry's row
	 * @param value with its status
	 */
	public record Entry(String column, Feature feature, FeatureValue value) {}

	public Extraction {
		entries = List.copyOf(entries);
		provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
		warnings = List.copyOf(warnings);
	}

	/** Without warnings. */
	public Extraction(final List<Entry> entries, final Map<String, String> provenance) {
		this(entries, provenance, List.of());
	}

	/** The value of a column, if it was computed. */
	public Optional<FeatureValue> value(final String column) {
		return entries.stream().filter(e -> e.column().equals(column)).map(Entry::value).findFirst();
	}
}
