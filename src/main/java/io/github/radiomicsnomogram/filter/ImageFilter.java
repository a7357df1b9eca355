package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.List;
import java.util.function.Consumer;

/**
 * Makes images of an image: one of PyRadiomics' image types with its settings. Implementations are immutable.
 */
public interface ImageFilter {

	/**
	 * Filters an image. The filter looks at the whole image, because values near the ROI, scales and borders depend on it,
	 * but need only be computed, and are only handed over, in a region. Images come one after another, in PyRadiomics'
	 * order, so that a caller who lets go of each holds one at a time. Parallel parts run in the caller's
	 * {@link net.imglib2.parallel.TaskExecutor}; results don't depend on how many threads that has.
	 *
	 * @param image to filter
	 * @param mask ROI on the image's grid; some filters look at its voxels only
	 * @param region part of the image's grid that is wanted
	 * @param progress the caller's ear and brake
	 * @param sink hears of each image; its volume has the grid {@code image.geometry().cropped(region)}
	 * @throws io.github.radiomicsnomogram.InputException if the image can't be filtered so; the message says why and what
	 *           to do
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	void apply(Volume image, Mask mask, BoundingBox region, Progress progress, Consumer<FilteredImage> sink);

	/**
	 * Images that {@link #apply} leaves out, as PyRadiomics does, because the image has too few voxels for them.
	 *
	 * @param grid of the image
	 * @return a sentence for each, for the user; empty if nothing is left out
	 */
	default List<String> omissions(final Geometry grid) {
		return List.of();
	}
}
