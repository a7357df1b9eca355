package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** What the filters share that change each voxel by itself, on a scale that the whole image sets. */
final class Pointwise {

	private Pointwise() {}

	/**
	 * The largest magnitude in the whole image; NaN if any value is NaN.
	 *
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	static double largestMagnitude(final Volume image, final Progress progress) {
		final int planes = Math.toIntExact(image.geometry().size(2));
		final double[] largest = new double[planes];
		Tasks.forEach(planes, image.geometry().voxels(), progress, (from, to) -> {
			for (int z = from; z < to; z++)
				largest[z] = largestMagnitude(image, z);
		});
		double max = 0;
		for (final double v : largest)
			max = Math.max(max, v);
		return max;
	}

	private static double largestMagnitude(final Volume image, final int z) {
		double max = 0;
		final Cursor<? extends RealType<?>> cursor = Views.hyperSlice(image.voxels(), 2, z).cursor();
		while (cursor.hasNext())
			max = Math.max(max, Math.abs(cursor.next().getRealDouble()));
		return max;
	}

	/**
	 * Changes each voxel of a region.
	 *
	 * @param name of the image type
	 * @param change of a value
	 * @throws InputException if a result is no finite number
	 */
	static void apply(final String name, final Volume image, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink, final DoubleUnaryOperator change)
	{
		final double[] values = VoxelArrays.doubles(image, region);
		Tasks.forEach(values.length, values.length, progress, (from, to) -> {
			for (int i = from; i < to; i++)
				values[i] = change.applyAsDouble(values[i]);
		});
		for (final double v : values)
			if (!Double.isFinite(v)) throw new InputException("Image type " + name + " of '" + image.info().name() +
				"' gives a value that is no finite number (" + v + "); leave this image type out for this image.");
		sink.accept(new FilteredImage(name, VoxelArrays.volume(values, image.geometry().cropped(region), VoxelType.FLOAT64,
			image.info())));
	}

	/**
	 * Refuses an image whose scale divides by zero.
	 *
	 * @throws InputException if the image is 0 everywhere
	 */
	static void requireContrastToZero(final String name, final Volume image, final double largestMagnitude) {
		if (largestMagnitude == 0) throw new InputException("Image type " + name + " is not defined for '" + image.info()
			.name() + "', which is 0 everywhere; leave this image type out for this image.");
	}
}
