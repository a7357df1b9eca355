package io.github.radiomicsnomogram.volume;

import io.github.radiomicsnomogram.InputException;

import java.nio.ShortBuffer;
import java.util.Locale;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
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
		read(volume.voxels(), region, values);
		return values;
	}

	/** The values of a slice; a copy. */
	public static double[] slice(final Volume volume, final int z) {
		final BoundingBox all = volume.geometry().box();
		return doubles(volume, new BoundingBox(0, 0, z, all.x1(), all.y1(), z));
	}

	/** A slice as it lies in memory, x fastest, if that is as 16-bit numbers; signed or not, by the image's type. */
	public static Optional<ShortBuffer> shorts(final Volume volume, final int z) {
		return StoredRows.of(volume.voxels()).flatMap(rows -> rows.shorts(volume.geometry(), z));
	}

	/** Writes the values of a part of an image, x fastest, to the beginning of an array. */
	static void read(final RandomAccessibleInterval<? extends RealType<?>> image, final BoundingBox region,
		final double[] values)
	{
		if (StoredRows.of(image).filter(rows -> rows.read(region, values)).isPresent()) return;
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(Views.interval(image, region.interval())).cursor();
		final int n = Math.toIntExact(region.voxels());
		for (int i = 0; i < n; i++)
			values[i] = cursor.next().getRealDouble();
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
