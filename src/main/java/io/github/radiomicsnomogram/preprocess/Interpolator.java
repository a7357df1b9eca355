package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How values between the voxels of an image are found, by the names and numbers of SimpleITK that PyRadiomics'
 * parameter files use. The mask is always resampled by {@link #NEAREST_NEIGHBOR}.
 */
public enum Interpolator {

		/** The nearest voxel, floor(x + 0.5) along each axis. */
		NEAREST_NEIGHBOR("sitkNearestNeighbor", 1),
		/** Trilinear between the 8 voxels around. */
		LINEAR("sitkLinear", 2),
		/** Cubic spline through all voxels, mirrored at the borders; PyRadiomics' default. */
		BSPLINE("sitkBSpline", 3),
		/** Weighted by a Gaussian of sigma 0.8 voxels, cut off at 3.2 voxels. */
		GAUSSIAN("sitkGaussian", 4),
		/** The value with most weight under a Gaussian of sigma 1 voxel, cut off at 1 voxel; for label images. */
		LABEL_GAUSSIAN("sitkLabelGaussian", 5),
		/** Sinc of radius 5 voxels, Hamming window. */
		HAMMING_WINDOWED_SINC("sitkHammingWindowedSinc", 6),
		/** Sinc of radius 5 voxels, cosine window. */
		COSINE_WINDOWED_SINC("sitkCosineWindowedSinc", 7),
		/** Sinc of radius 5 voxels, Welch (parabolic) window. */
		WELCH_WINDOWED_SINC("sitkWelchWindowedSinc", 8),
		/** Sinc of radius 5 voxels, Lanczos (sinc) window. */
		LANCZOS_WINDOWED_SINC("sitkLanczosWindowedSinc", 9),
		/** Sinc of radius 5 voxels, Blackman window. */
		BLACKMAN_WINDOWED_SINC("sitkBlackmanWindowedSinc", 10);

	private final String pyradiomicsName;
	private final int number;

	Interpolator(final String pyradiomicsName, final int number) {
		this.pyradiomicsName = pyradiomicsName;
		this.number = number;
	}

	/** The name in a parameter file, "sitkBSpline". */
	public String pyradiomicsName() {
		return pyradiomicsName;
	}

	/**
	 * The number in a parameter file, 1 to 10. SimpleITK 2.4 and later count the B-spline as 23 and know no 3; parameter
	 * files mean the 3 of older versions, and PyRadiomics' schema refuses numbers above 10.
	 */
	public int number() {
		return number;
	}

	/**
	 * The interpolator of a name or number of a parameter file.
	 *
	 * @param name "sitkBSpline", or the number as text, "3"
	 * @throws InputException if there is none; the message lists all
	 */
	public static Interpolator ofName(final String name) {
		for (final Interpolator i : values())
			if (i.pyradiomicsName.equals(name.trim()) || Integer.toString(i.number).equals(name.trim())) return i;
		throw new InputException("There is no interpolator '" + name + "'. Choose one of: " + Arrays.stream(values()).map(
			i -> i.pyradiomicsName + " (" + i.number + ")").collect(Collectors.joining(", ")) + ".");
	}
}
