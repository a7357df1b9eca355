package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.volume.RoiVoxels;

/**
 * What every family computes from: the ROI's voxels and their grey levels, which are made once and shared.
 *
 * @param roi voxels
 * @param levels their grey levels; null for families of the outline, which don't look at them
 * @param texture settings of the matrices
 * @param voxelArrayShift added to the values for Energy, TotalEnergy and RootMeanSquared (PyRadiomics)
 * @param progress the caller's ear and brake; families call {@link Progress#check()} between parts
 */
public record FeatureInput(RoiVoxels roi, GreyLevels levels, TextureSettings texture, double voxelArrayShift,
	Progress progress)
{

	/** Default settings and no progress. */
	public static FeatureInput of(final RoiVoxels roi, final Binning binning) {
		return new FeatureInput(roi, GreyLevels.of(roi, binning), TextureSettings.DEFAULT, 0, Progress.NONE);
	}
}
