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
	private final int[] numbers;
	private final int[] alongZ, alongY, alongX;

	/**
	 * @param settings distances and force2D
	 * @param numbers what is summed, for each place of the grid; 0 outside the ROI
	 */
	NeighbourSums(final LevelGrid grid, final TextureSettings settings, final int[] numbers) {
		this.grid = grid;
		this.settings = settings;
		this.numbers = numbers;
		final int reachX = radius(settings.reach(), 0), reachY = reachX + radius(settings.reach(), 1) * grid.strideY();
		alongX = new int[grid.sliceLength()];
		alongY = new int[grid.sliceLength() + 2 * reachX];
		alongZ = new int[grid.sliceLength() + 2 * reachY];
	}

	/**
	 * Adds up.
	 *
	 * @param sums takes the sums between the slice's start and end
	 */
	void sum(final int z, final int[] sums) {
		final int n = grid.sliceEnd(z) - grid.sliceStart(z);
		Arrays.fill(sums, 0, n, 0);
		for (final int distance : settings.distances()) {
			sumBox(z, distance);
			add(alongX, 0, sums, n);
			if (distance > 1) sumBox(z, distance - 1);
			subtract(distance > 1 ? alongX : numbers, distance > 1 ? 0 : grid.sliceStart(z), sums, n);
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
		sum(numbers, grid.sliceStart(z) - around, grid.strideZ(), radius(distance, 2), alongZ, n + 2 * around);
		sum(alongZ, ry * grid.strideY(), grid.strideY(), ry, alongY, n + 2 * beside);
		sum(alongY, beside, 1, rx, alongX, n);
	}

	/** Adds up n numbers from a first one on, each with those that lie up to a number of steps before and after it. */
	private static void sum(final int[] numbers, final int first, final int step, final int steps, final int[] sums,
		final int n)
	{
		if (steps == 0) System.arraycopy(numbers, first, sums, 0, n);
		else addThree(numbers, first - step, first, first + step, sums, n);
		for (int k = 2; k <= steps; k++) {
			add(numbers, first + k * step, sums, n);
			add(numbers, first - k * step, sums, n);
		}
	}

	private static void addThree(final int[] numbers, final int a, final int b, final int c, final int[] sums,
		final int n)
	{
		for (int i = 0; i < n; i++)
			sums[i] = numbers[a + i] + numbers[b + i] + numbers[c + i];
	}

	private static void add(final int[] numbers, final int first, final int[] sums, final int n) {
		for (int i = 0; i < n; i++)
			sums[i] += numbers[first + i];
	}

	private static void subtract(final int[] numbers, final int first, final int[] sums, final int n) {
		for (int i = 0; i < n; i++)
			sums[i] -= numbers[first + i];
	}
}
