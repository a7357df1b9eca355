package io.github.radiomicsnomogram.volume;

import io.github.radiomicsnomogram.InputException;

import java.util.Locale;
import java.util.function.Consumer;

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
		this(volume, mask, null);
	}

	/**
	 * Goes through the whole image, slice by slice and once, for those who want to know more of it than the ROI.
	 *
	 * @param all is given the values of each slice of the image, from the first on, x fastest, in an array that is used
	 *          again; null: nobody wants them, and only the ROI's box is read
	 * @throws InputException if image and ROI lie on different grids, or a voxel of the ROI is NaN or infinite
	 */
	public RoiVoxels(final Volume volume, final Mask mask, final Consumer<double[]> all) {
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
		final BoundingBox grid = geometry.box(), read = all == null ? box : grid;
		final double[] slice = new double[Math.multiplyExact(read.size(0), read.size(1))];
		int n = 0;
		for (int z = read.z0(); z <= read.z1(); z++) {
			VoxelArrays.read(volume.voxels(), new BoundingBox(read.x0(), read.y0(), z, read.x1(), read.y1(), z), slice);
			if (all != null) all.accept(slice);
			if (z >= box.z0() && z <= box.z1()) n = take(slice, read, z, n, volume.info().name());
		}
	}

	/** Takes the ROI's voxels of a slice; returns how many there are by then. */
	private int take(final double[] slice, final BoundingBox read, final int z, final int before, final String name) {
		int n = before;
		for (int y = box.y0(), i = (z - box.z0()) * box.size(0) * box.size(1); y <= box.y1(); y++) {
			final int row = (y - read.y0()) * read.size(0) + box.x0() - read.x0();
			for (int x = 0; x < box.size(0); x++, i++)
				if (inside[i] != 0) values[n++] = finite(slice[row + x], i, name);
		}
		return n;
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
