package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.ImageStack;

import io.github.radiomicsnomogram.InputException;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The stored values of a stack as an ImgLib2 image whose cells are the stack's own slices. A slice of a virtual stack is
 * read when a voxel of it is asked for, and kept as long as memory allows.
 *
 * @param <A> access to one slice
 */
final class StackPlanes<A extends ArrayDataAccess<A>> implements LazyCellImg.Get<Cell<A>> {

	private final ImageStack stack;
	private final String name;
	private final Function<Object, A> access;
	private final AtomicReferenceArray<SoftReference<Cell<A>>> cells;

	private StackPlanes(final ImagePlus image, final Function<Object, A> access) {
		stack = image.getStack();
		name = image.getTitle();
		this.access = access;
		cells = new AtomicReferenceArray<>(stack.size());
	}

	/**
	 * @param image 8, 16 or 32 bit grey
	 */
	static RandomAccessibleInterval<? extends RealType<?>> of(final ImagePlus image) {
		return switch (image.getBitDepth()) {
			case 8 -> new StackPlanes<>(image, p -> new ByteArray((byte[]) p)).image(new UnsignedByteType());
			case 16 -> new StackPlanes<>(image, p -> new ShortArray((short[]) p)).image(new UnsignedShortType());
			case 32 -> new StackPlanes<>(image, p -> new FloatArray((float[]) p)).image(new FloatType());
			default -> throw new InputException("Image '" + image.getTitle() + "' has " + image.getBitDepth() +
				" bits a pixel. Convert it to 16-bit or 32-bit (Image > Type).");
		};
	}

	private <T extends NativeType<T>> LazyCellImg<T, A> image(final T type) {
		final int width = stack.getWidth(), height = stack.getHeight();
		return new LazyCellImg<>(new CellGrid(new long[] { width, height, stack.size() }, new int[] { width, height, 1 }),
			type, this);
	}

	@Override
	public Cell<A> get(final long slice) {
		final int z = (int) slice;
		final SoftReference<Cell<A>> kept = cells.get(z);
		final Cell<A> cell = kept == null ? null : kept.get();
		return cell == null ? load(z) : cell;
	}

	/** One at a time: virtual stacks aren't made for several readers. */
	private synchronized Cell<A> load(final int z) {
		final SoftReference<Cell<A>> kept = cells.get(z);
		final Cell<A> meanwhile = kept == null ? null : kept.get();
		if (meanwhile != null) return meanwhile;
		final Cell<A> cell = new Cell<>(new int[] { stack.getWidth(), stack.getHeight(), 1 }, new long[] { 0, 0, z }, access
			.apply(pixels(z)));
		cells.set(z, new SoftReference<>(cell));
		return cell;
	}

	private Object pixels(final int z) {
		final Object pixels = stack.getPixels(z + 1);
		if (pixels == null) throw new InputException("Image '" + name + "': slice " + (z + 1) +
			" can't be read. Is its file still there?");
		return pixels;
	}
}
