package io.github.radiomicsnomogram.volume;

import net.imglib2.Cursor;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Between images and primitive arrays, x fastest. */
public final class VoxelArrays {

	private VoxelArrays() {}

	/** The values of a whole image; a copy. */
	public static double[] doubles(final Volume volume) {
		return doubles(volume, volume.geometry().box());
	}

	/** The values of a part of an image; a copy. */
	public static double[] doubles(final Volume volume, final BoundingBox region) {
		final double[] values = new double[Math.toIntExact(region.voxels())];
		if (volume.voxels() instanceof ArrayImg<?, ?> image && copied(image, region, values)) return values;
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(Views.interval(volume.voxels(), region.interval()))
			.cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealDouble();
		return values;
	}

	/** Copies rows of the commonest types, much faster than voxel by voxel; false if it is none of these. */
	private static boolean copied(final ArrayImg<?, ?> image, final BoundingBox region, final double[] values) {
		final Object type = image.firstElement();
		if (!(image.update(null) instanceof ArrayDataAccess<?> access) || !contains(image, region)) return false;
		final Object data = access.getCurrentStorageArray();
		final RowCopy copy;
		if (data instanceof double[] d && type instanceof DoubleType) copy = (from, to, n) -> System.arraycopy(d, from, values,
			to, n);
		else if (data instanceof float[] f && type instanceof FloatType) copy = (from, to, n) -> {
			for (int i = 0; i < n; i++)
				values[to + i] = f[from + i];
		};
		else if (data instanceof short[] s && type instanceof ShortType) copy = (from, to, n) -> {
			for (int i = 0; i < n; i++)
				values[to + i] = s[from + i];
		};
		else return false;
		final int nx = (int) image.dimension(0), ny = (int) image.dimension(1), n = region.size(0);
		int to = 0;
		for (int z = region.z0(); z <= region.z1(); z++)
			for (int y = region.y0(); y <= region.y1(); y++, to += n)
				copy.copy((z * ny + y) * nx + region.x0(), to, n);
		return true;
	}

	private static boolean contains(final ArrayImg<?, ?> image, final BoundingBox region) {
		return region.x0() >= 0 && region.y0() >= 0 && region.z0() >= 0 && region.x1() < image.dimension(0) && region.y1() < image
			.dimension(1) && region.z1() < image.dimension(2);
	}

	/** Copies some values. */
	private interface RowCopy {

		void copy(int from, int to, int n);
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
