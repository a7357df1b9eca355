package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.volume.Mask;

import java.util.List;

/**
 * A mask made from what a user drew.
 *
 * @param mask voxels of the ROI
 * @param warnings what the user must be told, for example that a part lies outside the image
 */
public record RoiMask(Mask mask, List<String> warnings) {

	public RoiMask {
		warnings = List.copyOf(warnings);
	}
}
