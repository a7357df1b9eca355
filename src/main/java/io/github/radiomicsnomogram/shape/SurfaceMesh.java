package io.github.radiomicsnomogram.shape;

import java.util.List;

/**
 * Size of the surface mesh around a ROI: a marching cubes surface through the points half way between voxels inside and
 * outside (see {@link CubeCases}). Cubes of a case have the same area, and the volume is a whole number of 1/48 voxels;
 * so the cubes are only counted, and the sums are exact. Linear in voxels.
 *
 * @param area of all triangles, square mm
 * @param volume enclosed, cubic mm; at gaps of the mesh PyRadiomics' convention holds, see {@link CubeCases}, and a few
 *          voxels that touch at edges only can come to 0 or less
 */
public record SurfaceMesh(double area, double volume) {

	/**
	 * @param spacing mm along x, y, z
	 */
	static SurfaceMesh of(final BitGrid grid, final double[] spacing) {
		final List<Count> slabs = Slabs.run(grid.nz() - 1, grid.voxels(), (from, to) -> {
			final Count count = new Count();
			for (int z = from; z < to; z++)
				for (int y = 0; y < grid.ny() - 1; y++)
					count.addRow(grid, z, y);
			return count;
		});
		double area = 0;
		for (int c = 0; c < CubeCases.COUNT; c++) {
			long cubes = 0;
			for (final Count slab : slabs)
				cubes += slab.cubes[c];
			if (cubes > 0) area += cubes * CubeCases.area(c, spacing);
		}
		final long volume48 = slabs.stream().mapToLong(s -> s.volume48).sum();
		return new SurfaceMesh(area, volume48 / 48.0 * (spacing[2] * spacing[1] * spacing[0]));
	}

	/** Cubes of each case, and the volume that they add up to. */
	private static final class Count {

		private final long[] cubes = new long[CubeCases.COUNT];
		private long volume48;

		/** Adds the cubes whose corners 0 lie in a row. */
		void addRow(final BitGrid grid, final int z, final int y) {
			final int r0 = grid.row(z, y), r3 = grid.row(z, y + 1), r4 = grid.row(z + 1, y), r7 = grid.row(z + 1, y + 1);
			for (int w = 0; w < grid.words(); w++) {
				final long b0 = grid.word(r0, w), b1 = grid.next(r0, w), b2 = grid.next(r3, w), b3 = grid.word(r3, w);
				final long b4 = grid.word(r4, w), b5 = grid.next(r4, w), b6 = grid.next(r7, w), b7 = grid.word(r7, w);
				long mixed = (b0 | b1 | b2 | b3 | b4 | b5 | b6 | b7) & ~(b0 & b1 & b2 & b3 & b4 & b5 & b6 & b7);
				for (; mixed != 0; mixed &= mixed - 1) {
					final int k = Long.numberOfTrailingZeros(mixed);
					final int cubeCase = (int) (b0 >>> k & 1 | (b1 >>> k & 1) << 1 | (b2 >>> k & 1) << 2 | (b3 >>> k & 1) << 3 |
						(b4 >>> k & 1) << 4 | (b5 >>> k & 1) << 5 | (b6 >>> k & 1) << 6 | (b7 >>> k & 1) << 7);
					cubes[cubeCase]++;
					volume48 += CubeCases.volume48(cubeCase, z, y, w * Long.SIZE + k);
				}
			}
		}
	}
}
