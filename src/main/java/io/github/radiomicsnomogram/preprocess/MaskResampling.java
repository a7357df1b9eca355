package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A ROI that was drawn on another grid, brought to that of an image because the user asks for it. Unlike PyRadiomics'
 * correctMask ({@link MaskCorrection}) it takes ROIs that reach out of the image, and tells how much was lost.
 *
 * @param mask ROI on the image's very grid
 * @param report what was done, in sentences; none if the grids are the same within {@link Geometry#TOLERANCE}
 */
public record MaskResampling(Mask mask, List<String> report) {

	public MaskResampling {
		report = List.copyOf(report);
	}

	/**
	 * Each voxel of the image takes the nearest voxel of the mask.
	 *
	 * @param image that the ROI is for
	 * @param mask ROI on any grid
	 * @throws InputException if no voxel of the image's grid falls into the ROI
	 */
	public static MaskResampling onto(final Volume image, final Mask mask) {
		final Geometry grid = image.geometry();
		final Optional<String> difference = grid.firstDifference(mask.geometry());
		if (difference.isEmpty()) return new MaskResampling(grid.equals(mask.geometry()) ? mask : Mask.of(mask.name(), grid, mask
			.box(), mask.toBytes()), List.of());
		final long lost = outside(mask, grid);
		if (lost == mask.voxelCount()) throw new InputException("The ROI '" + mask.name() + "' lies outside the image '" +
			image.info().name() + "', all its " + lost + " voxels.\n  image: " + grid.describe() + "\n  ROI:   " + mask.geometry()
				.describe() + "\nUse a mask that was drawn on this image.");
		final Mask placed = GridResampler.mask(mask, grid);
		return new MaskResampling(placed, List.of("The ROI '" + mask.name() + "' lies on another grid than the image '" + image
			.info().name() + "' (" + difference.get() +
			") and was resampled to the image's, each voxel taking the nearest one of the ROI's grid: " + size(mask) + " became " +
			size(placed) + "; " + (lost == 0 ? "none" : size(lost, mask.geometry())) + " lay outside the image" + (lost == 0 ? ""
				: " and " + (lost == 1 ? "was" : "were") + " lost") + "."));
	}

	private static String size(final Mask mask) {
		return size(mask.voxelCount(), mask.geometry());
	}

	private static String size(final long voxels, final Geometry grid) {
		return String.format(Locale.ROOT, "%d voxel%s (%.6g mm3)", voxels, voxels == 1 ? "" : "s", voxels * grid.voxelVolume());
	}

	/** Voxels of a ROI whose centres lie outside a grid, that is, farther than half a voxel from its last ones. */
	private static long outside(final Mask mask, final Geometry grid) {
		final ItkGrid from = new ItkGrid(mask.geometry()), to = new ItkGrid(grid);
		final BoundingBox b = mask.box();
		long n = 0;
		for (int z = b.z0(); z <= b.z1(); z++)
			for (int y = b.y0(); y <= b.y1(); y++)
				for (int x = b.x0(); x <= b.x1(); x++) {
					if (!mask.contains(x, y, z)) continue;
					final double[] index = to.indexOf(from.point(x, y, z));
					boolean within = true;
					for (int d = 0; d < 3; d++)
						within &= index[d] >= -0.5 && index[d] < grid.size(d) - 0.5;
					if (!within) n++;
				}
		return n;
	}
}
