package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;

/**
 * What the features of an image depend on beside its voxels; each image type may have its own.
 *
 * @param binning binWidth or binCount
 * @param texture settings of the matrices
 * @param voxelArrayShift added to the values for Energy, TotalEnergy and RootMeanSquared
 */
public record FeatureSettings(Binning binning, TextureSettings texture, double voxelArrayShift) {

	/** PyRadiomics' defaults: binWidth 25, neighbours at distance 1 in space, no shift. */
	public static final FeatureSettings DEFAULT = new FeatureSettings(Binning.DEFAULT, TextureSettings.DEFAULT, 0);

	/** The same with other bins. */
	public FeatureSettings withBinning(final Binning other) {
		return new FeatureSettings(other, texture, voxelArrayShift);
	}

	/** The same with other settings of the matrices. */
	public FeatureSettings withTexture(final TextureSettings other) {
		return new FeatureSettings(binning, other, voxelArrayShift);
	}
}
