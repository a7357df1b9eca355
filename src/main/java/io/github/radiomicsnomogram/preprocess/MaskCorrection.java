package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

/** Brings a ROI that was drawn on another grid to the grid of the image: PyRadiomics' correctMask. */
public final class MaskCorrection {

	private MaskCorrection() {}

	/**
	 * Each voxel of the image takes the nearest voxel of the mask.
	 *
	 * @param image that the ROI is for
	 * @param mask ROI on any grid
	 * @return the ROI on the image's grid
	 * @throws InputException if the ROI's bounding box reaches out of the image by more than a thousandth of a voxel, or
	 *           no voxel of the image's grid falls into the ROI
	 */
	public static Mask onto(final Volume image, final Mask mask) {
		GridResampler.requireInside(image, mask);
		return GridResampler.mask(mask, image.geometry());
	}
}
