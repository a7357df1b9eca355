package io.github.radiomicsnomogram.texture;

import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Which of the later neighbours of a voxel have its grey level, as bits: what zones are made of. Bit d stands for the
 * offset d of {@link #OFFSETS}.
 */
final class EqualNeighbours {

	/** The 13 neighbours in 3-D that come after a voxel in the array. */
	static final List<Offset> OFFSETS = Offset.laterNeighbours();

	private EqualNeighbours() {}

	/**
	 * @param offsets those that count
	 * @return the bits of each voxel of the ROI, at its place in the grid; elsewhere undefined
	 */
	static int[] of(final LevelGrid grid, final List<Offset> offsets) {
		final int[] equal = new int[grid.ranks().length];
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		executor.forEach(Parts.of(grid.slices(), executor.suggestNumberOfTasks()), slices -> {
			final int[] centre = new int[grid.sliceLength()], neighbour = new int[centre.length], bits = new int[centre.length];
			for (int z = slices.from(); z < slices.to(); z++) {
				final int start = grid.sliceStart(z), n = grid.sliceEnd(z) - start;
				System.arraycopy(grid.ranks(), start, centre, 0, n);
				java.util.Arrays.fill(bits, 0, n, 0);
				for (final Offset offset : offsets) {
					System.arraycopy(grid.ranks(), start + grid.step(offset), neighbour, 0, n);
					compare(centre, neighbour, n, OFFSETS.indexOf(offset), bits);
				}
				System.arraycopy(bits, 0, equal, start, n);
			}
		});
		return equal;
	}

	/**
	 * Without a branch, and with one index for all arrays, so that the loop runs in vector registers: a ^ b is 0 where
	 * equal, and then - 1 is negative.
	 */
	private static void compare(final int[] centre, final int[] neighbour, final int n, final int bit, final int[] bits) {
		for (int i = 0; i < n; i++)
			bits[i] |= ((centre[i] ^ neighbour[i]) - 1 >>> 31) << bit;
	}
}
