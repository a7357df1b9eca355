package io.github.radiomicsnomogram.io;

import java.io.IOException;
import java.io.InputStream;

/** Bytes written as pairs of hexadecimal digits; blanks and ends of lines don't count. */
final class HexVoxels extends InputStream {

	private final InputStream in;
	private final Refusal refusal;

	/**
	 * @param in the digits; buffered
	 * @param refusal tells the user of what is no digit
	 */
	HexVoxels(final InputStream in, final Refusal refusal) {
		this.in = in;
		this.refusal = refusal;
	}

	@Override
	public int read() throws IOException {
		final int high = digit();
		final int low = high < 0 ? -1 : digit();
		return low < 0 ? -1 : high << 4 | low;
	}

	@Override
	public int read(final byte[] target, final int offset, final int length) throws IOException {
		int n = 0;
		for (int b = 0; n < length && (b = read()) >= 0; n++)
			target[offset + n] = (byte) b;
		return n == 0 && length > 0 ? -1 : n;
	}

	private int digit() throws IOException {
		int c = in.read();
		while (c >= 0 && c <= ' ')
			c = in.read();
		if (c < 0) return -1;
		final int digit = Character.digit(c, 16);
		if (digit < 0) throw refusal.bad("has '" + (char) c + "' among its voxels where a hexadecimal digit belongs",
			"Export it again.");
		return digit;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
