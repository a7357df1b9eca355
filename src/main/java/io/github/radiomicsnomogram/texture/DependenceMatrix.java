package io.github.radiomicsnomogram.texture;

import java.util.List;
import java.util.function.Supplier;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level dependence matrix (GLDM): how many voxels have so many dependent neighbours, by level and number; a
 * neighbour depends on a voxel if their levels differ by no more than gldm_a, and the voxel itself counts as one. Sun C,
 * Wee WG, Neighboring gray level dependence matrix for texture classification, Comput Vis Graph Image Process
 * 1983;23:341-352, doi:10.1016/0734-189X(83)90032-4.
 */
public final class DependenceMatrix {

	private DependenceMatrix() {}

	/** The matrix: rows are places in {@link GreyLevels#present()}, columns are numbers of dependent voxels from 1 on. */
	public static SparseMatrix of(final GreyLevels levels, final TextureSettings settings) {
		final List<Offset> offsets = Offset.half(levels, settings.distances(), settings);
		final LevelGrid grid = levels.grid(Offset.reach(offsets));
		final int[] steps = offsets.stream().mapToInt(grid::step).toArray();
		final Supplier<DependentCounts> dependents = dependents(levels, grid, steps, settings.gldmA());
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<PairCounts> parts = executor.forEachApply(Parts.of(grid.slices(), executor.suggestNumberOfTasks()),
			slices -> {
				final PairCounts counts = new PairCounts(levels.size(), 2 * steps.length + 2, levels.roi().count());
				final DependentCounts counter = dependents.get();
				final int[] dependent = new int[grid.sliceLength()];
				for (int z = slices.from(); z < slices.to(); z++) {
					counter.count(z, dependent);
					count(grid, z, dependent, counts);
				}
				return counts;
			});
		parts.subList(1, parts.size()).forEach(parts.get(0)::addAll);
		return parts.get(0).toMatrix();
	}

	/** Where only equal levels depend, their ranks do as well. */
	private static Supplier<DependentCounts> dependents(final GreyLevels levels, final LevelGrid grid, final int[] steps,
		final int gldmA)
	{
		final int highest = gldmA == 0 ? levels.size() : levels.max(), cutoff = Math.min(gldmA, highest);
		final int[] values = new int[levels.size() + 1];
		for (int r = 1; r < values.length; r++)
			values[r] = gldmA == 0 ? r : levels.present()[r - 1];
		values[0] = highest + cutoff + 1;
		if (!DependentCounts.Narrow.fits(highest, cutoff, 2 * steps.length)) {
			final int[] wide = grid.map(values);
			return () -> new DependentCounts.Wide(grid, wide, steps, cutoff);
		}
		final char[] narrow = gldmA == 0 ? grid.narrowRanks() : grid.mapToChars(values);
		return () -> new DependentCounts.Narrow(grid, narrow, steps, cutoff);
	}

	private static void count(final LevelGrid grid, final int z, final int[] dependent, final PairCounts counts) {
		final int start = grid.sliceStart(z);
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			counts.addAll(grid, dependent, grid.spanStart(s), start, grid.spanEnd(s) - grid.spanStart(s));
	}
}
