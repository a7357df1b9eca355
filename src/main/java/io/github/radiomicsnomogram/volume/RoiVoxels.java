package io.github.radiomicsnomogram.volume;

import io.github.radiomicsnomogram.InputException;

import java.util.Locale;
import java.util.Optional;
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
	private final RoiSpans spans;
	private final double[] values;
	private final double minimum, maximum;

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
		spans = mask.spans();
		values = new double[spans.voxels()];
		final Extremes extremes = new Extremes();
		if (all != null || !readStored(volume, extremes)) readSlices(volume, all, extremes);
		minimum = extremes.least();
		maximum = extremes.largest();
	}

	/** Reads the spans alone, from an image whose rows lie in arrays; false if they don't. */
	private boolean readStored(final Volume volume, final Extremes extremes) {
		final Optional<StoredRows> rows = StoredRows.of(volume.voxels());
		if (rows.isEmpty()) return false;
		for (int z = 0; z < box.size(2); z++) {
			if (!rows.get().read(box, z, spans, values)) return false;
			look(z, volume, extremes);
		}
		return true;
	}

	/** Reads whole slices, of the box or, if somebody wants them all, of the image. */
	private void readSlices(final Volume volume, final Consumer<double[]> all, final Extremes extremes) {
		final BoundingBox read = all == null ? box : geometry.box();
		final double[] slice = new double[Math.multiplyExact(read.size(0), read.size(1))];
		for (int z = read.z0(); z <= read.z1(); z++) {
			VoxelArrays.read(volume.voxels(), new BoundingBox(read.x0(), read.y0(), z, read.x1(), read.y1(), z), slice);
			if (all != null) all.accept(slice);
			if (z < box.z0() || z > box.z1()) continue;
			take(slice, read, z - box.z0());
			look(z - box.z0(), volume, extremes);
		}
	}

	/** Takes the ROI's voxels of a slice, z counted from the box's corner. */
	private void take(final double[] slice, final BoundingBox read, final int z) {
		for (int y = 0; y < box.size(1); y++) {
			final int from = (y + box.y0() - read.y0()) * read.size(0) + box.x0() - read.x0(), row = z * box.size(1) + y;
			for (int s = spans.first(row); s < spans.first(row + 1); s++)
				System.arraycopy(slice, from + spans.start(s), values, spans.voxel(s), spans.length(s));
		}
	}

	/** Looks at the values of a slice while they are at hand. */
	private void look(final int z, final Volume volume, final Extremes extremes) {
		final int first = spans.first(z * box.size(1)), end = spans.first((z + 1) * box.size(1));
		if (!extremes.add(values, spans.voxel(first), spans.voxel(end))) throw notFinite(z, volume.info().name());
	}

	/** Names the first voxel of a slice that is not finite. */
	private InputException notFinite(final int z, final String name) {
		int row = z * box.size(1), span = spans.first(row), i = spans.voxel(span);
		while (Double.isFinite(values[i]))
			i++;
		while (spans.voxel(span + 1) <= i)
			span++;
		while (spans.first(row + 1) <= span)
			row++;
		return new InputException(String.format(Locale.ROOT,
			"Image '%s': voxel (%d, %d, %d), inside the ROI, is %s. Replace such voxels, or draw the ROI without them.", name,
			box.x0() + spans.start(span) + i - spans.voxel(span), box.y0() + row % box.size(1), box.z0() + z, values[i]));
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

	/** The ROI's pieces of rows. */
	public RoiSpans spans() {
		return spans;
	}

	/** The values of the ROI's voxels alone, in the order of the box, x fastest. Read only. */
	public double[] values() {
		return values;
	}

	/** The least of the values. */
	public double minimum() {
		return minimum;
	}

	/** The largest of the values. */
	public double maximum() {
		return maximum;
	}

	/** Number of voxels in the ROI. */
	public int count() {
		return values.length;
	}
}
