package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.volume.VoxelType;

/**
 * Brings real numbers into the pixel type of an image as itk::ResampleImageFilter does: held within the type's range,
 * then cut towards zero (integers) or rounded to single precision.
 */
final class PixelCast {

	private PixelCast() {}

	/** Casts values in place; each stays a double that the type can hold. */
	static void apply(final VoxelType type, final double[] values, final int from, final int to) {
		if (type == VoxelType.FLOAT64) return;
		final double low = lowest(type), high = highest(type);
		for (int i = from; i < to; i++) {
			final double v = values[i] <= low ? low : values[i] >= high ? high : values[i];
			values[i] = type == VoxelType.FLOAT32 ? (float) v : (long) v;
		}
	}

	private static double lowest(final VoxelType type) {
		return switch (type) {
			case UINT8, UINT16, UINT32 -> 0;
			case INT8 -> Byte.MIN_VALUE;
			case INT16 -> Short.MIN_VALUE;
			case INT32 -> Integer.MIN_VALUE;
			case FLOAT32 -> -Float.MAX_VALUE;
			case FLOAT64 -> -Double.MAX_VALUE;
		};
	}

	private static double highest(final VoxelType type) {
		return switch (type) {
			case UINT8 -> 0xFF;
			case UINT16 -> 0xFFFF;
			case UINT32 -> 0xFFFFFFFFL;
			case INT8 -> Byte.MAX_VALUE;
			case INT16 -> Short.MAX_VALUE;
			case INT32 -> Integer.MAX_VALUE;
			case FLOAT32 -> Float.MAX_VALUE;
			case FLOAT64 -> Double.MAX_VALUE;
		};
	}
}
