package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.List;
import java.util.Optional;

/**
 * Image and ROI after all preprocessing: what filters and features work on.
 *
 * @param image to filter; more of it than the ROI, where borders matter to filters
 * @param mask ROI of the features, on the image's grid
 * @param shape ROI of the shape features, on the same grid: without resegmentation, unless that is wanted for shape too,
 *          but within the bounding box of {@code mask}, as in PyRadiomics
 * @param stages what the diagnostics describe, in order
 */
public record PreparedRoi(Volume image, Mask mask, Mask shape, List<Stage> stages) {

	/**
	 * A step on the way.
	 *
	 * @param name PyRadiomics' name: "interpolated", "corrected" or "resegmented"
	 * @param image the image after it
	 * @param newImage whether the step changed the image
	 * @param mask the ROI after it
	 */
	record Stage(String name, Volume image, boolean newImage, Mask mask) {}

	public PreparedRoi {
		stages = List.copyOf(stages);
	}

	/** The part of the image that features look at: the ROI's bounding box. */
	public BoundingBox region() {
		return mask.box();
	}

	/** The stage of that name. */
	Optional<Stage> stage(final String name) {
		return stages.stream().filter(s -> s.name().equals(name)).findFirst();
	}
}
