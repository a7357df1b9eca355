package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

/**
 * What is known of an image and a ROI beside the features: the input of {@link Applicability}, and what tables name.
 *
 * @param info name, unit, tags of the image
 * @param geometry grid
 * @param roiName name of the ROI
 * @param voxels in the ROI
 * @param slices along z that the ROI's box spans
 * @param roiMin smallest value in the ROI
 * @param roiMax largest value in the ROI
 * @param airVoxels in the ROI below the model's limit
 * @param boneVoxels in the ROI above the model's limit
 * @param sampledMin smallest of some values of the whole image, padding outside the scanner's circle apart
 * @param sampledMax largest of them
 */
public record ImageFacts(ImageInfo info, Geometry geometry, String roiName, long voxels, int slices, double roiMin,
	double roiMax, long airVoxels, long boneVoxels, double sampledMin, double sampledMax)
{

	private static final int SAMPLES_IN_PLANE = 48;
	private static final int SAMPLES_ALONG_Z = 12;
	/** Scanners fill what lies outside their circle with one value, -2000 or -3024 HU: no sign of wrong values. */
	private static final double PADDING_BELOW = -1100;

	/**
	 * Looks at an image and a ROI. Reads the ROI's box, and at most 48 x 48 x 12 voxels of the whole image.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if they lie on different grids or a ROI voxel is not finite
	 */
	public static ImageFacts of(final Volume volume, final Mask mask, final RoiLimits limits) {
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		long air = 0, bone = 0;
		for (final double v : new RoiVoxels(volume, mask).values()) {
			min = Math.min(min, v);
			max = Math.max(max, v);
			if (v < limits.airBelow()) air++;
			if (v > limits.boneAbove()) bone++;
		}
		final double[] sampled = sample(volume);
		return new ImageFacts(volume.info(), volume.geometry(), mask.name(), mask.voxelCount(), mask.box().size(2), min,
			max, air, bone, Math.min(min, sampled[0]), Math.max(max, sampled[1]));
	}

	private static double[] sample(final Volume volume) {
		final RandomAccess<? extends RealType<?>> access = volume.voxels().randomAccess();
		final long[] size = volume.geometry().size();
		final long nx = Math.min(SAMPLES_IN_PLANE, size[0]), ny = Math.min(SAMPLES_IN_PLANE, size[1]);
		final long nz = Math.min(SAMPLES_ALONG_Z, size[2]);
		final Lowest lowest = new Lowest();
		double max = Double.NEGATIVE_INFINITY;
		for (long k = 0; k < nz; k++)
			for (long j = 0; j < ny; j++)
				for (long i = 0; i < nx; i++) {
					access.setPosition(spread(i, nx, size[0]), 0);
					access.setPosition(spread(j, ny, size[1]), 1);
					access.setPosition(spread(k, nz, size[2]), 2);
					final double v = access.get().getRealDouble();
					lowest.add(v);
					if (v > max) max = v;
				}
		return new double[] { lowest.withoutPadding(), max };
	}

	/** The smallest value that is not padding. */
	private static final class Lowest {

		private double first = Double.POSITIVE_INFINITY;
		private double second = Double.POSITIVE_INFINITY;

		void add(final double v) {
			if (v < first) {
				second = first;
				first = v;
			}
			else if (v > first && v < second) second = v;
		}

		double withoutPadding() {
			return first < PADDING_BELOW && Double.isFinite(second) ? second : first;
		}
	}

	/** Position of sample {@code i} of {@code n}, from the first voxel to the last. */
	private static long spread(final long i, final long n, final long size) {
		return n == 1 ? size / 2 : i * (size - 1) / (n - 1);
	}

	/** Volume of the ROI in cubic mm. */
	public double volume() {
		return voxels * geometry.voxelVolume();
	}
}
