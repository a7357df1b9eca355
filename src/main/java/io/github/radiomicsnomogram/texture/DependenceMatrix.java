package io.github.radiomicsnomogram.texture;

import java.util.List;

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
		final int[] values = grid.levels(levels.present(), OUTSIDE);
		final int[] steps = offsets.stream().mapToInt(grid::step).toArray();
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<PairCounts> parts = executor.forEachApply(Parts.of(grid.slices(), executor.suggestNumberOfTasks()),
			slices -> {
				final PairCounts counts = new PairCounts(levels.size(), 2 * steps.length + 2, levels.roi().count());
				final int[] dependent = new int[grid.size(0)];
				for (int s = grid.firstSpan(slices.from()); s < grid.firstSpan(slices.to()); s++)
					count(grid, s, values, steps, settings.gldmA(), dependent, counts);
				return counts;
			});
		parts.subList(1, parts.size()).forEach(parts.get(0)::addAll);
		return parts.get(0).toMatrix();
	}

	/** A level that differs from every level by more than any gldm_a. */
	private static final int OUTSIDE = -Bins.MAX_LEVEL;

	private static void count(final LevelGrid grid, final int span, final int[] values, final int[] steps,
		final int cutoff, final int[] dependent, final PairCounts counts)
	{
		final int start = grid.spanStart(span), n = grid.spanEnd(span) - start;
		java.util.Arrays.fill(dependent, 0, n, 1);
		for (final int step : steps) {
			addDependent(values, start, start + step, n, cutoff + 1, dependent);
			addDependent(values, start, start - step, n, cutoff + 1, dependent);
		}
		for (int i = 0; i < n; i++)
			counts.add(grid.ranks()[start + i] - 1, dependent[i]);
	}

	/** Without a branch, so that the loop runs in vector registers. */
	private static void addDependent(final int[] values, final int from, final int to, final int n, final int limit,
		final int[] dependent)
	{
		for (int i = 0; i < n; i++)
			dependent[i] += Math.abs(values[from + i] - values[to + i]) - limit >>> 31;
	}
}
