package io.github.radiomicsnomogram.volume;

import io.github.radiomicsnomogram.InputException;

import java.util.Locale;

/**
 * The part of an image that a ROI covers, in primitive arrays: what every feature is computed from. The ROI's bounding
 * box is read slice by slice, so memory follows the ROI and not the stack. Arrays are shared, not
 * copied, because hot loops read them; nobody writes to them after construction.
 */
public final class RoiVoxels {

	private final Geometry geometry;
	private final VoxelType type;
	private final BoundingBox box;
	private final byte[] inside;
	private final double[] values;

	/**
	 * @throws InputException if image and ROI lie on different grids, or a voxel of the ROI is NaN or infinite
	 */
	public RoiVoxels(final Volume volume, final Mask mask) {
		volume.geometry().firstDifference(mask.geometry()).ifPresent(difference -> {
			throw new InputException("Image '" + volume.info().name() + "' and ROI '" + mask.name() +
				"' lie on different grids (" + difference + ").\n  image: " + volume.geometry().describe() + "\n  ROI:   " + mask
					.geometry().describe());
		});
		geometry = volume.geometry();
		type = volume.type();
		box = mask.box();
		inside = mask.inside();
		values = new double[Math.toIntExact(mask.voxelCount())];
		final int slice = box.size(0) * box.size(1);
		final double[] all = new double[slice];
		int n = 0;
		for (int z = box.z0(); z <= box.z1(); z++) {
			VoxelArrays.read(volume.voxels(), new BoundingBox(box.x0(), box.y0(), z, box.x1(), box.y1(), z), all);
			final int first = (z - box.z0()) * slice;
			for (int i = 0; i < slice; i++)
				if (inside[first + i] != 0) values[n++] = finite(all[i], first + i, volume.info().name());
		}
	}

	private double finite(final double v, final int index, final String name) {
		if (Double.isFinite(v)) return v;
		final int x = box.x0() + index % box.size(0), y = box.y0() + index / box.size(0) % box.size(1);
		final int z = box.z0() + index / box.size(0) / box.size(1);
		throw new InputException(String.format(Locale.ROOT,
			"Image '%s': voxel (%d, %d, %d), inside the ROI, is %s. Replace such voxels, or draw the ROI without them.", name,
			x, y, z, v));
	}

	/** Grid of the image. */
	public Geometry geometry() {
		return geometry;
	}

	/** Type of the image's values. */
	public VoxelType type() {
		return type;
	}

	/** Smallest box that holds the ROI. */
	public BoundingBox box() {
		return box;
	}

	/** 1 inside the ROI, 0 outside, for each voxel of the box, x fastest. Read only. */
	public byte[] inside() {
		return inside;
	}

	/** The values of the ROI's voxels alone, in the order of the box, x fastest. Read only. */
	public double[] values() {
		return values;
	}

	/** Number of voxels in the ROI. */
	public int count() {
		return values.length;
	}
}
