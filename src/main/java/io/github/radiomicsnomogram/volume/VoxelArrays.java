package io.github.radiomicsnomogram.volume;

import io.github.radiomicsnomogram.InputException;

import java.util.Locale;

import net.imglib2.Cursor;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Between images and primitive arrays, x fastest. */
public final class VoxelArrays {

	/** A little less than the largest array. */
	private static final int MOST = Integer.MAX_VALUE - 8;

	private VoxelArrays() {}

	/**
	 * Number of voxels of a part of an image, as an array's length.
	 *
	 * @throws InputException if they are more than an array can hold
	 */
	public static int count(final BoundingBox region, final ImageInfo info) {
		if (region.voxels() > MOST) throw new InputException(String.format(Locale.ROOT,
			"Image '%s': %d x %d x %d voxels are more than the %d that are worked on at once. Crop it around the ROI (preCrop) or" +
				" resample it to larger voxels.", info.name(), region.size(0), region.size(1), region.size(2), MOST));
		return (int) region.voxels();
	}

	/** The values of a whole image; a copy. */
	public static double[] doubles(final Volume volume) {
		return doubles(volume, volume.geometry().box());
	}

	/** The values of a part of an image; a copy. */
	public static double[] doubles(final Volume volume, final BoundingBox region) {
		final double[] values = new double[count(region, volume.info())];
		if (copied(volume.voxels(), region, values)) return values;
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(Views.interval(volume.voxels(), region.interval()))
			.cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealDouble();
		return values;
	}

	/** Copies rows of the commonest images, much faster than voxel by voxel; false if it is none of these. */
	private static boolean copied(final RandomAccessibleInterval<? extends RealType<?>> image, final BoundingBox region,
		final double[] values)
	{
		if (!(image instanceof ArrayImg || image instanceof PlanarImg) || !contains(image, region)) return false;
		final Object type = image.firstElement();
		final int nx = (int) image.dimension(0), n = region.size(0);
		int to = 0;
		for (int z = region.z0(); z <= region.z1(); z++) {
			final boolean planar = image instanceof PlanarImg;
			final Object data = planar ? array(((PlanarImg<?, ?>) image).getPlane(z)) : array(((ArrayImg<?, ?>) image).update(
				null));
			for (int y = region.y0(); y <= region.y1(); y++, to += n) {
				final long row = planar ? y : z * image.dimension(1) + y;
				if (!copied(data, type, (int) (row * nx) + region.x0(), values, to, n)) return false;
			}
		}
		return true;
	}

	private static Object array(final Object access) {
		return access instanceof ArrayDataAccess<?> a ? a.getCurrentStorageArray() : null;
	}

	private static boolean copied(final Object data, final Object type, final int from, final double[] values,
		final int to, final int n)
	{
		if (data instanceof double[] d && type instanceof DoubleType) System.arraycopy(d, from, values, to, n);
		else if (data instanceof float[] f && type instanceof FloatType) for (int i = 0; i < n; i++)
			values[to + i] = f[from + i];
		else if (data instanceof short[] s && type instanceof ShortType) for (int i = 0; i < n; i++)
			values[to + i] = s[from + i];
		else if (data instanceof byte[] b && type instanceof UnsignedByteType) for (int i = 0; i < n; i++)
			values[to + i] = b[from + i] & 0xff;
		else return false;
		return true;
	}

	private static boolean contains(final Interval image, final BoundingBox region) {
		return region.x0() >= 0 && region.y0() >= 0 && region.z0() >= 0 && region.x1() < image.dimension(0) && region.y1() < image
			.dimension(1) && region.z1() < image.dimension(2);
	}

	/**
	 * An image of double precision.
	 *
	 * @param values x fastest; not copied
	 * @param geometry of as many voxels
	 * @param type that the values stand for
	 * @param info name, unit, acquisition
	 */
	public static Volume volume(final double[] values, final Geometry geometry, final VoxelType type,
		final ImageInfo info)
	{
		requireSize(values.length, geometry);
		return new Volume(ArrayImgs.doubles(values, geometry.size()), geometry, type, info);
	}

	/** An image of single precision; otherwise as for double precision. */
	public static Volume volume(final float[] values, final Geometry geometry, final ImageInfo info) {
		requireSize(values.length, geometry);
		return new Volume(ArrayImgs.floats(values, geometry.size()), geometry, VoxelType.FLOAT32, info);
	}

	private static void requireSize(final int n, final Geometry geometry) {
		if (n != geometry.voxels()) throw new IllegalArgumentException(n + " values for " + geometry.voxels() + " voxels");
	}
}
