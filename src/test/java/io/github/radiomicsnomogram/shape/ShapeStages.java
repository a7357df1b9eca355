package io.github.radiomicsnomogram.shape;

import io.github.radiomicsnomogram.volume.RoiVoxels;

/** Parts of the shape features one by one, for benchmarks. */
public final class ShapeStages {

	private final BitGrid grid;
	private final double[] spacing;

	/** Packs the ROI into bits. */
	public ShapeStages(final RoiVoxels roi) {
		grid = BitGrid.of(roi.inside(), roi.box().size(0), roi.box().size(1), roi.box().size(2));
		spacing = roi.geometry().spacing();
	}

	/** Surface and volume. */
	public double mesh() {
		return SurfaceMesh.of(grid, spacing).area();
	}

	/** The four diameters. */
	public double diameters() {
		return Diameters.of(grid, spacing).maximum3D();
	}

	/** Moments of the voxels and principal axes. */
	public double axes() {
		return PrincipalAxes.of(VoxelMoments.of(grid), spacing).majorLength();
	}
}
