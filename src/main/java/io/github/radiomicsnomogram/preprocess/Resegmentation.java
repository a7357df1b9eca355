package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;
import java.util.List;

/**
 * Takes voxels out of a ROI whose grey values lie out of a range: PyRadiomics' resegmentRange and resegmentMode.
 *
 * @param range the lower bound, or the lower and the upper bound, in the mode's unit, in any order; bounds belong to it
 * @param mode what the numbers mean
 */
public record Resegmentation(List<Double> range, Mode mode) {

	/** What the numbers of the range mean. */
	public enum Mode {
			/** Grey values. */
			ABSOLUTE,
			/** Shares of the ROI's greatest grey value. */
			RELATIVE,
			/** Standard deviations (divisor n) from the ROI's mean. */
			SIGMA;

		/** @throws InputException if there is no such mode; the message lists all */
		public static Mode ofName(final String name) {
			return Arrays.stream(values()).filter(m -> m.pyradiomicsName().equals(name)).findFirst().orElseThrow(
				() -> new InputException("There is no resegmentMode '" + name + "'. Choose absolute, relative or sigma."));
		}

		/** The name in a parameter file: "absolute", "relative" or "sigma". */
		public String pyradiomicsName() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}

	/** @throws InputException if there are not one or two bounds */
	public Resegmentation {
		range = List.copyOf(range);
		if (range.isEmpty() || range.size() > 2) throw new InputException("resegmentRange " + range + " has " + range
			.size() + " numbers; give the lower bound, or the lower and the upper bound.");
	}

	/**
	 * @param image grey values
	 * @param mask ROI on the image's grid
	 * @return the voxels of the ROI that lie in the range, on the same grid
	 * @throws InputException if fewer than two voxels are left
	 */
	public Mask apply(final Volume image, final Mask mask) {
		final BoundingBox box = mask.box();
		final double[] values = VoxelArrays.doubles(image, box);
		final byte[] inside = mask.toBytes();
		final double[] bounds = bounds(inRoi(values, inside, mask.voxelCount()), image.type());
		int left = 0;
		for (int i = 0; i < inside.length; i++) {
			if (inside[i] == 0) continue;
			inside[i] = (byte) (values[i] >= bounds[0] && values[i] <= bounds[1] ? 1 : 0);
			left += inside[i];
		}
		if (left <= 1) throw new InputException("resegmentRange " + range + " (" + mode.pyradiomicsName() + ") leaves " +
			left + " of " + mask.voxelCount() + " voxels of the ROI '" + mask.name() + "' in image '" + image.info().name() +
			"': grey values from " + bounds[0] + (range.size() == 2 ? " to " + bounds[1] : "") +
			" are kept. At least 2 voxels are needed; widen the range.");
		return Mask.of(mask.name(), mask.geometry(), box, inside);
	}

	private static double[] inRoi(final double[] values, final byte[] inside, final long count) {
		final double[] roi = new double[Math.toIntExact(count)];
		int n = 0;
		for (int i = 0; i < inside.length; i++)
			if (inside[i] != 0) roi[n++] = values[i];
		return roi;
	}

	/** Lowest and highest grey value that is kept, rounded to single precision for such images as NumPy does. */
	private double[] bounds(final double[] roi, final VoxelType type) {
		final boolean single = type == VoxelType.FLOAT32;
		final double[] sorted = range.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		final double[] bounds = { 0, Double.POSITIVE_INFINITY };
		final NumpySums sums = new NumpySums(single);
		for (int i = 0; i < sorted.length; i++) {
			final double grey = switch (mode) {
				case ABSOLUTE -> sorted[i];
				case RELATIVE -> Arrays.stream(roi).max().orElseThrow() * sorted[i];
				case SIGMA -> sums.mean(roi) + sums.standardDeviation(roi) * sorted[i];
			};
			bounds[i] = single ? (float) grey : grey;
		}
		return bounds;
	}
}
