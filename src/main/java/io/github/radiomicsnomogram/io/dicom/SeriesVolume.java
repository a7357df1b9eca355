package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * Reads the pixels of a stack into one array, with the caller's threads. Whole numbers stay whole: 16 bits where they
 * fit, else 32. Fractions are doubles; where all planes have the same slope and intercept, the stored numbers are kept
 * and rescaled whenever a voxel is asked for, which takes a quarter of the memory.
 */
final class SeriesVolume {

	private static final int TASKS_PER_THREAD = 4;

	private final SliceStack stack;
	private final Progress progress;
	private final AtomicInteger done = new AtomicInteger();

	SeriesVolume(final SliceStack stack, final Progress progress) {
		this.stack = stack;
		this.progress = progress;
	}

	/** Where a plane's values go. */
	private interface Target {

		/** @return false if a value doesn't fit */
		boolean take(PixelDecoder plane, int offset);
	}

	/**
	 * @param info of the image
	 * @param reach what will be looked at; of less than all of it planes are read when that happens
	 * @throws InputException with the name of a file whose pixels can't be read, or if memory is short
	 */
	Volume open(final ImageInfo info, final Reach reach) {
		if (reach == Reach.WHOLE || reach == Reach.ONCE) return read(info);
		// Finds the packed frames of every file, so that one that is cut off is known from the start.
		final PixelReader reader = reader();
		final LazyVolume lazy = new LazyVolume(stack, (z, rescale) -> plane(reader, z, rescale));
		return reach == Reach.SURROUNDINGS && !lazy.isTypeKnown() ? read(info) : lazy.of(info);
	}

	/** Gives the values of a plane, which is read for that and not kept. */
	IntFunction<double[]> planes() {
		final PixelReader reader = reader();
		return z -> {
			final Slice slice = stack.slices().get(z);
			final double[] values = new double[Math.toIntExact(slice.format().pixels())];
			plane(reader, z, slice.rescale()).into(values, 0);
			return values;
		};
	}

	private PixelDecoder plane(final PixelReader reader, final int z, final Rescale rescale) {
		final Slice slice = stack.slices().get(z);
		return new PixelDecoder(bytes(reader, slice, new byte[0]), PixelReader.isBig(slice), slice.format(), rescale);
	}

	/**
	 * The lowest and the highest value, without keeping any.
	 *
	 * @throws InputException with the name of a file whose pixels can't be read
	 */
	double[] range() {
		final double[] range = { Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY };
		decode(Slice::rescale, (plane, offset) -> {
			final double[] own = plane.range();
			synchronized (range) {
				range[0] = Math.min(range[0], own[0]);
				range[1] = Math.max(range[1], own[1]);
			}
			return true;
		});
		return range;
	}

	private PixelReader reader() {
		try {
			return PixelReader.of(stack.slices());
		}
		catch (final BadDicom e) {
			throw new InputException(e.getMessage() + ".", e);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(stack.slices().get(0).frame().file().path(), e);
		}
	}

	private Volume read(final ImageInfo info) {
		final long voxels = stack.geometry().voxels();
		if (voxels > Integer.MAX_VALUE - 16) throw new InputException("'" + info.name() + "' has " + voxels +
			" voxels, more than the " + Integer.MAX_VALUE + " that fit in memory as one array. Crop the series.");
		try {
			return read(info, (int) voxels);
		}
		catch (final OutOfMemoryError e) {
			throw new InputException("'" + info.name() + "' has " + voxels + " voxels and needs more memory than Java has (" +
				Runtime.getRuntime().maxMemory() / (1 << 20) + " MB in all). Give it more with -Xmx, or crop the series.", e);
		}
	}

	private Volume read(final ImageInfo info, final int voxels) {
		final List<Slice> slices = stack.slices();
		final Rescale first = slices.get(0).rescale();
		if (slices.stream().allMatch(s -> s.rescale().isExactInteger(s.format()))) return integers(info, voxels,
			Slice::rescale);
		if (slices.stream().allMatch(s -> s.rescale().equals(first) && Rescale.NONE.isExactInteger(s.format()))) {
			final Volume stored = integers(info, voxels, s -> Rescale.NONE);
			return new Volume(Converters.convertRAI(stored.voxels(), (in, out) -> out.set(in.getRealDouble() * first.slope() +
				first.intercept()), new DoubleType()), stack.geometry(), VoxelType.FLOAT64, info);
		}
		final double[] doubles = new double[voxels];
		decode(Slice::rescale, (plane, offset) -> plane.into(doubles, offset));
		return new Volume(ArrayImgs.doubles(doubles, stack.geometry().size()), stack.geometry(), VoxelType.FLOAT64, info);
	}

	private Volume integers(final ImageInfo info, final int voxels, final Function<Slice, Rescale> rescale) {
		final short[] shorts = new short[voxels];
		if (decode(rescale, (plane, offset) -> plane.into(shorts, offset))) return new Volume(ArrayImgs.shorts(shorts, stack
			.geometry().size()), stack.geometry(), VoxelType.INT16, info);
		return longIntegers(info, voxels, rescale);
	}

	private Volume longIntegers(final ImageInfo info, final int voxels, final Function<Slice, Rescale> rescale) {
		final int[] ints = new int[voxels];
		decode(rescale, (plane, offset) -> plane.into(ints, offset));
		return new Volume(ArrayImgs.ints(ints, stack.geometry().size()), stack.geometry(), VoxelType.INT32, info);
	}

	/** Reads all planes; false if a value did not fit. Each task takes every n-th plane and one buffer for all of them. */
	private boolean decode(final Function<Slice, Rescale> rescale, final Target target) {
		final List<Slice> slices = stack.slices();
		done.set(0);
		final PixelReader reader = reader();
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int tasks = Math.min(slices.size(), executor.getParallelism() * TASKS_PER_THREAD);
		return executor.forEachApply(IntStream.range(0, tasks).boxed().toList(), task -> decode(reader, task, tasks, rescale,
			target)).stream().allMatch(Boolean::booleanValue);
	}

	private boolean decode(final PixelReader reader, final int from, final int step, final Function<Slice, Rescale> rescale,
		final Target target)
	{
		final List<Slice> slices = stack.slices();
		byte[] buffer = new byte[0];
		boolean fits = true;
		for (int z = from; z < slices.size() && fits; z += step) {
			progress.check();
			final Slice slice = slices.get(z);
			buffer = bytes(reader, slice, buffer);
			final PixelDecoder plane = new PixelDecoder(buffer, PixelReader.isBig(slice), slice.format(), rescale.apply(slice));
			fits = target.take(plane, (int) (z * slice.format().pixels()));
			progress.update(0.3 + 0.7 * done.incrementAndGet() / slices.size(), "Reading DICOM slices");
		}
		return fits;
	}

	private static byte[] bytes(final PixelReader reader, final Slice slice, final byte[] buffer) {
		try {
			return reader.read(slice, buffer);
		}
		catch (final BadDicom e) {
			throw new InputException("'" + slice.frame().file().path() + "': " + e.getMessage() + ".", e);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(slice.frame().file().path(), e);
		}
	}
}
