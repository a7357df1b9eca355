package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.volume.RoiVoxels;

/** The ROI's voxels as grey levels 1, 2, ...; what the matrices count. */
public final class GreyLevels {

	private GreyLevels() {}

	/** Discretises the voxels of a ROI as PyRadiomics does. */
	public static GreyLevels of(final RoiVoxels roi, final Binning binning) {
		throw new UnsupportedOperationException("not written yet");
	}
}
