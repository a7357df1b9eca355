package io.github.radiomicsnomogram.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** From the bytes of a plane to its values. */
final class PixelDecoder {

	private PixelDecoder() {}

	/** The values of a plane in the smallest type that holds them all exactly. */
	sealed interface Plane permits Shorts, Ints, Doubles {}

	/** @param values x fastest */
	record Shorts(short[] values) implements Plane {

		int[] widened() {
			final int[] ints = new int[values.length];
			for (int i = 0; i < ints.length; i++)
				ints[i] = values[i];
			return ints;
		}
	}

	/** @param values x fastest */
	record Ints(int[] values) implements Plane {}

	/** @param values x fastest */
	record Doubles(double[] values) implements Plane {}

	/**
	 * Takes the bits that count, with their sign, and rescales. Bits above the high bit may hold old overlays, or zeros
	 * where a sign should be: they are masked off.
	 *
	 * @param raw bytes of the plane
	 * @param big whether the most significant byte of a pixel comes first
	 */
	static Plane decode(final byte[] raw, final boolean big, final PixelFormat format, final Rescale rescale) {
		final ByteBuffer bytes = ByteBuffer.wrap(raw).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		final int[] stored = stored(bytes, format);
		final boolean unsigned32 = format.stored() == 32 && !format.signed();
		if (!rescale.isExactInteger(format)) return scaled(stored, unsigned32, rescale);
		final long slope = (long) rescale.slope(), intercept = (long) rescale.intercept();
		int min = Integer.MAX_VALUE, max = Integer.MIN_VALUE;
		for (int i = 0; i < stored.length; i++) {
			final int v = (int) ((unsigned32 ? stored[i] & 0xFFFFFFFFL : stored[i]) * slope + intercept);
			stored[i] = v;
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		return min >= Short.MIN_VALUE && max <= Short.MAX_VALUE ? narrowed(stored) : new Ints(stored);
	}

	private static int[] stored(final ByteBuffer bytes, final PixelFormat format) {
		final int[] stored = new int[Math.toIntExact(format.pixels())];
		final int shift = format.highBit() + 1 - format.stored();
		final int mask = format.stored() == 32 ? -1 : (1 << format.stored()) - 1;
		// (v ^ sign) - sign spreads the sign bit upwards; with sign = 0 it does nothing.
		final int sign = format.signed() ? 1 << format.stored() - 1 : 0;
		switch (format.allocated()) {
			case 8 -> {
				for (int i = 0; i < stored.length; i++)
					stored[i] = ((bytes.get(i) & 0xFF) >>> shift & mask ^ sign) - sign;
			}
			case 16 -> {
				for (int i = 0; i < stored.length; i++)
					stored[i] = ((bytes.getShort(2 * i) & 0xFFFF) >>> shift & mask ^ sign) - sign;
			}
			default -> {
				for (int i = 0; i < stored.length; i++)
					stored[i] = (bytes.getInt(4 * i) >>> shift & mask ^ sign) - sign;
			}
		}
		return stored;
	}

	private static Shorts narrowed(final int[] values) {
		final short[] shorts = new short[values.length];
		for (int i = 0; i < shorts.length; i++)
			shorts[i] = (short) values[i];
		return new Shorts(shorts);
	}

	private static Doubles scaled(final int[] stored, final boolean unsigned32, final Rescale rescale) {
		final double[] values = new double[stored.length];
		for (int i = 0; i < values.length; i++)
			values[i] = (unsigned32 ? stored[i] & 0xFFFFFFFFL : stored[i]) * rescale.slope() + rescale.intercept();
		return new Doubles(values);
	}
}
