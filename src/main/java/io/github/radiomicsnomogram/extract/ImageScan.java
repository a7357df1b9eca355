package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
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
	static ImageScan of(final Volume volume, final Progress progress) {
		final BoundingBox all = volume.geometry().box();
		final MessageDigest digest = Digests.sha1();
		final ByteBuffer row = buffer(all.size(0));
		final Sums sums = new Sums();
		for (int z = 0; z < all.size(2); z++) {
			progress.check();
			final double[] slice = VoxelArrays.doubles(volume, new BoundingBox(0, 0, z, all.x1(), all.y1(), z));
			sums.add(slice);
			for (int y = 0; y < all.size(1); y++) {
				put(row.clear(), slice, y * all.size(0), all.size(0), volume.type());
				digest.update(row.flip());
			}
		}
		return sums.scan(Digests.hex(digest), volume.geometry().voxels());
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
				low = Math.min(low, v);
				high = Math.max(high, v);
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
	static String sha1OfLabels(final Mask mask, final int label, final Progress progress) {
		final Geometry grid = mask.geometry();
		final BoundingBox box = mask.box();
		final byte[] inside = mask.toBytes();
		final MessageDigest digest = Digests.sha1();
		final int nx = Math.toIntExact(grid.size(0)), rows = Math.toIntExact(grid.size(1));
		final byte[] empty = new byte[nx * Integer.BYTES];
		final ByteBuffer row = buffer(nx);
		for (int z = 0; z < grid.size(2); z++) {
			progress.check();
			for (int y = 0; y < rows; y++)
				if (z < box.z0() || z > box.z1() || y < box.y0() || y > box.y1()) digest.update(empty);
				else digest.update(labels(row.clear(), inside, ((z - box.z0()) * box.size(1) + y - box.y0()) * box.size(0), box, nx,
					label));
		}
		return Digests.hex(digest);
	}

	private static ByteBuffer labels(final ByteBuffer row, final byte[] inside, final int at, final BoundingBox box,
		final int nx, final int label)
	{
		for (int x = 0; x < nx; x++)
			row.putInt(x >= box.x0() && x <= box.x1() && inside[at + x - box.x0()] != 0 ? label : 0);
		return row.flip();
	}

	private static void put(final ByteBuffer row, final double[] v, final int from, final int n, final VoxelType type) {
		for (int i = from; i < from + n; i++)
			switch (type) {
				case UINT8, INT8 -> row.put((byte) (int) v[i]);
				case UINT16, INT16 -> row.putShort((short) (int) v[i]);
				case UINT32, INT32 -> row.putInt((int) (long) v[i]);
				case FLOAT32 -> row.putFloat((float) v[i]);
				case FLOAT64 -> row.putDouble(v[i]);
			}
	}

	private static ByteBuffer buffer(final int voxels) {
		return ByteBuffer.allocate(voxels * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
	}
}
