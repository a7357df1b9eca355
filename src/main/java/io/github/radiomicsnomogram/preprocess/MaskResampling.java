package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.dicom.DicomMask;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.RoiChoice;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
		if (difference.isEmpty()) return new MaskResampling(grid.equals(mask.geometry()) ? mask : Mask.of(mask.name(), grid,
			mask.box(), mask.toBytes()), List.of());
		return resampled(image, mask, difference.get(), outside(mask, grid));
	}

	/**
	 * A ROI of a file on the grid of an image.
	 *
	 * @param which of the file's ROIs
	 * @param resample whether a ROI on a grid of its own is brought to the image's, or refused
	 * @throws InputException as {@link DicomRois#mask}
	 */
	public static DicomMask read(final DicomRois rois, final RoiChoice which, final Volume image, final boolean resample,
		final Progress progress)
	{
		final Optional<DicomMask> own = resample ? rois.own(which, image, progress) : Optional.empty();
		if (own.isEmpty()) return rois.mask(which, image, progress);
		final MaskResampling resampled = onto(image, own.get().mask());
		return new DicomMask(resampled.mask, Stream.concat(own.get().warnings().stream(), resampled.report.stream()).toList());
	}

	private static MaskResampling resampled(final Volume image, final Mask mask, final String difference,
		final long lost)
	{
		final Geometry grid = image.geometry();
		if (grid.voxels() > Integer.MAX_VALUE - 16) throw new InputException("The image '" + image.info().name() + "' has " + grid
			.voxels() + " voxels, more than a ROI can be resampled to. Crop the image.");
		final Mask placed = placed(image, mask, lost);
		final List<String> report = new ArrayList<>();
		report.add("The ROI '" + mask.name() + "' lies on another grid than the image '" + image.info().name() + "' (" +
			difference + ") and was resampled to the image's, each voxel taking the nearest one of the ROI's grid: " + size(
				mask) + " became " + size(placed) + ".\n  image: " + grid.describe() + "\n  ROI:   " + mask.geometry().describe());
		if (lost > 0) report.add("A part of the ROI '" + mask.name() + "' lies outside the image and was lost: the centres of " +
			lost + " of its " + mask.voxelCount() + " voxels (" + mm3(lost, mask.geometry()) + ").");
		return new MaskResampling(placed, report);
	}

	/** Large voxels with centres outside may reach into the image. */
	private static Mask placed(final Volume image, final Mask mask, final long lost) {
		try {
			return GridResampler.mask(mask, image.geometry());
		}
		catch (final InputException e) {
			if (lost < mask.voxelCount()) throw e;
			throw new InputException("The ROI '" + mask.name() + "' lies outside the image '" + image.info().name() +
				"', all its " + lost + " voxels.\n  image: " + image.geometry().describe() + "\n  ROI:   " + mask.geometry()
					.describe() + "\nUse a mask that was drawn on this image.", e);
		}
	}

	private static String size(final Mask mask) {
		final long voxels = mask.voxelCount();
		return voxels + (voxels == 1 ? " voxel (" : " voxels (") + mm3(voxels, mask.geometry()) + ")";
	}

	private static String mm3(final long voxels, final Geometry grid) {
		return String.format(Locale.ROOT, "%.6g mm3", voxels * grid.voxelVolume());
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
