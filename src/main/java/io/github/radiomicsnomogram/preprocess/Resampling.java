package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.List;

/**
 * Resamples image and ROI to another voxel spacing, as PyRadiomics 3.1.0 does by SimpleITK: the new grid starts at the
 * corner of the mask's first voxel, only the part around the ROI is made, the image keeps its pixel type (integers are
 * cut towards zero and held within the type's range), and the mask takes the nearest voxel. The ITK algorithms behind
 * it are redone operation by operation, because integer images turn float noise into whole grey levels.
 *
 * @param spacing wanted mm between voxels along x, y, z; 0 keeps the mask's spacing along that axis
 * @param interpolator for the image
 * @param padDistance new voxels of room around the ROI, 0 or more; PyRadiomics' default is 5
 */
public record Resampling(List<Double> spacing, Interpolator interpolator, int padDistance) {

	/** @throws InputException if a spacing is negative or not finite, or the room is negative */
	public Resampling {
		spacing = List.copyOf(spacing);
		if (spacing.stream().anyMatch(s -> !(s >= 0) || Double.isInfinite(s))) throw new InputException(
			"resampledPixelSpacing " + spacing + " mm: each spacing must be 0 (keep) or a positive number.");
		if (padDistance < 0) throw new InputException("padDistance " + padDistance + ": must be 0 or more voxels.");
	}

	/**
	 * Resamples an image and its ROI. An axis along which the ROI is one voxel thick keeps the mask's spacing. If all
	 * spacings are already those of the image, both are only cut to the ROI and its room.
	 *
	 * @param image to resample
	 * @param mask ROI; its grid may differ from the image's, and the new grid follows the mask's
	 * @param progress the caller's ear and brake
	 * @throws InputException if there are not 3 spacings, the ROI reaches out of the image, or no voxel of the ROI is left
	 */
	public Resampled apply(final Volume image, final Mask mask, final Progress progress) {
		progress.check();
		if (spacing.size() != 3) throw new InputException("resampledPixelSpacing " + spacing + " has " + spacing.size() +
			" numbers; the image has 3 axes (x, y, z).");
		return RoiCrop.apply(image, mask, padDistance);
	}
}
