package io.github.radiomicsnomogram.io;

import java.nio.ByteBuffer;

/** Voxels as files hold them. */
final class VoxelBytes {

	private VoxelBytes() {}

	/**
	 * @param bytes of a whole number; negative for those of a floating-point number
	 */
	static void put(final ByteBuffer b, final int bytes, final double v) {
		switch (bytes) {
			case 1 -> b.put((byte) v);
			case 2 -> b.putShort((short) v);
			case 4 -> b.putInt((int) v);
			case 8 -> b.putLong((long) v);
			case -4 -> b.putFloat((float) v);
			default -> b.putDouble(v);
		}
	}
}
