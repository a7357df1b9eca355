package io.github.radiomicsnomogram.texture;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level run length matrices (GLRLM): for each direction, how many unbroken runs of voxels of one level there are, by
 * level and length. Galloway MM, Texture analysis using gray level run lengths, Comput Graph Image Process 1975;4:172-179,
 * doi:10.1016/S0146-664X(75)80008-6.
 * <p>
 * Runs of two and more are followed from their first voxel through the {@link EqualNeighbours}; the runs of one are what
 * is left of each level. So the time is one pass over the ROI plus the number of equal neighbours.
 */
public final class RunLengthMatrices {

	private RunLengthMatrices() {}

	/**
	 * The matrices that features are computed from. Rows are places in {@link GreyLevels#present()}, columns are lengths
	 * in voxels.
	 *
	 * @return one for each direction along which some line meets two voxels of the ROI; with a weightingNorm only one,
	 *         their sum with each direction times its length in mm; none if there is no such direction
	 */
	public static List<SparseMatrix> of(final GreyLevels levels, final TextureSettings settings) {
		final List<Offset> offsets = Offset.half(levels, List.of(1), settings);
		final PairCounts[] counts = countLongRuns(levels, offsets);
		final List<SparseMatrix> matrices = new ArrayList<>();
		final List<Double> weights = new ArrayList<>();
		for (int d = 0; d < counts.length; d++) {
			final SparseMatrix longRuns = counts[d].toMatrix();
			if (longRuns.size() == 0 && !Lines.meetTwoVoxels(levels.grid(1), offsets.get(d))) continue;
			final Offset offset = offsets.get(d);
			matrices.add(SparseMatrix.sum(longRuns, 1, singles(levels, longRuns), 1));
			weights.add(settings.weightingNorm().map(n -> offset.length(n, levels.roi().geometry().spacing())).orElse(1.0));
		}
		if (settings.weightingNorm().isEmpty() || matrices.isEmpty()) return matrices;
		return List.of(SparseMatrix.sum(matrices, weights.stream().mapToDouble(w -> w).toArray()));
	}

	/** The runs of one voxel: those that are in no longer run. */
	private static SparseMatrix singles(final GreyLevels levels, final SparseMatrix longRuns) {
		final double[] left = new double[levels.size()];
		for (int r = 0; r < left.length; r++)
			left[r] = levels.counts()[r];
		for (int e = 0; e < longRuns.size(); e++)
			left[longRuns.row(e)] -= longRuns.value(e) * longRuns.column(e);
		final SparseMatrix.Builder singles = new SparseMatrix.Builder(left.length);
		for (int r = 0; r < left.length; r++)
			if (left[r] != 0) singles.add(r, 1, left[r]);
		return singles.build();
	}

	private static PairCounts[] countLongRuns(final GreyLevels levels, final List<Offset> offsets) {
		final LevelGrid grid = levels.grid(1);
		final int[] equal = EqualNeighbours.of(grid, offsets);
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<PairCounts[]> parts = executor.forEachApply(Parts.of(grid.slices(), executor.suggestNumberOfTasks()),
			slices -> countLongRuns(levels, offsets, equal, slices));
		final PairCounts[] sum = parts.get(0);
		for (final PairCounts[] part : parts.subList(1, parts.size()))
			for (int d = 0; d < sum.length; d++)
				sum[d].addAll(part[d]);
		return sum;
	}

	/** Counts the runs of two or more voxels that start in some slices; they may end in others. */
	private static PairCounts[] countLongRuns(final GreyLevels levels, final List<Offset> offsets, final int[] equal,
		final Parts.Range slices)
	{
		final LevelGrid grid = levels.grid(1);
		final int longest = Math.max(grid.size(0), Math.max(grid.size(1), grid.size(2)));
		final PairCounts[] counts = new PairCounts[offsets.size()];
		final int[] steps = new int[counts.length];
		for (int d = 0; d < counts.length; d++) {
			counts[d] = new PairCounts(levels.size(), longest + 1, levels.roi().count());
			steps[d] = grid.step(offsets.get(d));
		}
		for (int s = grid.firstSpan(slices.from()); s < grid.firstSpan(slices.to()); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				for (int rest = equal[v]; rest != 0; rest &= rest - 1) {
					final int d = Integer.numberOfTrailingZeros(rest), step = steps[d];
					if ((equal[v - step] >>> d & 1) == 0) counts[d].add(grid.ranks()[v] - 1, length(equal, v, d, step));
				}
		return counts;
	}

	private static int length(final int[] equal, final int first, final int direction, final int step) {
		int length = 1;
		for (int v = first; (equal[v] >>> direction & 1) != 0; v += step)
			length++;
		return length;
	}
}
