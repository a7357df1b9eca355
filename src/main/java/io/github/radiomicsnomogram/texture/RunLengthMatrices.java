package io.github.radiomicsnomogram.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level run length matrices (GLRLM): for each direction, how many unbroken runs of voxels of one level there are, by
 * level and length. Galloway MM, Texture analysis using gray level run lengths, Comput Graph Image Process 1975;4:172-179,
 * doi:10.1016/S0146-664X(75)80008-6.
 * <p>
 * One pass over the ROI gives every voxel its place in its run along each direction, 1, 2, ... A run of length k or more
 * has just one voxel at place k, so the runs of length k are the voxels at place k less those at place k + 1.
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
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		return executor.forEachApply(Parts.of(offsets, executor.getParallelism(), RunPlaces.TOGETHER), part -> countPart(levels,
			part)).stream().flatMap(List::stream).toList();
	}

	private static List<SparseMatrix> countPart(final GreyLevels levels, final List<Offset> offsets) {
		final LevelGrid grid = levels.grid(1);
		final int longest = longest(levels);
		final List<Optional<SparseMatrix>> counted = RunPlaces.fits(levels.size()) ? new RunPlaces(grid, offsets, levels
			.size(), longest).runs() : Collections.nCopies(offsets.size(), Optional.empty());
		final List<SparseMatrix> matrices = new ArrayList<>();
		for (int d = 0; d < offsets.size(); d++) {
			final Offset offset = offsets.get(d);
			final SparseMatrix runs = counted.get(d).orElseGet(() -> walk(levels, offset));
			final boolean onlySingles = runs.total() == levels.roi().count();
			matrices.add(onlySingles && !Lines.meetTwoVoxels(grid, offset) ? SparseMatrix.EMPTY : runs);
		}
		return matrices;
	}

	/** A run stays in the box, and has no more voxels than its level. */
	private static int longest(final GreyLevels levels) {
		final LevelGrid grid = levels.grid(1);
		final int side = Math.max(grid.size(0), Math.max(grid.size(1), grid.size(2)));
		return Math.min(side, Arrays.stream(levels.counts()).max().orElseThrow());
	}

	/** From each run's first voxel to its last: slower, for any number of levels and any length. */
	static SparseMatrix walk(final GreyLevels levels, final Offset offset) {
		final LevelGrid grid = levels.grid(1);
		final PairCounts runs = new PairCounts(levels.size(), longest(levels) + 1, levels.roi().count());
		final int step = grid.step(offset);
		for (int s = 0; s < grid.firstSpan(grid.slices()); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				if (grid.rank(v - step) != grid.rank(v)) {
					int end = v + step;
					while (grid.rank(end) == grid.rank(v))
						end += step;
					runs.add(grid.rank(v) - 1, (end - v) / step);
				}
		return runs.toMatrix();
	}
}
