package io.github.radiomicsnomogram.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/**
 * From the bytes of a plane to its values: takes the bits that count, with their sign, and rescales. Bits above the high
 * bit may hold old overlays, or zeros where a sign should be: they are masked off.
 * <p>
 * Works through short stretches of the plane in plain array loops, which are fast from the first plane on.
 */
final class PixelDecoder {

	private static final int STRETCH = 4096;

	private final int[] stored = new int[STRETCH];
	private final short[] words = new short[STRETCH];
	private final ByteBuffer bytes;
	private final ShortBuffer shorts;
	private final IntBuffer ints;
	private final int pixels;
	private final int allocated;
	private final int shift;
	private final int mask;
	/** (v ^ sign) - sign spreads the sign bit upwards; with 0 it does nothing. */
	private final int sign;
	private final boolean unsigned32;
	private final Rescale rescale;

	/**
	 * @param raw bytes of the plane; may be longer
	 * @param big whether the most significant byte of a pixel comes first
	 */
	PixelDecoder(final byte[] raw, final boolean big, final PixelFormat format, final Rescale rescale) {
		bytes = ByteBuffer.wrap(raw).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		shorts = bytes.asShortBuffer();
		ints = bytes.asIntBuffer();
		pixels = Math.toIntExact(format.pixels());
		allocated = format.allocated();
		shift = format.highBit() + 1 - format.stored();
		mask = format.stored() == 32 ? -1 : (1 << format.stored()) - 1;
		sign = format.signed() ? 1 << format.stored() - 1 : 0;
		unsigned32 = format.stored() == 32 && !format.signed();
		this.rescale = rescale;
	}

	/** Fills the stretch that begins at a pixel with stored numbers; unsigned 32-bit ones wrap. */
	private int fill(final int from) {
		final int n = Math.min(STRETCH, pixels - from);
		// Bits above the allocated ones, which come from a sign, are masked off with the rest.
		switch (allocated) {
			case 8 -> {
				for (int i = 0; i < n; i++)
					stored[i] = (bytes.get(from + i) >>> shift & mask ^ sign) - sign;
			}
			case 16 -> {
				shorts.get(from, words, 0, n);
				for (int i = 0; i < n; i++)
					stored[i] = (words[i] >>> shift & mask ^ sign) - sign;
			}
			default -> {
				ints.get(from, stored, 0, n);
				for (int i = 0; i < n; i++)
					stored[i] = (stored[i] >>> shift & mask ^ sign) - sign;
			}
		}
		return n;
	}

	/** The lowest and the highest value, as {@link #into(double[], int)} gives them. */
	double[] range() {
		final int[] range = { Integer.MAX_VALUE, Integer.MIN_VALUE };
		// With the first bit turned, unsigned 32-bit numbers are ordered as signed ones.
		final int turn = unsigned32 ? Integer.MIN_VALUE : 0;
		for (int from = 0; from < pixels; from += STRETCH)
			if (allocated == 16 && shift == 0) widenByWords(from, range);
			else widen(fill(from), turn, range);
		final double a = rescaled(range[0] ^ turn), b = rescaled(range[1] ^ turn);
		return new double[] { Math.min(a, b), Math.max(a, b) };
	}

	private void widen(final int n, final int turn, final int[] range) {
		int low = range[0], high = range[1];
		for (int i = 0; i < n; i++) {
			final int v = stored[i] ^ turn;
			if (v < low) low = v;
			if (v > high) high = v;
		}
		range[0] = low;
		range[1] = high;
	}

	/** The same for most images, in one pass. */
	private void widenByWords(final int from, final int[] range) {
		final int n = Math.min(STRETCH, pixels - from);
		shorts.get(from, words, 0, n);
		int low = range[0], high = range[1];
		for (int i = 0; i < n; i++) {
			final int v = (words[i] & mask ^ sign) - sign;
			if (v < low) low = v;
			if (v > high) high = v;
		}
		range[0] = low;
		range[1] = high;
	}

	private double rescaled(final int number) {
		return (unsigned32 ? number & 0xFFFFFFFFL : number) * rescale.slope() + rescale.intercept();
	}

	/**
	 * Puts the values into an array, x fastest. Slope and intercept must be such that {@link Rescale#isExactInteger}; then
	 * 32-bit arithmetic gives the values even where an intermediate result wraps.
	 *
	 * @return false if a value doesn't fit in 16 bits
	 */
	boolean into(final short[] to, final int offset) {
		final int slope = (int) (long) rescale.slope(), intercept = (int) (long) rescale.intercept();
		int lost = 0;
		if (allocated == 16 && shift == 0 && slope == 1) {
			final int bias = intercept - sign;
			shorts.get(0, to, offset, pixels);
			for (int i = offset; i < offset + pixels; i++) {
				final int value = (to[i] & mask ^ sign) + bias;
				to[i] = (short) value;
				lost |= value ^ (short) value;
			}
			return lost == 0;
		}
		for (int from = 0; from < pixels; from += STRETCH) {
			final int n = fill(from), at = offset + from;
			for (int i = 0; i < n; i++) {
				final int value = stored[i] * slope + intercept;
				to[at + i] = (short) value;
				lost |= value ^ (short) value;
			}
		}
		return lost == 0;
	}

	/** The same with 32 bits, in which all such values fit. */
	boolean into(final int[] to, final int offset) {
		final int slope = (int) (long) rescale.slope(), intercept = (int) (long) rescale.intercept();
		for (int from = 0; from < pixels; from += STRETCH) {
			final int n = fill(from), at = offset + from;
			for (int i = 0; i < n; i++)
				to[at + i] = stored[i] * slope + intercept;
		}
		return true;
	}

	/** The same for any slope and intercept. */
	boolean into(final double[] to, final int offset) {
		for (int from = 0; from < pixels; from += STRETCH) {
			final int n = fill(from), at = offset + from;
			for (int i = 0; i < n; i++)
				to[at + i] = rescaled(stored[i]);
		}
		return true;
	}
}
