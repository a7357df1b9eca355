package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.util.List;

/**
 * How to extract: PyRadiomics' settings, under its names. Immutable.
 *
 * @param binning binWidth or binCount
 * @param label of the ROI in a label image
 * @param texture settings of the matrices
 * @param voxelArrayShift added to the values for Energy, TotalEnergy and RootMeanSquared
 * @param roi which ROIs are refused
 * @param additionalInfo whether to describe image and ROI in full, with checksums and statistics of the whole image:
 *          PyRadiomics' diagnostics columns
 * @param features what to compute; columns come in this order, family by family, shape first
 */
public record ExtractionSettings(Binning binning, int label, TextureSettings texture, double voxelArrayShift,
	RoiRules roi, boolean additionalInfo, List<Feature> features)
{

	public ExtractionSettings {
		features = List.copyOf(features);
	}

	/** PyRadiomics' defaults: binWidth 25, label 1, every feature that is not deprecated, full description. */
	public static ExtractionSettings defaults() {
		return new ExtractionSettings(Binning.DEFAULT, 1, TextureSettings.DEFAULT, 0, RoiRules.DEFAULT, true,
			FeatureRegistry.DEFAULT.features().stream().filter(f -> !f.deprecated()).toList());
	}

	/** The same with other bins. */
	public ExtractionSettings withBinning(final Binning other) {
		return new ExtractionSettings(other, label, texture, voxelArrayShift, roi, additionalInfo, features);
	}

	/** The same for another label. */
	public ExtractionSettings withLabel(final int other) {
		return new ExtractionSettings(binning, other, texture, voxelArrayShift, roi, additionalInfo, features);
	}

	/** The same with other settings of the matrices. */
	public ExtractionSettings withTexture(final TextureSettings other) {
		return new ExtractionSettings(binning, label, other, voxelArrayShift, roi, additionalInfo, features);
	}

	/** The same with or without the full description of image and ROI, which reads the whole image once. */
	public ExtractionSettings withAdditionalInfo(final boolean other) {
		return new ExtractionSettings(binning, label, texture, voxelArrayShift, roi, other, features);
	}

	/** The same with other features. */
	public ExtractionSettings withFeatures(final List<Feature> other) {
		return new ExtractionSettings(binning, label, texture, voxelArrayShift, roi, additionalInfo, other);
	}
}
