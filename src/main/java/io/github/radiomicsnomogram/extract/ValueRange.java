package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.volume.RoiVoxels;

/** Smallest and largest value of a ROI. */
record ValueRange(double lowest, double highest) {

	static ValueRange of(final RoiVoxels roi) {
		return new ValueRange(roi.minimum(), roi.maximum());
	}
}
