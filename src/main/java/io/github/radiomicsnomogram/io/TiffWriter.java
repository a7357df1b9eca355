package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Writes images and masks as TIFF stacks with ImageJ's calibration: a page for each slice, voxel size in mm, HU as
 * signed 16-bit integers. TIFF has no place for where an image lies in the patient.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
public final class TiffWriter {

	private static final int ENTRIES = 15, ENTRY = 12, DIRECTORY = 2 + ENTRIES * ENTRY + 4;
	private static final int SHORT = 3, LONG = 4, ASCII = 2, RATIONAL = 5;
	private static final long LARGEST = 0xffffffffL;
	/** ImageJ shows signed numbers as unsigned ones with this added. */
	private static final int SIGNED = 32768;

	private final VoxelWriter voxels;
	private final byte[] description;

	private TiffWriter(final VoxelWriter voxels, final String description) {
		this.voxels = voxels;
		this.description = description.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Writes an image. Types that ImageJ doesn't have become wider ones: 8-bit signed integers 16-bit ones, 32-bit
	 * integers and double precision single precision.
	 *
	 * @return what TIFF can't hold, in sentences: the place in the patient, digits of values
	 * @throws InputException if the file can't be written, or would be longer than 4 GB
	 */
	public static List<String> write(final Volume volume, final Path file) {
		final VoxelType type = switch (volume.type()) {
			case INT8 -> VoxelType.INT16;
			case UINT32, INT32, FLOAT64 -> VoxelType.FLOAT32;
			default -> volume.type();
		};
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY, off = 0;
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(volume.voxels()).cursor();
		while (cursor.hasNext()) {
			final double v = cursor.next().getRealDouble();
			low = Math.min(low, v);
			high = Math.max(high, v);
			off = Math.max(off, Math.abs(v - (float) v));
		}
		final List<String> losses = losses(volume.geometry());
		if (type == VoxelType.FLOAT32 && off > 0) losses.add("TIFF holds single precision: values were rounded, by up to " + off +
			".");
		final Volume widened = new Volume(volume.voxels(), volume.geometry(), type, volume.info());
		final boolean range = low <= high && Double.isFinite(low) && Double.isFinite(high);
		write(file, VoxelWriter.of(widened), calibration(type, volume.info().valueUnit()) + (range ? "min=" + low + "\nmax=" +
			high + "\n" : ""));
		return losses;
	}

	/**
	 * Writes a ROI as a label image of its whole grid: 1 inside, 0 outside.
	 *
	 * @return as {@link #write(Volume, Path)}
	 * @throws InputException as {@link #write(Volume, Path)}
	 */
	public static List<String> write(final Mask mask, final Path file) {
		write(file, VoxelWriter.of(mask), "min=0.0\nmax=1.0\n");
		return losses(mask.geometry());
	}

	private static List<String> losses(final Geometry grid) {
		final List<String> losses = new ArrayList<>();
		final Geometry plain = Geometry.axisAligned(grid.size(), grid.spacing());
		if (plain.firstDifference(grid, 0).isPresent()) losses.add(
			"TIFF can't hold where the image lies in the patient: its origin " + Arrays.toString(grid.origin()) +
				" mm and its direction " + Arrays.toString(grid.direction()) + " were left out. Convert image and mask alike.");
		return losses;
	}

	private static String calibration(final VoxelType type, final String unit) {
		final String signed = "cf=0\nc0=-" + SIGNED + ".0\nc1=1.0\nvunit=" + (unit.isEmpty() ? "Gray Value" : ascii(unit)) + "\n";
		return type == VoxelType.INT16 ? signed : unit.isEmpty() ? "" : type == VoxelType.FLOAT32 ? "vunit=" + ascii(unit) + "\n"
			: "cf=0\nc0=0.0\nc1=1.0\nvunit=" + ascii(unit) + "\n";
	}

	private static String ascii(final String unit) {
		return unit.replaceAll("[^ -~]", "?");
	}

	private static void write(final Path file, final VoxelWriter voxels, final String calibration) {
		final Geometry g = voxels.geometry();
		final long pages = g.size(2);
		final TiffWriter writer = new TiffWriter(voxels, "ImageJ=1.54f\nimages=" + pages + "\nslices=" + pages +
			"\nunit=mm\nspacing=" + g.spacing(2) + "\nloop=false\n" + calibration + "\0");
		if (writer.firstStrip() + writer.strip() * pages + DIRECTORY * pages > LARGEST) throw new InputException("Can't write '" +
			file + "': an image of " + g.size(0) + " x " + g.size(1) + " x " + pages + " voxels is longer than 4 GB, which is more than TIFF holds. Write it as .nrrd.");
		AtomicFiles.write(file, writer::writeTo);
	}

	private void writeTo(final OutputStream out) throws IOException {
		final int pages = (int) voxels.geometry().size(2);
		out.write(bytes(8).put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).array());
		out.write(directory(0, pages));
		out.write(description);
		out.write(bytes(16).put(resolution(0)).put(resolution(1)).array());
		out.write(new byte[pad()]);
		voxels.writeTo(out, ByteOrder.LITTLE_ENDIAN);
		for (int page = 1; page < pages; page++)
			out.write(directory(page, pages));
	}

