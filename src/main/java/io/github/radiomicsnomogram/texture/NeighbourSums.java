package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * Sums over the neighbours of each voxel, for a slice at a time. Neighbours at distance d fill a box of radius d but for
 * the box of radius d - 1; and a box is summed along z, then y, then x, which takes 6 additions for a radius of 1 where
 * going from neighbour to neighbour takes 26. The sums are whole numbers, so that the order doesn't matter. One for each
 * thread.
 */
final class NeighbourSums {

	private final LevelGrid grid;
	private final TextureSettings settings;
	private final long[] numbers;
	private final long[] alongZ, alongY, alongX;

	/**
	 * @param settings distances and force2D
	 * @param numbers what is summed, for each rank; {@code numbers[0]}, for voxels outside the ROI, is 0
	 */
	NeighbourSums(final LevelGrid grid, final TextureSettings settings, final long[] numbers) {
		this.grid = grid;
		this.settings = settings;
		this.numbers = numbers;
		final int reachX = radius(settings.reach(), 0), reachY = reachX + radius(settings.reach(), 1) * grid.strideY();
		alongX = new long[grid.sliceLength()];
		alongY = new long[grid.sliceLength() + 2 * reachX];
		alongZ = new long[grid.sliceLength() + 2 * reachY];
	}

	/**
	 * Adds up.
	 *
	 * @param sums takes the sums between the slice's start and end
	 */
	void sum(final int z, final long[] sums) {
		final int n = grid.sliceEnd(z) - grid.sliceStart(z);
		Arrays.fill(sums, 0, n, 0);
		for (final int distance : settings.distances()) {
			sumBox(z, distance);
			for (int i = 0; i < n; i++)
				sums[i] += alongX[i];
			sumBox(z, distance - 1);
			for (int i = 0; i < n; i++)
				sums[i] -= alongX[i];
		}
	}

	/** How far a box reaches along an axis: no neighbour lies beyond the grid's margin or, with force2D, in another slice. */
	private int radius(final int distance, final int axis) {
		final boolean across = settings.force2D() && axis == 2 - settings.force2DDimension();
		return across ? 0 : Math.min(distance, Math.min(grid.margin(), grid.size(axis) - 1));
	}

	/** Each sum is taken as far around the slice as the next one needs. */
	private void sumBox(final int z, final int distance) {
		final int n = grid.sliceEnd(z) - grid.sliceStart(z), rx = radius(distance, 0), ry = radius(distance, 1);
		final int beside = rx, around = rx + ry * grid.strideY();
		sumSlices(grid.sliceStart(z) - around, radius(distance, 2), n + 2 * around);
		sum(alongZ, ry * grid.strideY(), grid.strideY(), ry, alongY, n + 2 * beside);
		sum(alongY, beside, 1, rx, alongX, n);
	}

	private void sumSlices(final int first, final int slices, final int n) {
		Arrays.fill(alongZ, 0, n, 0);
		for (int k = -slices; k <= slices; k++)
			addNumbers(grid.ranks(), first + k * grid.strideZ(), numbers, alongZ, n);
	}

	private static void addNumbers(final int[] ranks, final int first, final long[] numbers, final long[] sums,
		final int n)
	{
		for (int i = 0; i < n; i++)
			sums[i] += numbers[ranks[first + i]];
	}

	/** Adds up n numbers from a first one on, each with those that lie up to a number of steps before and after it. */
	private static void sum(final long[] numbers, final int first, final int step, final int steps, final long[] sums,
		final int n)
	{
		System.arraycopy(numbers, first, sums, 0, n);
		for (int k = 1; k <= steps; k++) {
			add(numbers, first + k * step, sums, n);
			add(numbers, first - k * step, sums, n);
		}
	}

	private static void add(final long[] numbers, final int first, final long[] sums, final int n) {
		for (int i = 0; i < n; i++)
			sums[i] += numbers[first + i];
	}
}
