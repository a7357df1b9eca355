package io.github.radiomicsnomogram.texture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level run length matrices (GLRLM): for each direction, how many unbroken runs of voxels of one level there are, by
 * level and length. Galloway MM, Texture analysis using gray level run lengths, Comput Graph Image Process 1975;4:172-179,
 * doi:10.1016/S0146-664X(75)80008-6.
 * <p>
 * One pass over the ROI for each direction gives every voxel its place in its run, 1, 2, ... A run of length k or more has
 * just one voxel at place k, so the runs of length k are the voxels at place k less those at place k + 1.
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
		final List<SparseMatrix> all = count(levels, offsets);
		if (settings.weightingNorm().isEmpty()) return all.stream().filter(m -> m.size() > 0).toList();
		final double[] spacing = levels.roi().geometry().spacing();
		final double[] weights = IntStream.range(0, all.size()).mapToDouble(d -> offsets.get(d).length(settings
			.weightingNorm().get(), spacing)).toArray();
		final SparseMatrix sum = SparseMatrix.sum(all, weights);
		return sum.size() > 0 ? List.of(sum) : List.of();
	}

	/** Number of directions that are looked in, whether or not any matrix results. */
	public static int directions(final GreyLevels levels, final TextureSettings settings) {
		return Offset.half(levels, List.of(1), settings).size();
	}

	private static List<SparseMatrix> count(final GreyLevels levels, final List<Offset> offsets) {
		final LevelGrid grid = levels.grid(1);
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		return executor.forEachApply(Parts.of(offsets, executor.suggestNumberOfTasks()), part -> {
			final int[] place = new int[grid.ranks().length];
			return part.stream().map(offset -> count(levels, grid, offset, place)).toList();
		}).stream().flatMap(List::stream).toList();
	}

	private static SparseMatrix count(final GreyLevels levels, final LevelGrid grid, final Offset offset,
		final int[] place)
	{
		final int longest = Math.max(grid.size(0), Math.max(grid.size(1), grid.size(2)));
		final PairCounts places = new PairCounts(levels.size(), longest + 1, levels.roi().count());
		countPlaces(grid, grid.step(offset), place, places);
		final SparseMatrix runs = differences(places.toMatrix());
		final boolean onlySingles = runs.total() == levels.roi().count();
		return onlySingles && !Lines.meetTwoVoxels(grid, offset) ? SparseMatrix.EMPTY : runs;
	}

	/** Counts the voxels by level and by their place in the run along a direction. */
	private static void countPlaces(final LevelGrid grid, final int step, final int[] place, final PairCounts places) {
		for (int s = 0; s < grid.firstSpan(grid.slices()); s++) {
			final int start = grid.spanStart(s), end = grid.spanEnd(s);
			if (places.isTable()) countPlaces(grid.ranks(), start, end, step, place, places.table(), places.columns());
			else {
				place(grid.ranks(), start, end, step, place);
				for (int v = start; v < end; v++)
					places.add(grid.ranks()[v] - 1, place[v]);
			}
		}
	}

	/** Without a branch; what is read of {@code place} has been written before, or is masked. */
	private static void place(final int[] ranks, final int start, final int end, final int step, final int[] place) {
		for (int v = start; v < end; v++) {
			final int equal = (ranks[v] ^ ranks[v - step]) - 1 >> 31;
			place[v] = 1 + (place[v - step] & equal);
		}
	}

	/** Both in one loop. */
	private static void countPlaces(final int[] ranks, final int start, final int end, final int step, final int[] place,
		final int[] table, final int columns)
	{
		for (int v = start; v < end; v++) {
			final int rank = ranks[v], equal = (rank ^ ranks[v - step]) - 1 >> 31;
			final int p = 1 + (place[v - step] & equal);
			place[v] = p;
			table[(rank - 1) * columns + p]++;
		}
	}

	/** From the numbers of runs of length k or more, those of length k: every k up to the longest has an entry. */
	private static SparseMatrix differences(final SparseMatrix atLeast) {
		final SparseMatrix.Builder runs = new SparseMatrix.Builder(atLeast.size());
		for (int e = 0; e < atLeast.size(); e++) {
			final boolean last = e + 1 == atLeast.size() || atLeast.row(e + 1) != atLeast.row(e);
			final double count = atLeast.value(e) - (last ? 0 : atLeast.value(e + 1));
			if (count > 0) runs.add(atLeast.row(e), atLeast.column(e), count);
		}
		return runs.build();
	}
}
