package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
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

	/** A level that differs from every level by more than any gldm_a. */
	private static final int OUTSIDE = -Bins.MAX_LEVEL;

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
				final int[] dependent = new int[grid.sliceLength()];
				for (int z = slices.from(); z < slices.to(); z++) {
					dependents(grid, z, values, steps, settings.gldmA(), dependent);
					count(grid, z, dependent, counts);
				}
				return counts;
			});
		parts.subList(1, parts.size()).forEach(parts.get(0)::addAll);
		return parts.get(0).toMatrix();
	}

	private static void dependents(final LevelGrid grid, final int z, final int[] values, final int[] steps,
		final int cutoff, final int[] dependent)
	{
		final int start = grid.sliceStart(z), n = grid.sliceEnd(z) - start;
		final int[] centre = Arrays.copyOfRange(values, start, start + n), neighbour = new int[n];
		Arrays.fill(dependent, 0, n, 1);
		for (final int step : steps) {
			System.arraycopy(values, start + step, neighbour, 0, n);
			addDependent(centre, neighbour, n, cutoff + 1, dependent);
			System.arraycopy(values, start - step, neighbour, 0, n);
			addDependent(centre, neighbour, n, cutoff + 1, dependent);
		}
	}

	/** Without a branch, and with one index for all arrays, so that the loop runs in vector registers. */
	private static void addDependent(final int[] centre, final int[] neighbour, final int n, final int limit,
		final int[] dependent)
	{
		for (int i = 0; i < n; i++)
			dependent[i] += Math.abs(centre[i] - neighbour[i]) - limit >>> 31;
	}

	private static void count(final LevelGrid grid, final int z, final int[] dependent, final PairCounts counts) {
		final int[] ranks = grid.ranks();
		final int start = grid.sliceStart(z);
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				counts.add(ranks[v] - 1, dependent[v - start]);
	}
}
