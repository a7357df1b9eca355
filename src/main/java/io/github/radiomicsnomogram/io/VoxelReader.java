package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Reach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

/** Reads the voxels of a 3-D image from a stream, x fastest, one primitive array for each slice. */
final class VoxelReader {

	private final Path file;
	private final StoredType stored;
	private final ByteOrder order;
	private final long[] size;

	/**
	 * @param file for messages
	 * @param stored type in the stream
	 * @param order of bytes in the stream
	 * @param size voxels along x, y, z
	 */
	VoxelReader(final Path file, final StoredType stored, final ByteOrder order, final long[] size) {
		this.file = file;
		this.stored = stored;
		this.order = order;
		this.size = size.clone();
	}

	/** A stream without its first bytes. */
	static InputStream after(final InputStream in, final long bytes) throws IOException {
		try {
			in.skipNBytes(bytes);
			return in;
		}
		catch (final IOException | RuntimeException e) {
			in.close();
			throw e;
		}
	}

	/** Bytes that an image of this size takes in its file. */
	static long bytes(final Path file, final StoredType stored, final long[] size) {
		try {
			long n = stored.bytes();
			for (final long s : size)
				n = Math.multiplyExact(n, s);
			Math.toIntExact(size[0] * size[1] * stored.bytes());
			return n;
		}
		catch (final ArithmeticException e) {
			throw new InputException("'" + file + "': its header gives impossible sizes, " + Arrays.toString(size) +
				" voxels. Export it again.", e);
		}
	}

	/**
	 * @param opener opens the stream at the first voxel
	 * @param reach {@link Reach#ONCE}: slices are read when somebody looks at them, and not kept; what is wrong with the
	 *          stream is told then
	 * @throws InputException if the stream ends too early, 64-bit values need 64 bits, or memory is short
	 * @throws IOException if the stream can't be read, or its checksum is wrong
	 */
	RandomAccessibleInterval<? extends RealType<?>> read(final StreamedPlanes.Opener opener, final Reach reach,
		final Progress progress) throws IOException
	{
		if (reach == Reach.ONCE) return stream(opener, progress);
		try (InputStream in = opener.open()) {
			return read(in, progress);
		}
	}

	private RandomAccessibleInterval<? extends RealType<?>> read(final InputStream in, final Progress progress)
		throws IOException
	{
		final PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> img = allocate();
		final byte[] slice = new byte[Math.toIntExact(size[0] * size[1] * stored.bytes())];
		for (int z = 0; z < size[2]; z++) {
			progress.check();
			progress.update((double) z / size[2], "Reading " + file.getFileName());
			final int n = in.readNBytes(slice, 0, slice.length);
			if (n < slice.length) throw truncated((long) z * slice.length + n);
			copy(ByteBuffer.wrap(slice).order(order), img.getPlane(z).getCurrentStorageArray());
		}
		// Packed data end with a checksum, which is compared only when more is asked for.
		in.read();
		return img;
	}

	private RandomAccessibleInterval<? extends RealType<?>> stream(final StreamedPlanes.Opener opener, final Progress progress) {
		return switch (stored.type()) {
			case UINT8 -> this.<UnsignedByteType, ByteArray>stream(opener, progress, ByteArray::new, UnsignedByteType::new);
			case INT8 -> this.<ByteType, ByteArray>stream(opener, progress, ByteArray::new, ByteType::new);
			case UINT16 -> this.<UnsignedShortType, ShortArray>stream(opener, progress, ShortArray::new, UnsignedShortType::new);
			case INT16 -> this.<ShortType, ShortArray>stream(opener, progress, ShortArray::new, ShortType::new);
			case UINT32 -> this.<UnsignedIntType, IntArray>stream(opener, progress, IntArray::new, UnsignedIntType::new);
			case INT32 -> this.<IntType, IntArray>stream(opener, progress, IntArray::new, IntType::new);
			case FLOAT32 -> this.<FloatType, FloatArray>stream(opener, progress, FloatArray::new, FloatType::new);
			case FLOAT64 -> this.<DoubleType, DoubleArray>stream(opener, progress, DoubleArray::new, DoubleType::new);
		};
	}

	private <T extends NativeType<T> & RealType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> stream(
		final StreamedPlanes.Opener opener, final Progress progress, final IntFunction<A> plane,
		final Function<PlanarImg<T, A>, T> type)
	{
		final int pixels = Math.toIntExact(size[0] * size[1]);
		final byte[] slice = new byte[Math.multiplyExact(pixels, stored.bytes())];
		final List<A> planes = new StreamedPlanes<>(file, Math.toIntExact(size[2]), slice.length, opener, (in, z) -> {
			progress.check();
			final int n = in.readNBytes(slice, 0, slice.length);
			if (n < slice.length) throw truncated((long) z * slice.length + n);
			final A read = plane.apply(pixels);
			copy(ByteBuffer.wrap(slice).order(order), read.getCurrentStorageArray());
			return read;
		});
		final PlanarImg<T, A> image = new PlanarImg<>(planes, size, new Fraction());
		image.setLinkedType(type.apply(image));
		return image;
	}

	private InputException truncated(final long found) {
		return new InputException("'" + file + "' is truncated: it holds " + found + " of " + bytes(file, stored, size) +
			" bytes of voxels (" + size[0] + " x " + size[1] + " x " + size[2] + " x " + stored.bytes() +
			"). Copy or export it again.");
	}

	private PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> allocate() {
		try {
			return switch (stored.type()) {
				case UINT8 -> PlanarImgs.unsignedBytes(size);
				case INT8 -> PlanarImgs.bytes(size);
				case UINT16 -> PlanarImgs.unsignedShorts(size);
				case INT16 -> PlanarImgs.shorts(size);
				case UINT32 -> PlanarImgs.unsignedInts(size);
				case INT32 -> PlanarImgs.ints(size);
				case FLOAT32 -> PlanarImgs.floats(size);
				case FLOAT64 -> PlanarImgs.doubles(size);
			};
		}
		catch (final OutOfMemoryError e) {
			throw new InputException("'" + file + "' needs " + bytes(file, stored, size) / (1 << 20) +
				" MB of memory, more than Java has (" + Runtime.getRuntime().maxMemory() / (1 << 20) +
				" MB in all). Give it more with -Xmx, or crop the image.", e);
		}
	}

	private void copy(final ByteBuffer from, final Object to) {
		if (to instanceof byte[] b) from.get(b);
		else if (to instanceof short[] s) from.asShortBuffer().get(s);
		else if (to instanceof int[] i && stored.bytes() == 4) from.asIntBuffer().get(i);
		else if (to instanceof int[] i) narrow(from, i);
		else if (to instanceof float[] f) from.asFloatBuffer().get(f);
		else if (to instanceof double[] d) from.asDoubleBuffer().get(d);
		else throw new IllegalStateException("plane of " + to.getClass());
	}

	private void narrow(final ByteBuffer from, final int[] to) {
		final boolean unsigned = stored == StoredType.UINT64;
		for (int i = 0; i < to.length; i++) {
			final long v = from.getLong();
			if (unsigned ? v >>> 32 != 0 : v != (int) v) throw new InputException("'" + file + "': its 64-bit value " +
				(unsigned ? Long.toUnsignedString(v) : Long.toString(v)) +
				" doesn't fit in 32 bits. Save the image as 32-bit integers, or as float.");
			to[i] = (int) v;
		}
	}
}