	private static ByteBuffer bytes(final int n) {
		return ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
	}

	private int resolutions() {
		return 8 + DIRECTORY + description.length;
	}

	/** Strips begin on even bytes, as some readers like. */
	private int pad() {
		return description.length & 1;
	}

	private long firstStrip() {
		return resolutions() + 16L + pad();
	}

	private long strip() {
		return voxels.geometry().size(0) * voxels.geometry().size(1) * voxels.bytes();
	}

	private byte[] directory(final int page, final int pages) {
		final Geometry g = voxels.geometry();
		final ByteBuffer b = bytes(DIRECTORY).putShort((short) ENTRIES);
		entry(b, 254, LONG, 1, 0);
		entry(b, 256, LONG, 1, g.size(0));
		entry(b, 257, LONG, 1, g.size(1));
		entry(b, 258, SHORT, 1, 8L * voxels.bytes());
		entry(b, 259, SHORT, 1, 1);
		entry(b, 262, SHORT, 1, 1);
		entry(b, 270, ASCII, description.length, 8 + DIRECTORY);
		entry(b, 273, LONG, 1, firstStrip() + page * strip());
		entry(b, 277, SHORT, 1, 1);
		entry(b, 278, LONG, 1, g.size(1));
		entry(b, 279, LONG, 1, strip());
		entry(b, 282, RATIONAL, 1, resolutions());
		entry(b, 283, RATIONAL, 1, resolutions() + 8L);
		entry(b, 296, SHORT, 1, 1);
		entry(b, 339, SHORT, 1, voxels.type() == VoxelType.FLOAT32 ? 3 : voxels.type() == VoxelType.INT16 ? 2 : 1);
		return b.putInt(page + 1 == pages ? 0 : (int) (firstStrip() + pages * strip() + (long) DIRECTORY * page)).array();
	}

	private static void entry(final ByteBuffer b, final int tag, final int type, final int count, final long value) {
		b.putShort((short) tag).putShort((short) type).putInt(count).putInt((int) value);
	}

	/** Pixels per mm as the best fraction of two 31-bit numbers (continued fraction). */
	private byte[] resolution(final int axis) {
		double x = 1 / voxels.geometry().spacing(axis);
		long n0 = 0, n1 = 1, d0 = 1, d1 = 0;
		for (int i = 0; i < 40; i++) {
			final double whole = Math.floor(x);
			final double n = whole * n1 + n0, d = whole * d1 + d0;
			if (n > Integer.MAX_VALUE || d > Integer.MAX_VALUE) break;
			n0 = n1;
			n1 = (long) n;
			d0 = d1;
			d1 = (long) d;
			if (x == whole) break;
			x = 1 / (x - whole);
		}
		return bytes(8).putInt((int) n1).putInt((int) Math.max(1, d1)).array();
	}
}
