package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * What one pass over a whole image tells; a row at a time, so that nothing is copied.
 *
 * @param sha1 SHA-1 of the voxels in their type, little endian, x fastest: the checksum that SimpleITK computes
 * @param mean of all voxels; compensated summation (Neumaier, doi:10.1002/zamm.19740540106)
 * @param minimum of all voxels
 * @param maximum of all voxels
 */
record ImageScan(String sha1, double mean, double minimum, double maximum) {

	/** Reads an image once. */
	static ImageScan of(final Volume volume, final Progress progress) {
		final Geometry grid = volume.geometry();
		final int nx = Math.toIntExact(grid.size(0));
		final MessageDigest digest = newDigest();
		final ByteBuffer row = buffer(nx);
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(volume.voxels()).cursor();
		double sum = 0, lost = 0, minimum = Double.POSITIVE_INFINITY, maximum = Double.NEGATIVE_INFINITY;
		for (long r = 0; r < grid.size(1) * grid.size(2); r++) {
			if (r % grid.size(1) == 0) progress.check();
			row.clear();
			for (int x = 0; x < nx; x++) {
				final double v = cursor.next().getRealDouble();
				final double next = sum + v;
				lost += Math.abs(sum) >= Math.abs(v) ? sum - next + v : v - next + sum;
				sum = next;
				minimum = Math.min(minimum, v);
				maximum = Math.max(maximum, v);
				put(row, v, volume.type());
			}
			digest.update(row.flip());
		}
		return new ImageScan(hex(digest), (sum + lost) / grid.voxels(), minimum, maximum);
	}

	/** Statistics of some values, without a checksum. */
	static ImageScan of(final double[] values) {
		double sum = 0, lost = 0, minimum = Double.POSITIVE_INFINITY, maximum = Double.NEGATIVE_INFINITY;
		for (final double v : values) {
			final double next = sum + v;
			lost += Math.abs(sum) >= Math.abs(v) ? sum - next + v : v - next + sum;
			sum = next;
			minimum = Math.min(minimum, v);
			maximum = Math.max(maximum, v);
		}
		return new ImageScan("", (sum + lost) / values.length, minimum, maximum);
	}

	/** SHA-1 of a label image of 32-bit integers that holds a ROI, under its label, and nothing else. */
	static String sha1OfLabels(final Mask mask, final int label, final Progress progress) {
		final Geometry grid = mask.geometry();
		final MessageDigest digest = newDigest();
		final ByteBuffer row = buffer(Math.toIntExact(grid.size(0)));
		for (int z = 0; z < grid.size(2); z++) {
			progress.check();
			for (int y = 0; y < grid.size(1); y++) {
				row.clear();
				for (int x = 0; x < grid.size(0); x++)
					row.putInt(mask.contains(x, y, z) ? label : 0);
				digest.update(row.flip());
			}
		}
		return hex(digest);
	}

	private static void put(final ByteBuffer row, final double v, final VoxelType type) {
		switch (type) {
			case UINT8, INT8 -> row.put((byte) (int) v);
			case UINT16, INT16 -> row.putShort((short) (int) v);
			case UINT32, INT32 -> row.putInt((int) (long) v);
			case FLOAT32 -> row.putFloat((float) v);
			case FLOAT64 -> row.putDouble(v);
		}
	}

	private static ByteBuffer buffer(final int voxels) {
		return ByteBuffer.allocate(voxels * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-1", e);
		}
	}

	private static String hex(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}
}
