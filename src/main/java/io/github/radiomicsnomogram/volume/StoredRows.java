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
		final long x = first[0] + region.x0(), y0 = first[1] + region.y0(), z0 = first[2] + region.z0();
		if (x < 0 || y0 < 0 || z0 < 0 || x + region.size(0) > image.dimension(0) || y0 + region.size(1) > image.dimension(
			1) || z0 + region.size(2) > image.dimension(2)) return false;
		final int n = region.size(0);
		int to = 0;
		for (long z = z0; z < z0 + region.size(2); z++) {
			final Object data = plane(z);
			final long plane = image instanceof PlanarImg ? 0 : z * image.dimension(1);
			for (long y = y0; y < y0 + region.size(1); y++, to += n)
				if (!read(data, type, (int) ((plane + y) * image.dimension(0) + x), values, to, n)) return false;
		}
		return true;
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
