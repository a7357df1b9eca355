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
import java.util.function.BiFunction;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/** The wanted features by family, in the order of PyRadiomics' columns: as they are wanted, each once. */
final class FeaturePlan {

	private static final String SHAPE = "shape";

	/** Voxels of the ROI's box below which a family has too little work for several threads. */
	private static final int SMALL = 1 << 20;

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

	/** Families of a small ROI go side by side; those of a large one use all threads themselves, one after another. */
	private static List<Extraction.Entry> compute(final Map<FeatureFamily, List<Feature>> families, final String image,
		final RoiVoxels roi, final GreyLevels levels, final FeatureSettings settings, final Steps steps)
	{
		final BiFunction<FeatureFamily, Progress, List<Extraction.Entry>> one = (family, progress) -> entries(image, families
			.get(family), family.compute(new FeatureInput(roi, levels, settings.texture(), settings.voxelArrayShift(), progress),
				families.get(family)));
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<Extraction.Entry> entries = new ArrayList<>();
		if (executor.getParallelism() == 1 || families.size() == 1 || roi.inside().length > SMALL) {
			for (final FeatureFamily family : families.keySet())
				entries.addAll(one.apply(family, steps.next(image, family.title())));
			return entries;
		}
		final Map<FeatureFamily, Progress> all = new LinkedHashMap<>();
		for (final FeatureFamily family : families.keySet())
			all.put(family, steps.next(image, family.title()));
		executor.forEachApply(List.copyOf(all.keySet()), family -> Parallelization.runSingleThreaded(() -> one.apply(family, all
			.get(family)))).forEach(entries::addAll);
		return entries;
	}

	private static List<Extraction.Entry> entries(final String image, final List<Feature> wanted,
		final List<FeatureValue> values)
	{
		final List<Extraction.Entry> entries = new ArrayList<>();
		for (int i = 0; i < values.size(); i++)
			entries.add(new Extraction.Entry(wanted.get(i).column(image), wanted.get(i), values.get(i)));
		return entries;
	}
}
