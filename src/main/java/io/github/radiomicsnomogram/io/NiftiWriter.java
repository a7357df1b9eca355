package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Writes images and masks as NIfTI-1, packed if the name ends in .gz, in the voxels' own type and without slope. The
 * grid is given by qform and sform alike, as scanner coordinates; NIfTI-1 keeps its numbers in single precision.
 *
 * @see <a href="https://nifti.nimh.nih.gov/nifti-1">NIfTI-1 data format</a>
 */
public final class NiftiWriter {

	private static final int HEADER = 348, OFFSET = 352;
	private static final short SCANNER = 1;
	private static final int LARGEST = Short.MAX_VALUE;

	private NiftiWriter() {}

	/**
	 * Writes an image in its own type.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if the file can't be written, or an axis is longer than 32767
	 */
	public static void write(final Volume volume, final Path file) {
		write(file, VoxelWriter.of(volume));
	}

	/**
	 * Writes a ROI as a label image of its whole grid: 1 inside, 0 outside.
	 *
	 * @throws io.github.radiomicsnomogram.InputException as {@link #write(Volume, Path)}
	 */
	public static void write(final Mask mask, final Path file) {
		write(file, VoxelWriter.of(mask));
	}

	private static void write(final Path file, final VoxelWriter voxels) {
		final Geometry geometry = voxels.geometry();
		for (int d = 0; d < 3; d++)
			if (geometry.size(d) > LARGEST) throw new InputException("Can't write '" + file +
				"': NIfTI-1 has at most " + LARGEST + " voxels along an axis, the image has " + geometry.size(d) +
				". Write it as .nrrd.");
		final boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
		AtomicFiles.write(file, out -> {
			final OutputStream data = packed ? new GZIPOutputStream(out, 1 << 16) : out;
			data.write(header(voxels));
			voxels.writeTo(data, ByteOrder.LITTLE_ENDIAN);
			if (data instanceof GZIPOutputStream gzip) gzip.finish();
		});
	}

	private static byte[] header(final VoxelWriter voxels) {
		final Geometry g = voxels.geometry();
		final ByteBuffer b = ByteBuffer.allocate(OFFSET).order(ByteOrder.LITTLE_ENDIAN);
		b.putInt(0, HEADER).putShort(40, (short) 3);
		for (int d = 0; d < 7; d++)
			b.putShort(42 + 2 * d, (short) (d < 3 ? g.size(d) : 1));
		b.putShort(70, code(voxels.type())).putShort(72, (short) (8 * voxels.bytes()));
		final double[] m = toRas(g.direction()), o = g.origin();
		final double handed = determinant(m) < 0 ? -1 : 1;
		b.putFloat(76, (float) handed);
		for (int d = 0; d < 3; d++)
			b.putFloat(80 + 4 * d, (float) g.spacing(d));
		b.putFloat(108, OFFSET).put(123, (byte) 2).putShort(252, SCANNER).putShort(254, SCANNER);
		final double[] q = quaternion(m, handed), place = { -o[0], -o[1], o[2] };
		for (int d = 0; d < 3; d++) {
			b.putFloat(256 + 4 * d, (float) q[d]).putFloat(268 + 4 * d, (float) (place[d] + 0.0));
			for (int axis = 0; axis < 3; axis++)
				b.putFloat(280 + 16 * d + 4 * axis, (float) (m[3 * d + axis] * g.spacing(axis)));
			b.putFloat(292 + 16 * d, (float) (place[d] + 0.0));
		}
		b.position(344);
		b.put("n+1\0".getBytes(StandardCharsets.US_ASCII));
		return b.array();
	}

	/** LPS to RAS. */
	private static double[] toRas(final double[] direction) {
		final double[] m = direction.clone();
		for (int i = 0; i < 6; i++)
			m[i] = 0.0 - m[i];
		return m;
	}

	private static double determinant(final double[] m) {
		return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
	}

	/**
	 * b, c, d of the unit quaternion with a >= 0 of a rotation, whose third axis is turned round for left-handed grids.
	 * The largest of the four is found first, so that nothing is divided by a small number.
	 */
	private static double[] quaternion(final double[] m, final double handed) {
		final double zx = m[2] * handed, zy = m[5] * handed, zz = m[8] * handed;
		final double[] squares = { 1 + m[0] + m[4] + zz, 1 + m[0] - m[4] - zz, 1 - m[0] + m[4] - zz, 1 - m[0] - m[4] + zz };
		int k = 0;
		for (int i = 1; i < 4; i++)
			if (squares[i] > squares[k]) k = i;
		final double twice = Math.sqrt(squares[k]), half = 0.5 / twice;
		final double ab = (m[7] - zy) * half, ac = (zx - m[6]) * half, ad = (m[3] - m[1]) * half;
		final double bc = (m[3] + m[1]) * half, bd = (m[6] + zx) * half, cd = (m[7] + zy) * half, own = twice / 2;
		final double a = k == 0 ? own : k == 1 ? ab : k == 2 ? ac : ad;
		final double[] q = k == 0 ? new double[] { ab, ac, ad } : k == 1 ? new double[] { own, bc, bd } : k == 2
			? new double[] { bc, own, cd } : new double[] { bd, cd, own };
		if (a < 0) for (int i = 0; i < 3; i++)
			q[i] = -q[i];
		return q;
	}

	private static short code(final VoxelType type) {
		return switch (type) {
			case UINT8 -> 2;
			case INT16 -> 4;
			case INT32 -> 8;
			case FLOAT32 -> 16;
			case FLOAT64 -> 64;
			case INT8 -> 256;
			case UINT16 -> 512;
			case UINT32 -> 768;
		};
	}
}
