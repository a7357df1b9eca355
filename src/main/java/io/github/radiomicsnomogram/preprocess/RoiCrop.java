package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

/** Cuts image and ROI down to the ROI's surroundings: PyRadiomics' preCrop. */
public final class RoiCrop {

	private RoiCrop() {}

	/**
	 * Cuts both to the ROI's bounding box with room around it, as far as the image goes. Nothing is copied of the image.
	 *
	 * @param image to cut
	 * @param mask ROI on the image's grid
	 * @param padDistance voxels of room on each side, 0 or more
	 */
	public static Resampled apply(final Volume image, final Mask mask, final int padDistance) {
		final BoundingBox region = mask.box().padded(padDistance, image.geometry());
		return new Resampled(image.cropped(region), mask.cropped(region));
	}
}
