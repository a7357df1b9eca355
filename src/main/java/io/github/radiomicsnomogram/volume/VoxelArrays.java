package io.github.radiomicsnomogram.volume;

import net.imglib2.Cursor;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
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
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(Views.interval(volume.voxels(), region.interval()))
			.cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealDouble();
		return values;
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
