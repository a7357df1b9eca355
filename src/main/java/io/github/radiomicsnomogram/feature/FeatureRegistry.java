package io.github.radiomicsnomogram.feature;

import java.util.List;
import java.util.Optional;

/**
 * Every feature that the software knows: the one list that dialogs, headers, documents and tests read. Immutable.
 */
public final class FeatureRegistry {

	/** All families, in PyRadiomics' order. */
	public static final FeatureRegistry DEFAULT = new FeatureRegistry(List.of(new GlcmFamily(), new GldmFamily(),
		new GlrlmFamily(), new GlszmFamily(), new NgtdmFamily()));

	private final List<FeatureFamily> families;

	/** A registry of its own, for example with families that a caller adds. */
	public FeatureRegistry(final List<FeatureFamily> families) {
		this.families = List.copyOf(families);
	}

	/** The families, in the order of PyRadiomics' columns. */
	public List<FeatureFamily> families() {
		return families;
	}

	/** Every feature, family by family. */
	public List<Feature> features() {
		return families.stream().flatMap(f -> f.features().stream()).toList();
	}

	/** The family of an id such as "glcm". */
	public Optional<FeatureFamily> family(final String id) {
		return families.stream().filter(f -> f.id().equals(id)).findFirst();
	}

	/** The feature of an id such as "glcm_Correlation". */
	public Optional<Feature> feature(final String id) {
		return features().stream().filter(f -> f.id().equals(id)).findFirst();
	}
}
