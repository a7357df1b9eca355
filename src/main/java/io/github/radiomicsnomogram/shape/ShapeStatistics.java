package io.github.radiomicsnomogram.shape;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.RoiVoxels;

/**
 * Size and form of a ROI in space.
 *
 * @param voxels how many belong to the ROI
 * @param voxelVolume all of them together, cubic mm
 * @param mesh its surface
 * @param diameters largest distances on the surface
 * @param axes principal axes of the voxel centres
 */
public record ShapeStatistics(long voxels, double voxelVolume, SurfaceMesh mesh, Diameters diameters,
	PrincipalAxes axes)
{

	/**
	 * Linear in the voxels of the ROI's box; parallel for large ones, in the caller's
	 * {@link net.imglib2.parallel.TaskExecutor}.
	 *
	 * @throws java.util.concurrent.CancellationException if the caller's progress says so
	 */
	public static ShapeStatistics of(final RoiVoxels roi, final Progress progress) {
		return of(roi.inside(), new int[] { roi.box().size(0), roi.box().size(1), roi.box().size(2) }, roi.geometry()
			.spacing(), progress);
	}

	/**
	 * The same for a mask without an image.
	 *
	 * @param inside 1 or 0 for each voxel of a box that the ROI touches on every side, x fastest, then y, then z
	 * @param size voxels along x, y, z
	 * @param spacing mm along x, y, z
	 */
	public static ShapeStatistics of(final byte[] inside, final int[] size, final double[] spacing,
		final Progress progress)
	{
		final BitGrid grid = BitGrid.of(inside, size[0], size[1], size[2]);
		progress.check();
		final VoxelMoments moments = VoxelMoments.of(grid);
		final SurfaceMesh mesh = SurfaceMesh.of(grid, spacing);
		progress.check();
		return new ShapeStatistics(moments.count(), moments.count() * (spacing[2] * spacing[0] * spacing[1]), mesh, Diameters
			.of(grid, spacing), PrincipalAxes.of(moments, spacing));
	}

	/** 1 for a ball, less for anything else: area of the ball with the same volume over the mesh's area. */
	public double sphericity() {
		return Math.pow(36 * Math.PI * (mesh.volume() * mesh.volume()), 1.0 / 3) / mesh.area();
	}
}
