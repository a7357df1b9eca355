package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.volume.VoxelType;

/** What becomes of a double that a C program stores in an array of another type. */
final class CCasts {

	private CCasts() {}

	/**
	 * The number as the type holds it: fractions are cut off, what is too large wraps around. NaN and numbers beyond 32
	 * (64 for UINT32) bits, which C leaves open, become the sign bit as x86 processors have it.
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
			case UINT32 -> Double.isNaN(v) ? 0x80000000L : (long) v & 0xffffffffL;
		};
	}

	private static int toInt(final double v) {
		return v > Integer.MIN_VALUE - 1.0 && v < Integer.MAX_VALUE + 1.0 ? (int) v : Integer.MIN_VALUE;
	}
}
