package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.volume.Volume;

/**
 * A feature of each voxel's neighbourhood, as an image: PyRadiomics' voxel-based features.
 *
 * @param column PyRadiomics' column name, "original_glcm_Correlation"
 * @param feature the registry's row
 * @param volume the values, double precision, on the grid of the ROI's box with room for kernels as far as the image
 *          goes; initValue outside the ROI, NaN where the feature has no value; its info holds the column as the name and
 *          the feature's unit
 * @param minimum smallest value in the ROI; NaN if there is none
 * @param maximum largest value in the ROI; NaN if there is none
 * @param withoutValue number of the ROI's voxels that have no value
 * @param reason why these have none; "" if all have one
 */
public record FeatureMap(String column, Feature feature, Volume volume, double minimum, double maximum,
	long withoutValue, String reason)
{

	/** Unit of the values in words, "" for a pure number. */
	public String unit() {
		return volume.info().valueUnit();
	}
}
