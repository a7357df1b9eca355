package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureInput;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.filter.OriginalFilter;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.volume.RoiVoxels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wanted features by family, in the order of PyRadiomics' columns: as they are wanted, each once. */
final class FeaturePlan {

	private static final String SHAPE = "shape";

	/** Families of the ROI's outline, 3-D first. */
	private final Map<FeatureFamily, List<Feature>> shape = new LinkedHashMap<>();

	/** Families of grey values. */
	private final Map<FeatureFamily, List<Feature>> grey = new LinkedHashMap<>();

	/** @throws IllegalArgumentException if a feature belongs to no family of the registry */
	FeaturePlan(final FeatureRegistry registry, final List<Feature> features) {
		final Map<FeatureFamily, List<Feature>> shapes = new LinkedHashMap<>();
		for (final Feature feature : features) {
			final FeatureFamily family = registry.family(feature.family()).orElseThrow(() -> new IllegalArgumentException(
				"no family '" + feature.family() + "' in the registry"));
			final List<Feature> list = (family.isShape() ? shapes : grey).computeIfAbsent(family, f -> new ArrayList<>());
			if (!list.contains(feature)) list.add(feature);
		}
		shapes.keySet().stream().sorted(Comparator.comparing(f -> !f.id().equals(SHAPE))).forEach(f -> shape.put(f, shapes
			.get(f)));
	}

	/** Number of families of the ROI's outline. */
	int shapeFamilies() {
		return shape.size();
	}

	/** Number of families of grey values. */
	int greyFamilies() {
		return grey.size();
	}

	/** Features of the ROI's outline; they don't look at grey levels. */
	List<Extraction.Entry> shape(final RoiVoxels roi, final FeatureSettings settings, final Steps steps) {
		return compute(shape, OriginalFilter.NAME, roi, null, settings, steps);
	}

	/** Features of an image's grey values. */
	List<Extraction.Entry> grey(final String image, final RoiVoxels roi, final FeatureSettings settings,
		final Steps steps)
	{
		return compute(grey, image, roi, GreyLevels.of(roi, settings.binning()), settings, steps);
	}

	private static List<Extraction.Entry> compute(final Map<FeatureFamily, List<Feature>> families, final String image,
		final RoiVoxels roi, final GreyLevels levels, final FeatureSettings settings, final Steps steps)
	{
		final List<Extraction.Entry> entries = new ArrayList<>();
		families.forEach((family, wanted) -> {
			final Progress progress = steps.next(image, family.title());
			final List<FeatureValue> values = family.compute(new FeatureInput(roi, levels, settings.texture(), settings
				.voxelArrayShift(), progress), wanted);
			for (int i = 0; i < values.size(); i++)
				entries.add(new Extraction.Entry(wanted.get(i).column(image), wanted.get(i), values.get(i)));
		});
		return entries;
	}
}
