package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.preprocess.MaskCorrection;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

/**
 * Which ROIs features are computed for: PyRadiomics' checks of the mask, under its names.
 *
 * @param minimumROIDimensions number of axes, 1 to 3, along which the ROI must be longer than one voxel; a single voxel
 *          is always refused
 * @param minimumROISize the ROI must have more voxels than this; 0: no such rule
 * @param geometryTolerance how far the grids of image and ROI may lie apart, in voxels of the image along x; never less
 *          than {@link Geometry#TOLERANCE} mm
 * @param correctMask whether a ROI on another grid is brought to that of the image rather than refused
 */
public record RoiRules(int minimumROIDimensions, int minimumROISize, double geometryTolerance, boolean correctMask) {

	/** PyRadiomics' defaults: two dimensions, any size, one grid. */
	public static final RoiRules DEFAULT = new RoiRules(2, 0, 0, false);

	/**
	 * Checks a ROI, and corrects it if its grid differs and that is wanted.
	 *
	 * @return the ROI on the image's very grid
	 * @throws InputException if the ROI lies on another grid, or is too small; the message has the numbers
	 */
	Mask check(final Volume volume, final Mask mask) {
		final Mask placed = correctMask && differs(volume, mask) ? MaskCorrection.onto(volume, mask) : onGridOf(volume,
			mask);
		checkSize(placed);
		return placed;
	}

	/** Whether image and ROI lie on grids that are not the same within the tolerance. */
	boolean differs(final Volume volume, final Mask mask) {
		return volume.geometry().firstDifference(mask.geometry(), tolerance(volume.geometry())).isPresent();
	}

	private double tolerance(final Geometry grid) {
		return Math.max(Geometry.TOLERANCE, geometryTolerance * grid.spacing(0));
	}

	private void checkSize(final Mask mask) {
		final int dimensions = mask.box().dimensions();
		final String size = mask.box().size(0) + " x " + mask.box().size(1) + " x " + mask.box().size(2) + " voxels";
		if (dimensions == 0) throw new InputException("The ROI '" + mask.name() +
			"' is a single voxel: no features can be computed for it. Draw a larger ROI or choose another label.");
		if (dimensions < minimumROIDimensions) throw new InputException("The ROI '" + mask.name() + "' has " + dimensions +
			" dimension(s) (" + size + "); at least " + minimumROIDimensions +
			" are needed (minimumROIDimensions). Draw a larger ROI or choose another label.");
		if (mask.voxelCount() <= minimumROISize) throw new InputException("The ROI '" + mask.name() + "' has " + mask
			.voxelCount() + " voxels; more than " + minimumROISize + " are needed (minimumROISize).");
	}

	private Mask onGridOf(final Volume volume, final Mask mask) {
		final Geometry grid = volume.geometry();
		grid.firstDifference(mask.geometry(), tolerance(grid)).ifPresent(difference -> {
			throw new InputException("Image '" + volume.info().name() + "' and ROI '" + mask.name() +
				"' lie on different grids (" + difference + ").\n  image: " + grid.describe() + "\n  ROI:   " + mask.geometry()
					.describe() + "\nUse the mask that was made on this image, or let it be brought to the image's grid (setting correctMask: true; command line: --resample-mask).");
		});
		return grid.equals(mask.geometry()) ? mask : Mask.of(mask.name(), grid, mask.box(), mask.toBytes());
	}
}
