package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.function.Consumer;

/**
 * What one pass over a whole image tells; a slice at a time, so that little is copied.
 *
 * @param sha1 SHA-1 of the voxels in their type, little endian, x fastest: the checksum that SimpleITK computes
 * @param mean of all voxels; compensated summation (Neumaier, doi:10.1002/zamm.19740540106)
 * @param minimum of all voxels
 * @param maximum of all voxels
 */
record ImageScan(String sha1, double mean, double minimum, double maximum) {

	/** Reads an image once. */
	static ImageScan of(final Volume volume) {
		final Pass pass = new Pass(volume);
		for (int z = 0; z < volume.geometry().size(2); z++)
			pass.accept(VoxelArrays.slice(volume, z));
		return pass.end();
	}

	/** Is given the slices of an image, from the first on. */
	static final class Pass implements Consumer<double[]> {

		private final Geometry grid;
		private final VoxelType type;
		private final MessageDigest digest = Digests.sha1();
		private final ByteBuffer bytes;
		private final Sums sums = new Sums();

		Pass(final Volume volume) {
			grid = volume.geometry();
			type = volume.type();
			bytes = buffer(Math.multiplyExact(Math.toIntExact(grid.size(0) * grid.size(1)), bytesPerVoxel(type)));
		}

		@Override
		public void accept(final double[] slice) {
			sums.add(slice);
			put(bytes, slice, type);
			digest.update(bytes.array());
		}

		/** When all slices were given. */
		ImageScan end() {
			return sums.scan(Digests.hex(digest), grid.voxels());
		}
	}

	/** Statistics of some values, without a checksum. */
	static ImageScan of(final double[] values) {
		final Sums sums = new Sums();
		sums.add(values);
		return sums.scan("", values.length);
	}

	/** What grows with the values. */
	private static final class Sums {

		private double sum, lost, minimum = Double.POSITIVE_INFINITY, maximum = Double.NEGATIVE_INFINITY;

		void add(final double[] values) {
			double s = sum, l = lost, low = minimum, high = maximum;
			for (final double v : values) {
				final double next = s + v;
				l += Math.abs(s) >= Math.abs(v) ? s - next + v : v - next + s;
				s = next;
				if (v < low) low = v;
				if (v > high) high = v;
			}
			sum = s;
			lost = l;
			minimum = low;
			maximum = high;
		}

		ImageScan scan(final String sha1, final double n) {
			return new ImageScan(sha1, (sum + lost) / n, minimum, maximum);
		}
	}

	/** SHA-1 of a label image of 32-bit integers that holds a ROI, under its label, and nothing else. */
	static String sha1OfLabels(final Mask mask, final int label) {
		final Geometry grid = mask.geometry();
		final BoundingBox box = mask.box();
		final byte[] inside = mask.toBytes();
		final MessageDigest digest = Digests.sha1();
		final int nx = Math.toIntExact(grid.size(0)), ny = Math.toIntExact(grid.size(1));
		final int[] labels = new int[Math.multiplyExact(nx, ny)];
		final ByteBuffer slice = buffer(Math.multiplyExact(labels.length, Integer.BYTES));
		final byte[] empty = new byte[slice.capacity()];
		for (int z = 0; z < grid.size(2); z++) {
			if (z < box.z0() || z > box.z1()) digest.update(empty);
			else {
				for (int y = box.y0(); y <= box.y1(); y++)
					label(inside, ((z - box.z0()) * box.size(1) + y - box.y0()) * box.size(0), box.size(0), label, labels, y * nx + box
						.x0());
				slice.asIntBuffer().put(labels);
				digest.update(slice.array());
			}
		}
		return Digests.hex(digest);
	}

	private static void label(final byte[] inside, final int from, final int n, final int label, final int[] labels,
		final int to)
	{
		for (int i = 0; i < n; i++)
			labels[to + i] = inside[from + i] * label;
	}

	/** Writes voxels in their type. */
	private static void put(final ByteBuffer bytes, final double[] v, final VoxelType type) {
		switch (type) {
			case UINT8, INT8 -> {
				for (int i = 0; i < v.length; i++)
					bytes.put(i, (byte) (int) v[i]);
			}
			case UINT16, INT16 -> {
				final short[] shorts = new short[v.length];
				for (int i = 0; i < v.length; i++)
					shorts[i] = (short) (int) v[i];
				bytes.asShortBuffer().put(shorts);
			}
			case UINT32, INT32 -> {
				for (int i = 0; i < v.length; i++)
					bytes.putInt(i * Integer.BYTES, (int) (long) v[i]);
			}
			case FLOAT32 -> {
				final float[] floats = new float[v.length];
				for (int i = 0; i < v.length; i++)
					floats[i] = (float) v[i];
				bytes.asFloatBuffer().put(floats);
			}
			case FLOAT64 -> bytes.asDoubleBuffer().put(v);
		}
	}

	private static int bytesPerVoxel(final VoxelType type) {
		return switch (type) {
			case UINT8, INT8 -> Byte.BYTES;
			case UINT16, INT16 -> Short.BYTES;
			case UINT32, INT32, FLOAT32 -> Integer.BYTES;
			case FLOAT64 -> Double.BYTES;
		};
	}

	private static ByteBuffer buffer(final int bytes) {
		return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}
}
