package io.github.radiomicsnomogram.texture;

/**
 * The voxels of a kernel and the pairs of them that are neighbours at the settings' distances, for families that look at
 * each voxel's neighbours inside the kernel. Voxels that don't count have level {@link #NONE}.
 */
final class KernelNeighbours {

	static final int NONE = -Bins.MAX_LEVEL;

	/** Levels of the voxels, x fastest, filled by {@link #gather}. */
	final int[] levels;

	/** Ranks of their levels, 0 where there is none. */
	final int[] ranks;

	/** Places of neighbours: first, second, ... */
	final int[] pairs;
	private final int[] grid, steps, present;

	KernelNeighbours(final KernelGrid kernels) {
		grid = kernels.ranks();
		steps = kernels.steps();
		present = kernels.levels().present();
		levels = new int[steps.length];
		ranks = new int[steps.length];
		pairs = kernels.directions(kernels.settings().distances()).stream().map(kernels::pairsOfPlaces).flatMapToInt(
			java.util.Arrays::stream).toArray();
	}

	void gather(final int centre) {
		for (int k = 0; k < steps.length; k++) {
			ranks[k] = grid[centre + steps[k]];
			levels[k] = ranks[k] == 0 ? NONE : present[ranks[k] - 1];
		}
	}
}
