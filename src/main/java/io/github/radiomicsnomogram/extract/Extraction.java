package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureValue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The features of one ROI and how they were obtained. */
public final class Extraction {

	private final List<Entry> entries;
	private final List<String> warnings;

	/** Makes the provenance; null when it has done so. */
	private Supplier<Map<String, String>> description;
	private Map<String, String> provenance;

	/**
	 * One column.
	 *
	 * @param column PyRadiomics' column name, "original_glcm_Correlation"
	 * @param feature the registry's row
	 * @param value with its status
	 */
	public record Entry(String column, Feature feature, FeatureValue value) {}

	/** An extraction that is described when somebody asks. */
	Extraction(final List<Entry> entries, final Supplier<Map<String, String>> description, final List<String> warnings) {
		this.entries = List.copyOf(entries);
		this.description = description;
		this.warnings = List.copyOf(warnings);
	}

	/** See {@link #entries}, {@link #provenance} and {@link #warnings}. */
	public Extraction(final List<Entry> entries, final Map<String, String> provenance, final List<String> warnings) {
		this(entries, () -> provenance, warnings);
		provenance();
	}

	/** Without warnings. */
	public Extraction(final List<Entry> entries, final Map<String, String> provenance) {
		this(entries, provenance, List.of());
	}

	/** One for each column, in order. */
	public List<Entry> entries() {
		return entries;
	}

	/**
	 * How: software, settings, image, ROI, voxel counts, value range; text by name, in order. With the setting additionalInfo,
	 * checksums and statistics of the whole image belong to it, which take longer than some features: so the image is read for
	 * them when they are first asked for, and until then stays in memory and must not be changed.
	 */
	public synchronized Map<String, String> provenance() {
		if (description != null) {
			provenance = Collections.unmodifiableMap(new LinkedHashMap<>(description.get()));
			description = null;
		}
		return provenance;
	}

	/** What the user should know: images that a filter could not make, features without a value for this ROI. */
	public List<String> warnings() {
		return warnings;
	}

	/** The value of a column, if it was computed. */
	public Optional<FeatureValue> value(final String column) {
		return entries.stream().filter(e -> e.column().equals(column)).map(Entry::value).findFirst();
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Extraction e && entries.equals(e.entries) && warnings.equals(e.warnings) && provenance().equals(
			e.provenance());
	}

	@Override
	public int hashCode() {
		return entries.hashCode();
	}
}
