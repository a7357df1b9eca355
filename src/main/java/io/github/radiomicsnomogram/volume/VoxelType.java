package io.github.radiomicsnomogram.volume;

/**
 * What a voxel was stored as, or what its physical values need. PyRadiomics computes bins, filters and resampling in
 * the type of the image, so the type is part of the input even where the voxels are read as doubles.
 */
public enum VoxelType {
		UINT8(true), INT8(true), UINT16(true), INT16(true), UINT32(true), INT32(true), FLOAT32(false), FLOAT64(false);

	private final boolean integer;

	VoxelType(final boolean integer) {
		this.integer = integer;
	}

	/** Whether the type holds whole numbers only. */
	public boolean isInteger() {
		return integer;
	}
}
