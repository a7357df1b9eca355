package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * What is used of the header of a NIfTI-1 or NIfTI-2 file.
 *
 * @param file for messages
 * @param version 1 or 2
 * @param single whether the voxels follow in the same file (else they are in an .img file)
 * @param order of bytes, header and voxels
 * @param dim number of axes, then samples along each
 * @param datatype code of the voxels' type
 * @param pixdim qfac, then the sample distance along each axis; float numbers in version 1
 * @param voxOffset of the first voxel, in bytes, uncompressed
 * @param slope of the voxels' physical values; 0 or not finite for none
 * @param intercept of the voxels' physical values
 * @param units code of the units of space and time
 * @param qform code and the six numbers of the quaternion form: b, c, d, x, y, z
 * @param sform code and the twelve numbers of the affine form, row by row
 * @see <a href="https://nifti.nimh.nih.gov/">NIfTI-1 and NIfTI-2 data format</a>
 */
record NiftiHeader(Path file, int version, boolean single, ByteOrder order, long[] dim, int datatype, double[] pixdim,
	long voxOffset, double slope, double intercept, int units, Form qform, Form sform)
{

	/** A coordinate transform: code (0 for none) and numbers. */
	record Form(int code, double[] numbers) {}

	private static final int SIZE_1 = 348, SIZE_2 = 540;

	static NiftiHeader read(final Path file) throws IOException {
		try (InputStream in = open(file)) {
			final byte[] bytes = in.readNBytes(SIZE_2);
			if (bytes.length < SIZE_1) throw bad(file, "is truncated: its header has " + bytes.length + " of " + SIZE_1 +
				" bytes", "Copy or export it again.");
			final ByteBuffer b = ByteBuffer.wrap(bytes);
			for (final ByteOrder order : new ByteOrder[] { ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN }) {
				b.order(order);
				if (b.getInt(0) == SIZE_1) return version1(file, b);
				if (b.getInt(0) == SIZE_2 && bytes.length == SIZE_2) return version2(file, b);
			}
			throw bad(file, "is no NIfTI file: its header size is neither " + SIZE_1 + " nor " + SIZE_2,
				"Check which file this is.");
		}
	}

	/** The file's content, unpacked if it is packed with gzip, whatever its name says. */
	static InputStream open(final Path file) throws IOException {
		final InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
		return isGzip(file) ? new GZIPInputStream(in, 1 << 16) : in;
	}

	static boolean isGzip(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final byte[] head = in.readNBytes(2);
			return head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
		}
	}

	InputException bad(final String what, final String advice) {
		return bad(file, what, advice);
	}

	private static InputException bad(final Path file, final String what, final String advice) {
		return new InputException("NIfTI file '" + file + "' " + what + ". " + advice);
	}

	private static NiftiHeader version1(final Path file, final ByteBuffer b) {
		final String magic = magic(b, 344);
		if (!magic.equals("n+1") && !magic.equals("ni1")) throw bad(file,
			"is an ANALYZE 7.5 header: it doesn't say how the image lies in the patient",
			"Convert it to NIfTI with the program that wrote it.");
		final long[] dim = new long[8];
		final double[] pixdim = new double[8];
		for (int i = 0; i < 8; i++) {
			dim[i] = b.getShort(40 + 2 * i);
			pixdim[i] = b.getFloat(76 + 4 * i);
		}
		final Form qform = new Form(b.getShort(252), floats(b, 256, 6));
		final Form sform = new Form(b.getShort(254), floats(b, 280, 12));
		return new NiftiHeader(file, 1, magic.equals("n+1"), b.order(), dim, b.getShort(70), pixdim, (long) b.getFloat(108), b
			.getFloat(112), b.getFloat(116), b.get(123), qform, sform);
	}

	private static NiftiHeader version2(final Path file, final ByteBuffer b) {
		final String magic = magic(b, 4);
		if (!magic.equals("n+2") && !magic.equals("ni2")) throw bad(file, "is no NIfTI-2 file: its magic is missing",
			"Check which file this is.");
		final long[] dim = new long[8];
		for (int i = 0; i < 8; i++)
			dim[i] = b.getLong(16 + 8 * i);
		final Form qform = new Form(b.getInt(344), doubles(b, 352, 6));
		final Form sform = new Form(b.getInt(348), doubles(b, 400, 12));
		return new NiftiHeader(file, 2, magic.equals("n+2"), b.order(), dim, b.getShort(12), doubles(b, 104, 8), b.getLong(
			168), b.getDouble(176), b.getDouble(184), b.getInt(500), qform, sform);
	}

	private static String magic(final ByteBuffer b, final int at) {
		return new String(Arrays.copyOfRange(b.array(), at, at + 3), StandardCharsets.ISO_8859_1);
	}

	private static double[] floats(final ByteBuffer b, final int at, final int n) {
		final double[] values = new double[n];
		for (int i = 0; i < n; i++)
			values[i] = b.getFloat(at + 4 * i);
		return values;
	}

	private static double[] doubles(final ByteBuffer b, final int at, final int n) {
		final double[] values = new double[n];
		for (int i = 0; i < n; i++)
			values[i] = b.getDouble(at + 8 * i);
		return values;
	}
}
