package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.volume.VoxelType;

/** What becomes of a double that a C program stores in an array of another type. */
final class CCasts {

	private CCasts() {}

	/**
	 * The number as the type holds it: fractions are cut off; what is too large for 8 or 16 bits wraps around. C leaves open what
	 * becomes of NaN and of numbers beyond 32 bits; here it is what vector instructions of x86 processors make of them:
	 * the sign bit alone, but 0 from 2^32 on in UINT32.
	 */
	static double cast(final double v, final VoxelType type) {
		return switch (type) {
			case FLOAT64 -> v;
			case FLOAT32 -> (float) v;
			case INT32 -> toInt(v);
			case INT16 -> (short) toInt(v);
			case INT8 -> (byte) toInt(v);
			case UINT16 -> toInt(v) & 0xffff;
			case UINT8 -> toInt(v) & 0xff;
			case UINT32 -> toUnsigned(v);
		};
	}

	private static double toUnsigned(final double v) {
		if (v >= 0x1p32) return 0;
		return v > Integer.MIN_VALUE - 1.0 ? (long) v & 0xffffffffL : 0x80000000L;
	}

	private static int toInt(final double v) {
		return v > Integer.MIN_VALUE - 1.0 && v < Integer.MAX_VALUE + 1.0 ? (int) v : Integer.MIN_VALUE;
	}
}
