package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Computes maps: features of the neighbourhood (kernel) of each voxel of a ROI, PyRadiomics' voxel-based extraction. Has
 * no state; parallel parts run in the caller's {@link net.imglib2.parallel.TaskExecutor} ({@code Parallelization}), and
 * the values don't depend on how many threads that has.
 * <p>
 * Preprocessing and image types are those of {@link Extractor}; shape has no maps. Grey levels are those of the whole ROI,
 * or, if kernels aren't masked, of its box with room for kernels. Values are those that PyRadiomics gives kernel by kernel
 * (voxelBatch 1), whatever {@link VoxelSettings#voxelBatch()} says: in a larger batch a kernel without neighbours in some
 * direction makes PyRadiomics lose its JointAverage, and the MCC of the whole batch.
 */
public final class MapExtractor {

	private final FeatureRegistry registry;

	/** With every feature there is. */
	public MapExtractor() {
		this(FeatureRegistry.WITH_SHAPE_2D);
	}

	/** With the features of a registry of its own. */
	public MapExtractor(final FeatureRegistry registry) {
		this.registry = registry;
	}

	/**
	 * All maps of a ROI, in the order of PyRadiomics' columns.
	 *
	 * @see #extract(Volume, Mask, ExtractionSettings, Progress, Consumer)
	 */
	public List<FeatureMap> extract(final Volume volume, final Mask mask, final ExtractionSettings settings,
		final Progress progress)
	{
		final List<FeatureMap> maps = new ArrayList<>();
		extract(volume, mask, settings, progress, maps::add);
		return List.copyOf(maps);
	}

	/**
	 * The maps of a ROI, one after another, so that a caller who lets go of each holds those of one family at a time: 8
	 * bytes for each voxel of the ROI's box and feature.
	 *
	 * @param volume image
	 * @param mask ROI, on the same grid unless the settings resample or correct it
	 * @param settings how, and which features; shape is left out
	 * @param progress the caller's ear and brake
	 * @param sink hears of each map, in the order of PyRadiomics' columns, in the calling thread
	 * @return what the user should know: images that an image type left out
	 * @throws InputException if no wanted feature has maps, or as {@link Extractor#extract}
	 * @throws IllegalArgumentException if a wanted feature belongs to no family of the registry
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public List<String> extract(final Volume volume, final Mask mask, final ExtractionSettings settings,
		final Progress progress, final Consumer<FeatureMap> sink)
	{
		return extract(new PreparedImage(volume, settings), mask, progress, sink);
	}

	/** The same for several ROIs of one image: what concerns the whole image is done once. */
	public List<String> extract(final PreparedImage image, final Mask mask, final Progress progress,
		final Consumer<FeatureMap> sink)
	{
		final ExtractionSettings settings = image.settings();
		final Map<FeatureFamily, List<Feature>> wanted = byFamily(settings.features());
		if (wanted.isEmpty()) throw new InputException(
			"Shape has no maps: a ROI has one shape, not one at each voxel. Choose features of another class, for example glcm.");
		final Steps steps = new Steps(progress, wanted.size() * settings.imageTypes().stream().mapToInt(type -> FilterSettings
			.images(type.filter())).sum());
		final PreparedRoi roi = image.roi(mask, steps.between("Preprocessing"));
		final MapImages images = new MapImages(wanted, settings.voxel(), steps, sink);
		final List<String> warnings = new ArrayList<>();
		for (final ImageType type : settings.imageTypes()) {
			images.addType(type, roi);
			warnings.addAll(type.filter().omissions(roi.image().geometry()));
		}
		progress.update(1, "Maps computed");
		return warnings;
	}

	/** The wanted features that have maps, by family, each once. */
	private Map<FeatureFamily, List<Feature>> byFamily(final List<Feature> features) {
		final Map<FeatureFamily, List<Feature>> families = new LinkedHashMap<>();
		for (final Feature feature : features) {
			final FeatureFamily family = registry.family(feature.family()).orElseThrow(() -> new IllegalArgumentException(
				"no family '" + feature.family() + "' in the registry"));
			if (family.isShape()) continue;
			final List<Feature> list = families.computeIfAbsent(family, f -> new ArrayList<>());
			if (!list.contains(feature)) list.add(feature);
		}
		return families;
	}
}
