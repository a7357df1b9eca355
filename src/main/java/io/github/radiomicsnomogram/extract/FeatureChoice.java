package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureRegistry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section featureClass of a parameter file. */
final class FeatureChoice {

	private static final String SHAPE_2D = "shape2D";

	/** Names that PyRadiomics still accepts without computing anything, and what gives the same number. */
	private static final Map<String, String> RETIRED = Map.of("glcm_Dissimilarity", "glcm_DifferenceAverage",
		"glcm_Homogeneity1", "glcm_Id", "glcm_Homogeneity2", "glcm_Idm", "glcm_SumVariance", "glcm_ClusterTendency",
		"gldm_GrayLevelNonUniformityNormalized", "firstorder_Uniformity", "gldm_DependencePercentage",
		"nothing (it is always 1)");

	private final FeatureRegistry registry;
	private final boolean force2D;
	private final List<String> warnings;

	/**
	 * @param registry of all features
	 * @param force2D the general setting, without which there is no shape2D
	 * @param warnings grows by what is asked for without effect
	 */
	FeatureChoice(final FeatureRegistry registry, final boolean force2D, final List<String> warnings) {
		this.registry = registry;
		this.force2D = force2D;
		this.warnings = warnings;
	}

	/** The features that a section asks for, in its order; without one, those of every class. */
	List<Feature> read(final ParameterNode section) {
		final List<Feature> features = new ArrayList<>();
		if (section == null || section.entries().isEmpty()) {
			registry.families().stream().filter(family -> force2D || !family.id().equals(SHAPE_2D)).forEach(
				family -> features.addAll(usual(family)));
		}
		else section.entries().values().forEach(node -> features.addAll(readClass(node)));
		return features.stream().distinct().toList();
	}

	private static List<Feature> usual(final FeatureFamily family) {
		return family.features().stream().filter(f -> !f.deprecated()).toList();
	}

	private List<Feature> readClass(final ParameterNode node) {
		final String name = node.key();
		if (name.equals(SHAPE_2D) && !force2D) return noShape2D(node);
		final FeatureFamily family = registry.family(name).orElseThrow(() -> node.error("unknown feature class '" + name +
			"'. Classes are: " + String.join(", ", registry.families().stream().map(FeatureFamily::id).toList()) + "."));
		if (node.isNull() || node.items().isEmpty()) return usual(family);
		final List<Feature> features = new ArrayList<>();
		for (final ParameterNode item : node.items())
			readFeature(family, item).ifPresent(features::add);
		return features;
	}

	/** PyRadiomics computes shape2D only together with force2D. */
	private List<Feature> noShape2D(final ParameterNode node) {
		warnings.add("shape2D (line " + node.line() + ") is left out, as in PyRadiomics: it needs force2D: true.");
		return List.of();
	}

	private Optional<Feature> readFeature(final FeatureFamily family, final ParameterNode item) {
		final String name = item.text();
		final Optional<Feature> feature = family.features().stream().filter(f -> f.name().equals(name)).findFirst();
		if (feature.isPresent()) return feature;
		final String same = RETIRED.get(family.id() + "_" + name);
		if (same == null) throw item.error("feature class '" + family.id() + "' has no feature '" + name +
			"'. Features are: " + String.join(", ", family.features().stream().map(Feature::name).toList()) + ".");
		warnings.add(family.id() + "_" + name + " (line " + item.line() +
			") is left out, as in PyRadiomics, which no longer computes it; the same number is " + same + ".");
		return Optional.empty();
	}
}
