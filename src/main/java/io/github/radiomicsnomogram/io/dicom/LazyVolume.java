package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.List;
import java.util.function.IntFunction;

import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Fraction;

/**
 * A stack as an image whose planes are decoded when somebody first looks at them; the values are those of
 * {@link SeriesVolume}.
 *
 * @param stack planes
 * @param decoder gives the bytes of a plane, and how to decode them by a slope and intercept
 */
record LazyVolume(SliceStack stack, Decoder decoder) {

	/** Reads planes. */
	interface Decoder {

		/**
		 * @param z place in the stack
		 * @param rescale what becomes of stored numbers
		 * @throws io.github.radiomicsnomogram.InputException with the file's name, if its pixels can't be read
		 */
		PixelDecoder plane(int z, Rescale rescale);
	}

	/** Whether the type that the whole image has can be told by the headers. */
	boolean isTypeKnown() {
		return !isWhole() || fit();
	}

	/** Whole numbers stay whole: of 16 bits where every number that the headers allow fits, else of 32. */
	Volume of(final ImageInfo info) {
		if (!isWhole()) return doubles(stack.geometry(), info, z -> {
			final double[] plane = new double[pixels()];
			decoder.plane(z, stack.slices().get(z).rescale()).into(plane, 0);
			return plane;
		});
		return fit() ? shorts(info) : ints(info);
	}

	/** An image times a factor; its planes are read when those of the product are. */
	static Volume times(final double factor, final Volume image, final ImageInfo info) {
		return doubles(image.geometry(), info, z -> {
			final double[] plane = VoxelArrays.slice(image, z);
			for (int i = 0; i < plane.length; i++)
				plane[i] *= factor;
			return plane;
		});
	}

	private boolean isWhole() {
		return stack.slices().stream().allMatch(s -> s.rescale().isExactInteger(s.format()));
	}

	private boolean fit() {
		return stack.slices().stream().allMatch(s -> s.rescale().isWithin(s.format(), Short.MIN_VALUE, Short.MAX_VALUE));
	}

	private Volume shorts(final ImageInfo info) {
		final List<ShortArray> planes = planes(stack.geometry(), z -> {
			final short[] plane = new short[pixels()];
			decoder.plane(z, stack.slices().get(z).rescale()).into(plane, 0);
			return new ShortArray(plane);
		});
		final PlanarImg<ShortType, ShortArray> image = new PlanarImg<>(planes, stack.geometry().size(), new Fraction());
		image.setLinkedType(new ShortType(image));
		return new Volume(image, stack.geometry(), VoxelType.INT16, info);
	}

	private Volume ints(final ImageInfo info) {
		final List<IntArray> planes = planes(stack.geometry(), z -> {
			final int[] plane = new int[pixels()];
			decoder.plane(z, stack.slices().get(z).rescale()).into(plane, 0);
			return new IntArray(plane);
		});
		final PlanarImg<IntType, IntArray> image = new PlanarImg<>(planes, stack.geometry().size(), new Fraction());
		image.setLinkedType(new IntType(image));
		return new Volume(image, stack.geometry(), VoxelType.INT32, info);
	}

	private static Volume doubles(final Geometry grid, final ImageInfo info, final IntFunction<double[]> decode) {
		final List<DoubleArray> planes = planes(grid, z -> new DoubleArray(decode.apply(z)));
		final PlanarImg<DoubleType, DoubleArray> image = new PlanarImg<>(planes, grid.size(), new Fraction());
		image.setLinkedType(new DoubleType(image));
		return new Volume(image, grid, VoxelType.FLOAT64, info);
	}

	private static <A> List<A> planes(final Geometry grid, final IntFunction<A> decode) {
		return new LazyPlanes<>(Math.toIntExact(grid.size(2)), decode);
	}

	private int pixels() {
		return Math.toIntExact(stack.slices().get(0).format().pixels());
	}
}
