package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * Numbers of dependent voxels for a slice at a time. A neighbour is too far off if t = a - b + cutoff, of the levels a and
 * b, is below 0 or above 2 cutoff; then t or 2 cutoff - t is negative. So the loops need no branch; and they have one index
 * for all arrays, so that they run in vector registers. One for each thread.
 */
abstract sealed class DependentCounts {

	final LevelGrid grid;
	final int[] steps;
	final int cutoff;

	private DependentCounts(final LevelGrid grid, final int[] steps, final int cutoff) {
		this.grid = grid;
		this.steps = steps;
		this.cutoff = cutoff;
	}

	/**
	 * Counts the voxels between a slice's start and end.
	 *
	 * @param dependent takes the numbers, each with the voxel itself; undefined outside the ROI
	 */
	abstract void count(int z, int[] dependent);

	/**
	 * For few levels: what is too far off adds one at a bit above all numbers that occur.
	 */
	static final class Narrow extends DependentCounts {

		private final char[] values, centre, neighbour, far;
		private final int bit;

		/**
		 * @param values levels, and outside the ROI one that is far off
		 * @param steps half of the ways to the neighbours
		 */
		Narrow(final LevelGrid grid, final char[] values, final int[] steps, final int cutoff) {
			super(grid, steps, cutoff);
			this.values = values;
			centre = new char[grid.sliceLength()];
			neighbour = new char[centre.length];
			far = new char[centre.length];
			bit = bit(2 * steps.length);
		}

		/** Highest bit of 16 that can be added up for all neighbours. */
		private static int bit(final int neighbours) {
			return Integer.numberOfLeadingZeros(neighbours) - Short.SIZE;
		}

		/** Whether levels up to a highest one are few enough for so many neighbours. */
		static boolean fits(final int highest, final int cutoff, final int neighbours) {
			return bit(neighbours) > 0 && (long) highest + 2L * cutoff < 1L << bit(neighbours);
		}

		@Override
		void count(final int z, final int[] dependent) {
			final int start = grid.sliceStart(z), n = grid.sliceEnd(z) - start;
			System.arraycopy(values, start, centre, 0, n);
			Arrays.fill(far, 0, n, (char) 0);
			for (final int step : steps) {
				System.arraycopy(values, start + step, neighbour, 0, n);
				addFar(centre, neighbour, n, cutoff, 1 << bit, far);
				System.arraycopy(values, start - step, neighbour, 0, n);
				addFar(centre, neighbour, n, cutoff, 1 << bit, far);
			}
			for (int i = 0; i < n; i++)
				dependent[i] = 2 * steps.length + 1 - (far[i] >>> bit);
		}

		private static void addFar(final char[] centre, final char[] neighbour, final int n, final int cutoff,
			final int mask, final char[] far)
		{
			for (int i = 0; i < n; i++) {
				final int t = centre[i] - neighbour[i] + cutoff;
				far[i] += (char) ((t | 2 * cutoff - t) & mask);
			}
		}
	}

	/** For any number of levels. */
	static final class Wide extends DependentCounts {

		private final int[] values, centre, neighbour;

		/** @see Narrow */
		Wide(final LevelGrid grid, final int[] values, final int[] steps, final int cutoff) {
			super(grid, steps, cutoff);
			this.values = values;
			centre = new int[grid.sliceLength()];
			neighbour = new int[centre.length];
		}

		@Override
		void count(final int z, final int[] dependent) {
			final int start = grid.sliceStart(z), n = grid.sliceEnd(z) - start;
			System.arraycopy(values, start, centre, 0, n);
			Arrays.fill(dependent, 0, n, 2 * steps.length + 1);
			for (final int step : steps) {
				System.arraycopy(values, start + step, neighbour, 0, n);
				subtractFar(centre, neighbour, n, cutoff, dependent);
				System.arraycopy(values, start - step, neighbour, 0, n);
				subtractFar(centre, neighbour, n, cutoff, dependent);
			}
		}

		private static void subtractFar(final int[] centre, final int[] neighbour, final int n, final int cutoff,
			final int[] dependent)
		{
			for (int i = 0; i < n; i++) {
				final int t = centre[i] - neighbour[i] + cutoff;
				dependent[i] -= (t | 2 * cutoff - t) >>> 31;
			}
		}
	}
}
