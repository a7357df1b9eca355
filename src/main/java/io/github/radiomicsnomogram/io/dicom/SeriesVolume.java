package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.io.dicom.PixelDecoder.Doubles;
import io.github.radiomicsnomogram.io.dicom.PixelDecoder.Ints;
import io.github.radiomicsnomogram.io.dicom.PixelDecoder.Plane;
import io.github.radiomicsnomogram.io.dicom.PixelDecoder.Shorts;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Fraction;

/**
 * Reads the pixels of a stack, each plane into an array of its own, with the caller's threads. Whole numbers stay whole:
 * 16 bits where they fit, else 32. Fractions are doubles; where all planes have the same slope and intercept, the stored
 * numbers are kept and rescaled whenever a voxel is asked for, which takes a quarter of the memory.
 */
final class SeriesVolume {

	private final SliceStack stack;
	private final Progress progress;

	SeriesVolume(final SliceStack stack, final Progress progress) {
		this.stack = stack;
		this.progress = progress;
	}

	/**
	 * @param info of the image
	 * @throws InputException with the name of a file whose pixels can't be read
	 */
	Volume read(final ImageInfo info) {
		final List<Slice> slices = stack.slices();
		final Rescale first = slices.get(0).rescale();
		if (slices.stream().allMatch(s -> s.rescale().isExactInteger(s.format()))) return integers(info, planes(
			Slice::rescale));
		if (slices.stream().allMatch(s -> s.rescale().equals(first) && Rescale.NONE.isExactInteger(s.format()))) {
			final Volume stored = integers(info, planes(s -> Rescale.NONE));
			return new Volume(Converters.convertRAI(stored.voxels(), (in, out) -> out.set(in.getRealDouble() * first.slope() +
				first.intercept()), new DoubleType()), stack.geometry(), VoxelType.FLOAT64, info);
		}
		final List<DoubleArray> planes = new ArrayList<>();
		for (final Plane plane : planes(Slice::rescale))
			planes.add(new DoubleArray(doubles(plane)));
		final PlanarImg<DoubleType, DoubleArray> image = new PlanarImg<>(planes, stack.geometry().size(), new Fraction());
		image.setLinkedType(new DoubleType(image));
		return new Volume(image, stack.geometry(), VoxelType.FLOAT64, info);
	}

	private Volume integers(final ImageInfo info, final List<Plane> planes) {
		final boolean shorts = planes.stream().allMatch(Shorts.class::isInstance);
		return new Volume(shorts ? shorts(planes) : ints(planes), stack.geometry(), shorts ? VoxelType.INT16
			: VoxelType.INT32, info);
	}

	private RandomAccessibleInterval<? extends RealType<?>> shorts(final List<Plane> planes) {
		final List<ShortArray> arrays = new ArrayList<>();
		for (final Plane plane : planes)
			arrays.add(new ShortArray(((Shorts) plane).values()));
		final PlanarImg<ShortType, ShortArray> image = new PlanarImg<>(arrays, stack.geometry().size(), new Fraction());
		image.setLinkedType(new ShortType(image));
		return image;
	}

	private RandomAccessibleInterval<? extends RealType<?>> ints(final List<Plane> planes) {
		final List<IntArray> arrays = new ArrayList<>();
		for (final Plane plane : planes)
			arrays.add(new IntArray(plane instanceof Shorts s ? s.widened() : ((Ints) plane).values()));
		final PlanarImg<IntType, IntArray> image = new PlanarImg<>(arrays, stack.geometry().size(), new Fraction());
		image.setLinkedType(new IntType(image));
		return image;
	}

	private static double[] doubles(final Plane plane) {
		if (plane instanceof Doubles d) return d.values();
		final int[] ints = plane instanceof Shorts s ? s.widened() : ((Ints) plane).values();
		final double[] doubles = new double[ints.length];
		for (int i = 0; i < doubles.length; i++)
			doubles[i] = ints[i];
		return doubles;
	}

	private List<Plane> planes(final Function<Slice, Rescale> rescale) {
		final List<Slice> slices = stack.slices();
		try {
			final PixelReader reader = PixelReader.of(slices);
			final AtomicInteger done = new AtomicInteger();
			return Parallelization.getTaskExecutor().forEachApply(slices, slice -> {
				progress.check();
				final Plane plane = plane(reader, slice, rescale.apply(slice));
				progress.update(0.3 + 0.7 * done.incrementAndGet() / slices.size(), "Reading DICOM slices");
				return plane;
			});
		}
		catch (final BadDicom e) {
			throw new InputException(e.getMessage() + ".", e);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(slices.get(0).frame().file().path(), e);
		}
	}

	private static Plane plane(final PixelReader reader, final Slice slice, final Rescale rescale) {
		try {
			return PixelDecoder.decode(reader.read(slice), PixelReader.isBig(slice), slice.format(), rescale);
		}
		catch (final BadDicom e) {
			throw new InputException("'" + slice.frame().file().path() + "': " + e.getMessage() + ".", e);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(slice.frame().file().path(), e);
		}
	}
}
