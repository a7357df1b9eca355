package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been read of a parameter file so far; starts from PyRadiomics' defaults. */
final class ParameterValues {

	double binWidth = 25;
	/** 0: bins have a width. */
	int binCount;
	int label = 1;
	List<Integer> distances = TextureSettings.DEFAULT.distances();
	boolean symmetricalGLCM = true;
	Optional<TextureSettings.Norm> weightingNorm = Optional.empty();
	int gldmA;
	boolean force2D;
	int force2DDimension;
	double voxelArrayShift;
	int minimumROIDimensions = RoiRules.DEFAULT.minimumROIDimensions();
	int minimumROISize = RoiRules.DEFAULT.minimumROISize();
	double geometryTolerance = RoiRules.DEFAULT.geometryTolerance();
	boolean additionalInfo = true;
	/** Where resampling was asked for, or null. */
	ParameterNode resampledPixelSpacing;
	boolean noInterpolator;
	final List<Feature> features = new ArrayList<>();
	final List<String> warnings = new ArrayList<>();

	ExtractionSettings settings() {
		final Binning binning = binCount > 0 ? new Binning.FixedCount(binCount) : new Binning.FixedWidth(binWidth);
		final TextureSettings texture = new TextureSettings(distances, symmetricalGLCM, weightingNorm, gldmA,
			force2D, force2DDimension);
		final RoiRules roi = new RoiRules(minimumROIDimensions, minimumROISize, geometryTolerance);
		return new ExtractionSettings(binning, label, texture, voxelArrayShift, roi, additionalInfo, features);
	}
}
