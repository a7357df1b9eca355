package io.github.radiomicsnomogram.model;

/**
 * What a ROI should be like for a model.
 *
 * @param minVoxels fewer voxels bring a warning
 * @param airBelow voxels below this value (HU) are taken for air or lung
 * @param boneAbove voxels above this value (HU) are taken for bone, calcification or metal
 * @param source where the limits come from
 */
public record RoiLimits(int minVoxels, double airBelow, double boneAbove, String source) {}
