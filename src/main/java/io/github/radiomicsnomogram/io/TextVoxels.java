package io.github.radiomicsnomogram.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Voxels written as decimal numbers between blanks or commas, as bytes, high byte first. */
final class TextVoxels extends InputStream {

	private static final int LONGEST = 512;

	private final InputStream in;
	private final StoredType type;
	private final Refusal refusal;
	private final ByteBuffer number = ByteBuffer.allocate(Double.BYTES);

	/**
	 * @param in the text; buffered
	 * @param type of the voxels
	 * @param refusal tells the user of a word that is no number
	 */
	TextVoxels(final InputStream in, final StoredType type, final Refusal refusal) {
		this.in = in;
		this.type = type;
		this.refusal = refusal;
		number.limit(0);
	}

	@Override
	public int read() throws IOException {
		return number.hasRemaining() || next() ? number.get() & 0xff : -1;
	}

	@Override
	public int read(final byte[] target, final int offset, final int length) throws IOException {
		int n = 0;
		while (n < length && (number.hasRemaining() || next())) {
			final int part = Math.min(length - n, number.remaining());
			number.get(target, offset + n, part);
			n += part;
		}
		return n == 0 && length > 0 ? -1 : n;
	}

	private boolean next() throws IOException {
		final StringBuilder word = new StringBuilder();
		int c = in.read();
		while (c >= 0 && (isBlank(c) ? word.isEmpty() : word.length() < LONGEST)) {
			if (!isBlank(c)) word.append((char) c);
			c = in.read();
		}
		if (word.isEmpty()) return false;
		number.clear();
		put(word.toString());
		number.flip();
		return true;
	}

	private static boolean isBlank(final int c) {
		return c <= ' ' || c == ',';
	}

	private void put(final String word) {
		try {
			if (type == StoredType.FLOAT32) number.putFloat((float) number(word));
			else if (type == StoredType.FLOAT64) number.putDouble(number(word));
			else {
				final long v = type == StoredType.UINT64 ? Long.parseUnsignedLong(word) : Long.parseLong(word);
				if (!type.holds(v)) throw new NumberFormatException();
				switch (type.bytes()) {
					case 1 -> number.put((byte) v);
					case 2 -> number.putShort((short) v);
					case 4 -> number.putInt((int) v);
					default -> number.putLong(v);
				}
			}
		}
		catch (final NumberFormatException e) {
			throw refusal.bad("has '" + (word.length() > 40 ? word.substring(0, 40) + "..." : word) +
				"' among its voxels where a number of type " + type.name().toLowerCase(Locale.ROOT) + " belongs",
				"Export it again.");
		}
	}

	private static double number(final String word) {
		final String w = word.toLowerCase(Locale.ROOT);
		if (w.matches("[+-]?nan.*")) return Double.NaN;
		if (w.matches("[+-]?inf(inity)?")) return w.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
		return Double.parseDouble(w);
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
