package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The features of one ROI and how they were obtained.
 *
 * @param entries one for each column, in order
 * @param provenance how: software, settings, image, ROI, voxel counts, value range; text by name, in order
 */
public record Extraction(List<Entry> entries, Map<String, String> provenance) {

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
		provenance = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
	}

	/** The value of a column, if it was computed. */
	public Optional<FeatureValue> value(final String column) {
		return entries.stream().filter(e -> e.column().equals(column)).map(Entry::value).findFirst();
	}
}
