package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.volume.Volume;

/**
 * An image that a filter made.
 *
 * @param name PyRadiomics' name of the image type, the first part of its columns: "original", "wavelet-LLH",
 *          "log-sigma-1-0-mm-3D"
 * @param volume its values, on the grid of the region that was asked for, in the pixel type that PyRadiomics gives it
 */
public record FilteredImage(String name, Volume volume) {}
