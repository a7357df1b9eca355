package io.github.radiomicsnomogram.shape;

/**
 * Largest distances between vertices of the surface mesh, in mm. PyRadiomics compares all pairs of vertices; the ones
 * found here are the same, but only vertices that can matter are looked at: the outermost on each grid line, of those
 * the corners of the convex hull of each plane, of those the ones that are corners in the planes of all three
 * directions. A plane of N x N voxels has O(N^(2/3)) such corners, so the work stays linear in the voxels.
 * <p>
 * "In one plane" means vertices with an equal coordinate; planes through voxel centres and planes half way between
 * them both count.
 *
 * @param maximum3D between any two vertices
 * @param slice between two of equal z
 * @param column between two of equal y
 * @param row between two of equal x
 */
public record Diameters(double maximum3D, double slice, double column, double row) {

	/**
	 * @param spacing mm along x, y, z
	 */
	static Diameters of(final BitGrid grid, final double[] spacing) {
		final double[] half = { spacing[0] / 2, spacing[1] / 2, spacing[2] / 2 };
		final LineExtremes alongX = LineExtremes.alongX(grid), alongY = LineExtremes.alongY(grid);
		final SpaceCorners corners = new SpaceCorners(alongX);
		final double slice = largest(alongX.planes(), alongX.lines(), grid.voxels(), half[1], half[0], (z, hull) -> {
			alongX.hullOfPlane(z, hull);
			corners.markPlane(z, hull);
		});
		final double column = largest(alongX.lines(), alongX.planes(), grid.voxels(), half[2], half[0], (y, hull) -> {
			alongX.hullAcrossPlanes(y, hull);
			corners.markAcrossPlanes(y, hull);
		});
		final double row = largest(alongY.lines(), alongY.planes(), grid.voxels(), half[2], half[1],
			alongY::hullAcrossPlanes);
		final double any = FarthestPair.squared(corners.collect(), half, Math.max(slice, Math.max(column, row)));
		return new Diameters(Math.sqrt(any), Math.sqrt(slice), Math.sqrt(column), Math.sqrt(row));
	}

	/** Largest distance in one plane, between voxels and not: a flat ROI's only diameter. */
	static double ofSlice(final BitGrid grid, final double[] spacing) {
		final LineExtremes alongX = LineExtremes.alongX(grid);
		return Math.sqrt(largest(alongX.planes(), alongX.lines(), grid.voxels(), spacing[1] / 2, spacing[0] / 2,
			alongX::hullOfPlane));
	}

	/** Makes the hull of one section. */
	@FunctionalInterface
	private interface Section {

		void fill(int index, ConvexPolygon hull);
	}

	private static double largest(final int sections, final int capacity, final long voxels, final double scaleU,
		final double scaleV, final Section section)
	{
		return Slabs.run(sections, voxels, (from, to) -> {
			final ConvexPolygon hull = new ConvexPolygon(capacity);
			double best = 0;
			for (int i = from; i < to; i++) {
				section.fill(i, hull);
				best = hull.squaredDiameter(scaleU, scaleV, best);
			}
			return best;
		}).stream().mapToDouble(Double::doubleValue).max().orElse(0);
	}
}
