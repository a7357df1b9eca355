package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Centres the grey values at the mean of the whole image and divides them by its standard deviation (divisor n - 1);
 * then cuts outliers, then scales. PyRadiomics' settings normalize, normalizeScale and removeOutliers.
 *
 * @param scale factor at the end; PyRadiomics' default is 1
 * @param removeOutliers standard deviations from the mean at which values are cut; nothing to keep them
 */
public record Normalization(double scale, OptionalDouble removeOutliers) {

	private static final int MAX_VOXELS = Integer.MAX_VALUE - 8;

	/** @throws InputException if the factor or the cut is not a positive number */
	public Normalization {
		if (!(scale > 0) || Double.isInfinite(scale)) throw new InputException("normalizeScale " + scale +
			": must be a positive number.");
		if (removeOutliers.isPresent() && !(removeOutliers.getAsDouble() > 0)) throw new InputException("removeOutliers " +
			removeOutliers.getAsDouble() + ": must be a positive number of standard deviations.");
	}

	/**
	 * @param image to normalise; all its voxels count
	 * @param progress the caller's ear and brake
	 * @return values of type FLOAT64, without a unit
	 * @throws InputException if all voxels have one value, or one is not a number
	 */
	public Volume apply(final Volume image, final Progress progress) {
		final int slices = Math.toIntExact(image.geometry().size(2));
		final int slice = Math.toIntExact(image.geometry().voxels() / slices);
		if ((double) slices * slice > MAX_VOXELS) throw new InputException("Image '" + image.info().name() + "' has " + image
			.geometry().voxels() + " voxels, more than can be normalised at once. Crop it.");
		final double[] values = new double[slices * slice];
		final List<Integer> tasks = IntStream.range(0, slices).boxed().toList();
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<ImageSums> sums = executor.forEachApply(tasks, z -> {
			progress.check();
			System.arraycopy(VoxelArrays.doubles(image, slice(image, z)), 0, values, z * slice, slice);
			return ImageSums.of(values, z * slice, slice);
		});
		final ImageSums all = ImageSums.merge(sums);
		if (all.isFlat() || !(all.standardDeviation() > 0)) throw new InputException("Image '" + image.info().name() +
			"' can't be normalised: its values run from " + all.lowest() + " to " + all.highest() +
			" and have the standard deviation " + all.standardDeviation() +
			". Switch normalisation off, or use an image with contrast and without voxels that are not numbers.");
		executor.forEach(tasks, z -> normalize(values, z * slice, slice, all));
		progress.update(1, "Normalised");
		final ImageInfo info = image.info();
		return VoxelArrays.volume(values, image.geometry(), VoxelType.FLOAT64, new ImageInfo(info.name(), "", info.tags(),
			info.warnings()));
	}

	private static BoundingBox slice(final Volume image, final int z) {
		final BoundingBox box = image.geometry().box();
		return new BoundingBox(0, 0, z, box.x1(), box.y1(), z);
	}

	private void normalize(final double[] values, final int from, final int n, final ImageSums all) {
		final double shift = -all.mean(), factor = 1 / all.standardDeviation();
		final double limit = removeOutliers.orElse(Double.POSITIVE_INFINITY);
		for (int i = from; i < from + n; i++)
			values[i] = Math.max(-limit, Math.min(limit, (values[i] + shift) * factor)) * scale;
	}
}
