package io.github.radiomicsnomogram.texture;

import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/** Which neighbours of a voxel have its grey level, as bits: what runs and zones are made of. */
final class EqualNeighbours {

	private EqualNeighbours() {}

	/**
	 * @param offsets at most 32, at distance 1
	 * @return for each voxel of the grid, bit d set if the neighbour at offset d has the same level. Defined for voxels of
	 *         the ROI; for others a bit is never set that leads into the ROI.
	 */
	static int[] of(final LevelGrid grid, final List<Offset> offsets) {
		final int[] steps = offsets.stream().mapToInt(grid::step).toArray();
		final int[] equal = new int[grid.ranks().length];
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		executor.forEach(Parts.of(grid.slices(), executor.suggestNumberOfTasks()), slices -> {
			for (int s = grid.firstSpan(slices.from()); s < grid.firstSpan(slices.to()); s++)
				for (int d = 0; d < steps.length; d++)
					compare(grid.ranks(), grid.spanStart(s), grid.spanEnd(s), steps[d], d, equal);
		});
		return equal;
	}

	/** Without a branch, so that the loop runs in vector registers: a ^ b is 0 where equal, and then - 1 is negative. */
	private static void compare(final int[] ranks, final int start, final int end, final int step, final int bit,
		final int[] equal)
	{
		for (int v = start; v < end; v++)
			equal[v] |= ((ranks[v] ^ ranks[v + step]) - 1 >>> 31) << bit;
	}
}
