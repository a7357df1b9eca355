package io.github.radiomicsnomogram.io.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Packs pictures as lossless JPEG, in the plainest way: all 17 classes of differences have codes of 5 bits. */
final class LosslessJpegEncoder {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private int pending;
	private int bits;

	/**
	 * @param samples row by row, of at most as many bits as the precision
	 * @param restart rows after which to restart; 0 for never
	 */
	static byte[] encode(final int[] samples, final int columns, final int precision, final int predictor,
		final int restart)
	{
		final LosslessJpegEncoder e = new LosslessJpegEncoder();
		final int rows = samples.length / columns;
		final ByteBuffer head = ByteBuffer.allocate(200).putShort((short) 0xFFD8).putShort((short) 0xFFFE).putShort((short) 5)
			.put(new byte[3]).putShort((short) 0xFFC3).putShort((short) 11).put((byte) precision).putShort((short) rows)
			.putShort((short) columns).put(new byte[] { 1, 1, 0x11, 0 });
		head.putShort((short) 0xFFC4).putShort((short) (2 + 17 + 17)).put((byte) 0).put(new byte[] { 0, 0, 0, 0, 17, 0, 0, 0, 0,
			0, 0, 0, 0, 0, 0, 0 });
		for (int size = 0; size <= 16; size++)
			head.put((byte) size);
		head.putShort((short) 0xFFDD).putShort((short) 4).putShort((short) (restart * columns));
		head.putShort((short) 0xFFDA).putShort((short) 8).put(new byte[] { 1, 1, 0, (byte) predictor, 0, 0 });
		e.out.write(head.array(), 0, head.position());
		for (int y = 0; y < rows; y++)
			e.row(samples, y, columns, precision, predictor, restart);
		e.flush();
		e.out.write(0xFF);
		e.out.write(0xD9);
		return e.out.toByteArray();
	}

	private void row(final int[] s, final int y, final int columns, final int precision, final int predictor,
		final int restart)
	{
		final boolean first = y == 0 || restart > 0 && y % restart == 0;
		if (first && y > 0) {
			flush();
			out.write(0xFF);
			out.write(0xD0 + (y / restart - 1) % 8);
		}
		for (int x = 0; x < columns; x++) {
			final int at = y * columns + x;
			final int a = x > 0 ? s[at - 1] : 0, b = first ? 0 : s[at - columns], c = x == 0 || first ? 0 : s[at - columns - 1];
			final int[] predicted = { 0, a, b, c, a + b - c, a + (b - c >> 1), b + (a - c >> 1), a + b >> 1 };
			final int expected = x == 0 ? first ? 1 << precision - 1 : b : first ? a : predicted[predictor];
			difference((short) (s[at] - expected));
		}
	}

	private void difference(final int d) {
		final int size = d == Short.MIN_VALUE ? 16 : 32 - Integer.numberOfLeadingZeros(Math.abs(d));
		put(size, 5);
		if (size > 0 && size < 16) put(d > 0 ? d : d + (1 << size) - 1, size);
	}

	private void put(final int value, final int n) {
		for (int i = n - 1; i >= 0; i--) {
			pending = pending << 1 | value >> i & 1;
			if (++bits == 8) flush();
		}
	}

	/** A byte; ones fill it up. */
	private void flush() {
		if (bits == 0) return;
		final int b = pending << 8 - bits | (1 << 8 - bits) - 1;
		out.write(b);
		if ((b & 0xFF) == 0xFF) out.write(0);
		bits = 0;
		pending = 0;
	}
}
