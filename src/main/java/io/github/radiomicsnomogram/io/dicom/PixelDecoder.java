package io.github.radiomicsnomogram.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * From the bytes of a plane to its values: takes the bits that count, with their sign, and rescales. Bits above the high
 * bit may hold old overlays, or zeros where a sign should be: they are masked off.
 */
final class PixelDecoder {

	private final ByteBuffer bytes;
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
		pixels = Math.toIntExact(format.pixels());
		allocated = format.allocated();
		shift = format.highBit() + 1 - format.stored();
		mask = format.stored() == 32 ? -1 : (1 << format.stored()) - 1;
		sign = format.signed() ? 1 << format.stored() - 1 : 0;
		unsigned32 = format.stored() == 32 && !format.signed();
		this.rescale = rescale;
	}

	private long stored(final int i) {
		final int raw = switch (allocated) {
			case 8 -> bytes.get(i) & 0xFF;
			case 16 -> bytes.getShort(2 * i) & 0xFFFF;
			default -> bytes.getInt(4 * i);
		};
		final int value = (raw >>> shift & mask ^ sign) - sign;
		return unsigned32 ? value & 0xFFFFFFFFL : value;
	}

	/**
	 * Puts the values into an array, x fastest; slope and intercept must be whole numbers.
	 *
	 * @return false if a value doesn't fit in 16 bits
	 */
	boolean into(final short[] to, final int offset) {
		final long slope = (long) rescale.slope(), intercept = (long) rescale.intercept();
		boolean fits = true;
		for (int i = 0; i < pixels; i++) {
			final long value = stored(i) * slope + intercept;
			to[offset + i] = (short) value;
			fits &= value == (short) value;
		}
		return fits;
	}

	/** The same for values of which {@link Rescale#isExactInteger} says that they fit in 32 bits. */
	boolean into(final int[] to, final int offset) {
		final long slope = (long) rescale.slope(), intercept = (long) rescale.intercept();
		for (int i = 0; i < pixels; i++)
			to[offset + i] = (int) (stored(i) * slope + intercept);
		return true;
	}

	/** The same for any slope and intercept. */
	boolean into(final double[] to, final int offset) {
		for (int i = 0; i < pixels; i++)
			to[offset + i] = stored(i) * rescale.slope() + rescale.intercept();
		return true;
	}
}
