package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.VoxelType;

/** How a file stores a voxel. 64-bit integers are read as 32-bit ones, if they fit. */
enum StoredType {
		UINT8(1, VoxelType.UINT8), INT8(1, VoxelType.INT8), UINT16(2, VoxelType.UINT16), INT16(2, VoxelType.INT16), //
		UINT32(4, VoxelType.UINT32), INT32(4, VoxelType.INT32), UINT64(8, VoxelType.UINT32), INT64(8, VoxelType.INT32), //
		FLOAT32(4, VoxelType.FLOAT32), FLOAT64(8, VoxelType.FLOAT64);

	private final int bytes;
	private final VoxelType type;

	StoredType(final int bytes, final VoxelType type) {
		this.bytes = bytes;
		this.type = type;
	}

	/** Bytes per voxel in the file. */
	int bytes() {
		return bytes;
	}

	/** Whether it can store a whole number; 64-bit types store all. */
	boolean holds(final long v) {
		return switch (this) {
			case UINT8 -> v >= 0 && v <= 0xff;
			case INT8 -> v == (byte) v;
			case UINT16 -> v >= 0 && v <= 0xffff;
			case INT16 -> v == (short) v;
			case UINT32 -> v >= 0 && v <= 0xffffffffL;
			case INT32 -> v == (int) v;
			default -> true;
		};
	}

	/** Type of the image in memory. */
	VoxelType type() {
		return type;
	}
}
