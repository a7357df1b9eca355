package io.github.radiomicsnomogram.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every feature that the software knows: the one list that dialogs, headers, documents and tests read. Immutable.
 */
public final class FeatureRegistry {

	/** The families of a ROI in space, in PyRadiomics' order. */
	public static final FeatureRegistry DEFAULT = new FeatureRegistry(List.of(new ShapeFamily(), new FirstOrderFamily(),
		new GlcmFamily(), new GldmFamily(), new GlrlmFamily(), new GlszmFamily(), new NgtdmFamily()));

	/** These and shape2D, which has values only with force2D and for a ROI of one slice. */
	public static final FeatureRegistry WITH_SHAPE_2D = DEFAULT.with(1, new Shape2DFamily());

	private final List<FeatureFamily> families;

	/** A registry of its own, for example with families that a caller adds. */
	public FeatureRegistry(final List<FeatureFamily> families) {
		this.families = List.copyOf(families);
	}

	private FeatureRegistry with(final int place, final FeatureFamily family) {
		final List<FeatureFamily> more = new ArrayList<>(families);
		more.add(place, family);
		return new FeatureRegistry(more);
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
