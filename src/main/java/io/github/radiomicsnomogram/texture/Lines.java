package io.github.radiomicsnomogram.texture;

/** Straight lines of voxels through the ROI's box. */
final class Lines {

	private Lines() {}

	/**
	 * Whether some line along an offset meets two voxels of the ROI, with or without others between them. Along a
	 * direction without such a line PyRadiomics counts no runs, not even those of one voxel.
	 */
	static boolean meetTwoVoxels(final LevelGrid grid, final Offset offset) {
		final int step = grid.step(offset);
		for (int s = 0; s < grid.firstSpan(grid.slices()); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				for (int k = grid.stepsInside(v, offset), w = v + step; k > 0; k--, w += step)
					if (grid.rank(w) != 0) return true;
		return false;
	}
}
