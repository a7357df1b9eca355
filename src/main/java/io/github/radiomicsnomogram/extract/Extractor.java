package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

/**
 * Computes the features of a ROI in an image. Has no state; parallel parts run in the caller's
 * {@link net.imglib2.parallel.TaskExecutor} ({@code Parallelization}).
 */
public final class Extractor {

	private final FeatureRegistry registry;

	/** With every feature there is. */
	public Extractor() {
		this(FeatureRegistry.WITH_SHAPE_2D);
	}

	/** With the features of a registry of its own. */
	public Extractor(final FeatureRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Extracts one ROI.
	 *
	 * @param volume image
	 * @param mask ROI, on the same grid unless the settings resample or correct it
	 * @param settings how
	 * @param progress the caller's ear and brake; hears each family
	 * @throws io.github.radiomicsnomogram.InputException if image and ROI lie on different grids, the ROI is too small,
	 *           one of its voxels has no finite value, or a step or filter can't be done with this image
	 * @throws IllegalArgumentException if a wanted feature belongs to no family of the registry
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public Extraction extract(final Volume volume, final Mask mask, final ExtractionSettings settings,
		final Progress progress)
	{
		return on(volume, settings).extract(mask, settings.label(), progress);
	}

	/** For several ROIs of one image: what concerns the whole image is done once. */
	public ImageExtractor on(final Volume volume, final ExtractionSettings settings) {
		return new ImageExtractor(new PreparedImage(volume, settings), new FeaturePlan(registry, settings.features()));
	}
}
