package io.github.radiomicsnomogram.volume;

import java.nio.ShortBuffer;
import java.util.Optional;

import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.transform.integer.MixedTransform;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.IntervalView;
import net.imglib2.view.MixedTransformView;

/**
 * The arrays of an image in memory, or of the one that a shifted or cropped view looks at. Reading their rows is much
 * faster than a cursor's way from voxel to voxel.
 */
final class StoredRows {

	private final RandomAccessibleInterval<?> image;
	private final Object type;

	/** Place of the view's voxel (0, 0, 0) in the image. */
	private final long[] first;

	private StoredRows(final RandomAccessibleInterval<?> image, final Object type, final long[] first) {
		this.image = image;
		this.type = type;
		this.first = first;
	}

	/** The arrays behind an image, unless its values come from elsewhere. */
	static Optional<StoredRows> of(final RandomAccessibleInterval<? extends RealType<?>> voxels) {
		final long[] first = new long[3];
		RandomAccessible<?> source = voxels;
		while (source instanceof IntervalView || isShifted(source))
			if (source instanceof IntervalView<?> view) source = view.getSource();
			else {
				final MixedTransformView<?> view = (MixedTransformView<?>) source;
				for (int d = 0; d < 3; d++)
					first[d] += view.getTransformToSource().getTranslation(d);
				source = view.getSource();
			}
		if (source instanceof ArrayImg || source instanceof PlanarImg) return Optional.of(new StoredRows(
			(RandomAccessibleInterval<?>) source, voxels.getType(), first));
		return Optional.empty();
	}

	/** Whether a view moves an image of three axes and does nothing else. */
	private static boolean isShifted(final RandomAccessible<?> view) {
		if (!(view instanceof MixedTransformView<?> v) || v.numDimensions() != 3) return false;
		final MixedTransform t = v.getTransformToSource();
		if (t.numTargetDimensions() != 3) return false;
		for (int d = 0; d < 3; d++)
			if (t.getComponentZero(d) || t.getComponentInversion(d) || t.getComponentMapping(d) != d) return false;
		return true;
	}

	/** Writes the values of a part of the view to an array, x fastest; false if rows can't be read so. */
	boolean read(final BoundingBox region, final double[] values) {
		if (!contains(region)) return false;
		final int n = region.size(0);
		int to = 0;
		for (int z = region.z0(); z <= region.z1(); z++) {
			final Object data = plane(first[2] + z);
			for (int y = region.y0(); y <= region.y1(); y++, to += n)
				if (!read(data, type, place(region.x0(), y, z), values, to, n)) return false;
		}
		return true;
	}

	/**
	 * Writes the values of a ROI's voxels in one slice to their places; false if rows can't be read so.
	 *
	 * @param box the ROI's
	 * @param z slice, counted from the box's corner
	 */
	boolean read(final BoundingBox box, final int z, final RoiSpans spans, final double[] values) {
		if (!contains(box)) return false;
		final Object data = plane(first[2] + box.z0() + z);
		for (int y = 0, row = z * box.size(1); y < box.size(1); y++, row++) {
			final int from = place(box.x0(), box.y0() + y, box.z0() + z);
			for (int s = spans.first(row); s < spans.first(row + 1); s++)
				if (!read(data, type, from + spans.start(s), values, spans.voxel(s), spans.length(s))) return false;
		}
		return true;
	}

	/** Whether a part of the view lies in the image. */
	private boolean contains(final BoundingBox region) {
		final int[] corner = { region.x0(), region.y0(), region.z0() };
		for (int d = 0; d < 3; d++)
			if (first[d] + corner[d] < 0 || first[d] + corner[d] + region.size(d) > image.dimension(d)) return false;
		return true;
	}

	/** Place of one of the view's voxels in the array of its plane. */
	private int place(final int x, final int y, final int z) {
		final long plane = image instanceof PlanarImg ? 0 : (first[2] + z) * image.dimension(1);
		return (int) ((plane + first[1] + y) * image.dimension(0) + first[0] + x);
	}

	/** A whole plane as it is stored, if that is 16 bits a voxel and the view is no part of a larger image. */
	Optional<ShortBuffer> shorts(final Geometry grid, final int z) {
		for (int d = 0; d < 3; d++)
			if (first[d] != 0 || image.dimension(d) != grid.size(d)) return Optional.empty();
		final boolean words = type instanceof ShortType || type instanceof UnsignedShortType;
		if (!words || !(plane(z) instanceof short[] data)) return Optional.empty();
		final int n = Math.toIntExact(grid.size(0) * grid.size(1));
		return Optional.of(ShortBuffer.wrap(data, image instanceof PlanarImg ? 0 : z * n, n).asReadOnlyBuffer());
	}

	/** The array with the plane of a z, or with all of them. */
	private Object plane(final long z) {
		final Object access = image instanceof PlanarImg<?, ?> planar ? planar.getPlane((int) z) : ((ArrayImg<?, ?>) image)
			.update(null);
		return access instanceof ArrayDataAccess<?> a ? a.getCurrentStorageArray() : null;
	}

	private static boolean read(final Object data, final Object type, final int from, final double[] values, final int to,
		final int n)
	{
		if (data instanceof double[] d && type instanceof DoubleType) System.arraycopy(d, from, values, to, n);
		else if (data instanceof float[] f && type instanceof FloatType) for (int i = 0; i < n; i++)
			values[to + i] = f[from + i];
		else if (data instanceof short[] s && type instanceof ShortType) for (int i = 0; i < n; i++)
			values[to + i] = s[from + i];
		else if (data instanceof short[] s && type instanceof UnsignedShortType) for (int i = 0; i < n; i++)
			values[to + i] = s[from + i] & 0xffff;
		else if (data instanceof byte[] b && type instanceof UnsignedByteType) for (int i = 0; i < n; i++)
			values[to + i] = b[from + i] & 0xff;
		else if (data instanceof byte[] b && type instanceof ByteType) for (int i = 0; i < n; i++)
			values[to + i] = b[from + i];
		else if (data instanceof int[] k && type instanceof IntType) for (int i = 0; i < n; i++)
			values[to + i] = k[from + i];
		else if (data instanceof int[] k && type instanceof UnsignedIntType) for (int i = 0; i < n; i++)
			values[to + i] = k[from + i] & 0xffffffffL;
		else return false;
		return true;
	}
}
