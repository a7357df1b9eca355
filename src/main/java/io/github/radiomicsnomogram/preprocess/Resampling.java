package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
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
		GridResampler.requireInside(image, mask);
		final double[] target = target(mask);
		if (isSpacingOf(image, target)) {
			final boolean sameGrid = image.geometry().equals(mask.geometry());
			return RoiCrop.apply(image, sameGrid ? mask : GridResampler.mask(mask, image.geometry()), padDistance);
		}
		final Geometry grid = grid(mask, target);
		final Mask resampled = GridResampler.mask(mask, grid);
		return new Resampled(GridResampler.image(image, grid, interpolator, progress), resampled);
	}

	/** The new spacing, after zeros and the axes along which the ROI is one voxel thick. */
	private double[] target(final Mask mask) {
		final double[] target = mask.geometry().spacing();
		for (int d = 0; d < 3; d++)
			if (spacing.get(d) != 0 && mask.box().size(d) != 1) target[d] = spacing.get(d);
		return target;
	}

	/** NumPy's allclose. */
	private static boolean isSpacingOf(final Volume image, final double[] target) {
		for (int d = 0; d < 3; d++)
			if (!(Math.abs(image.geometry().spacing(d) - target[d]) <= 1e-8 + 1e-5 * Math.abs(target[d]))) return false;
		return true;
	}

	/** The part around the ROI of the grid of the new spacing that shares its corner with the mask's grid. */
	private Geometry grid(final Mask mask, final double[] target) {
		final Geometry old = mask.geometry();
		final BoundingBox box = mask.box();
		final int[] first = { box.x0(), box.y0(), box.z0() };
		final long[] size = new long[3];
		final double[] start = new double[3];
		for (int d = 0; d < 3; d++) {
			final double ratio = old.spacing(d) / target[d];
			final double lower = Math.max(0, Math.floor((first[d] - 0.5) * ratio - padDistance));
			final double upper = Math.min(Math.ceil(old.size(d) * ratio) - 1, Math.ceil((first[d] + box.size(d) - 0.5) *
				ratio + padDistance));
			size[d] = (long) (upper - lower + 1);
			start[d] = 0.5 * (target[d] - old.spacing(d)) / old.spacing(d) + lower / ratio;
		}
		if ((double) size[0] * size[1] * size[2] > Integer.MAX_VALUE) throw new InputException("resampledPixelSpacing " +
			spacing + " mm makes " + size[0] + " x " + size[1] + " x " + size[2] + " voxels around the ROI '" + mask.name() +
			"', more than fit into memory. Choose a larger spacing.");
		return new Geometry(size, target, new ItkGrid(old).pointAt(start), old.direction());
	}
}
