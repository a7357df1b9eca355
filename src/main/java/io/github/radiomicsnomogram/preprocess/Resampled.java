package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

/**
 * An image and its ROI after a step that gave both a new grid.
 *
 * @param image values on the new grid
 * @param mask ROI on the same grid
 */
public record Resampled(Volume image, Mask mask) {}
