package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.preprocess.Normalization;
import io.github.radiomicsnomogram.preprocess.Resampling;
import io.github.radiomicsnomogram.preprocess.Resegmentation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happens to image and ROI before filters and features, in this order; PyRadiomics' settings.
 *
 * @param normalization normalize, normalizeScale, removeOutliers
 * @param resampling resampledPixelSpacing, interpolator, padDistance
 * @param preCrop voxels around the ROI (padDistance) that remain of the image if it is cropped before filters; resampling
 *          crops anyway, so that this has no effect with it
 * @param resegmentation resegmentRange, resegmentMode
 * @param resegmentShape whether shape is that of the resegmented ROI too
 */
public record Preprocessing(Optional<Normalization> normalization, Optional<Resampling> resampling,
	OptionalInt preCrop, Optional<Resegmentation> resegmentation, boolean resegmentShape)
{

	/** PyRadiomics' padDistance. */
	public static final int DEFAULT_PAD = 5;

	/** Nothing: PyRadiomics' default. */
	public static final Preprocessing NONE = new Preprocessing(Optional.empty(), Optional.empty(), OptionalInt.empty(),
		Optional.empty(), false);

	/** Whether image and ROI stay as they are. */
	boolean isNothing() {
		return normalization.isEmpty() && resampling.isEmpty() && preCrop.isEmpty() && resegmentation.isEmpty();
	}

	/** The same with normalisation, or without. */
	public Preprocessing withNormalization(final Optional<Normalization> other) {
		return new Preprocessing(other, resampling, preCrop, resegmentation, resegmentShape);
	}

	/** The same with resampling, or without. */
	public Preprocessing withResampling(final Optional<Resampling> other) {
		return new Preprocessing(normalization, other, preCrop, resegmentation, resegmentShape);
	}

	/** The same with cropping before filters, or without. */
	public Preprocessing withPreCrop(final OptionalInt other) {
		return new Preprocessing(normalization, resampling, other, resegmentation, resegmentShape);
	}

	/** The same with resegmentation, or without. */
	public Preprocessing withResegmentation(final Optional<Resegmentation> other, final boolean shapeToo) {
		return new Preprocessing(normalization, resampling, preCrop, other, shapeToo);
	}
}
