package io.github.radiomicsnomogram.shape;

import io.github.radiomicsnomogram.volume.RoiVoxels;

/**
 * Size and form of a ROI of one slice, in its plane. The outline runs through the points half way between pixels inside
 * and outside (marching squares); where two pixels touch at a corner only, it keeps them apart.
 *
 * @param pixels how many belong to the ROI
 * @param pixelSurface all of them together, square mm
 * @param surface inside the outline, square mm
 * @param perimeter length of the outline, mm
 * @param diameter largest distance between two vertices of the outline, mm
 * @param axes principal axes of the pixel centres; the smallest one is 0
 */
public record PlanarStatistics(long pixels, double pixelSurface, double surface, double perimeter, double diameter,
	PrincipalAxes axes)
{

	/**
	 * @param axis perpendicular to the slice: 0 = x, 1 = y, 2 = z; the ROI is one voxel thick along it
	 */
	public static PlanarStatistics of(final RoiVoxels roi, final int axis) {
		if (roi.box().size(axis) != 1) throw new IllegalArgumentException("not a single slice along axis " + axis + ": " +
			roi.box());
		final int u = axis == 0 ? 1 : 0, v = axis == 2 ? 1 : 2;
		final double[] spacing = { roi.geometry().spacing(u), roi.geometry().spacing(v), 1 };
		return of(BitGrid.of(roi.inside(), roi.box().size(u), roi.box().size(v), 1), spacing);
	}

	private static PlanarStatistics of(final BitGrid grid, final double[] spacing) {
		final VoxelMoments moments = VoxelMoments.of(grid);
		final double pixel = spacing[0] * spacing[1];
		final Outline outline = new Outline(grid);
		return new PlanarStatistics(moments.count(), moments.count() * pixel, outline.eighths() / 8.0 * pixel, outline
			.length(spacing[0], spacing[1]), Diameters.ofSlice(grid, spacing), PrincipalAxes.of(moments, spacing));
	}

	/** 1 for a disc, less for anything else: perimeter of the disc with the same surface over the perimeter. */
	public double sphericity() {
		return 2 * Math.sqrt(Math.PI * surface) / perimeter;
	}

	/** Counts the squares between four neighbouring pixels by how the outline passes them. */
	private static final class Outline {

		/** Eighths of a pixel inside the outline, for a square's corners (y, x) = (0, 0), (0, 1), (1, 1), (1, 0) as bits. */
		private static final int[] EIGHTHS = { 0, 1, 1, 4, 1, 2, 4, 7, 1, 4, 2, 7, 4, 7, 7, 8 };

		private final long[] squares = new long[EIGHTHS.length];

		Outline(final BitGrid grid) {
			final int z = 1;
			for (int y = 0; y < grid.ny() - 1; y++)
				for (int w = 0; w < grid.words(); w++) {
					final int row = grid.row(z, y), below = grid.row(z, y + 1);
					final long b0 = grid.word(row, w), b1 = grid.next(row, w), b2 = grid.next(below, w), b3 = grid.word(below, w);
					for (long any = b0 | b1 | b2 | b3; any != 0; any &= any - 1) {
						final int k = Long.numberOfTrailingZeros(any);
						squares[(int) (b0 >>> k & 1 | (b1 >>> k & 1) << 1 | (b2 >>> k & 1) << 2 | (b3 >>> k & 1) << 3)]++;
					}
				}
		}

		long eighths() {
			long sum = 0;
			for (int c = 0; c < squares.length; c++)
				sum += squares[c] * EIGHTHS[c];
			return sum;
		}

		double length(final double x, final double y) {
			final long alongX = squares[3] + squares[12], alongY = squares[6] + squares[9];
			final long corners = squares[1] + squares[2] + squares[4] + squares[8] + squares[7] + squares[11] + squares[13] +
				squares[14] + 2 * (squares[5] + squares[10]);
			return corners * Math.sqrt(y * y + x * x) / 2 + alongX * x + alongY * y;
		}
	}
}
