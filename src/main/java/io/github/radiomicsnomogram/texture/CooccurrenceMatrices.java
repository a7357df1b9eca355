package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level co-occurrence matrices (GLCM): for each direction, how often a voxel of one level has a neighbour of another
 * level there. Haralick R, Shanmugam K, Dinstein I, Textural features for image classification, IEEE Trans Syst Man
 * Cybern 1973;3:610-621, doi:10.1109/TSMC.1973.4309314.
 * <p>
 * One pass over the ROI, whatever the number of directions; time and memory are linear in the voxels times the
 * directions, up to the sorting of rare pairs where grey levels are thousands.
 */
public final class CooccurrenceMatrices {

	/** Highest grey level: distributions of sums and differences of levels are arrays. */
	private static final int HIGHEST_LEVEL = 1 << 21;

	private CooccurrenceMatrices() {}

	/**
	 * The matrices that features are computed from. Rows and columns are places in {@link GreyLevels#present()}; entries
	 * are counts, or weighted counts.
	 *
	 * @return one for each direction in which the ROI has neighbours; with a weightingNorm only one, their sum with each
	 *         direction times exp(-d&sup2;), d its length in mm; none if no two voxels of the ROI are neighbours
	 * @throws InputException if the highest grey level is above some millions
	 */
	public static List<SparseMatrix> of(final GreyLevels levels, final TextureSettings settings) {
		if (levels.max() > HIGHEST_LEVEL) throw new InputException("The grey levels of the ROI go up to " + levels.max() +
			"; co-occurrence matrices take " + HIGHEST_LEVEL + " at most. Use a larger binWidth, or a binCount.");
		final List<Offset> offsets = Offset.half(levels, settings.distances(), settings);
		final List<SparseMatrix> matrices = count(levels, offsets, settings.symmetricalGLCM());
		if (settings.weightingNorm().isPresent()) {
			final double[] spacing = levels.roi().geometry().spacing();
			final double[] weights = offsets.stream().mapToDouble(o -> weight(o, settings.weightingNorm().get(), spacing))
				.toArray();
			final SparseMatrix sum = SparseMatrix.sum(matrices, weights);
			return sum.total() > 0 ? List.of(sum) : List.of();
		}
		return matrices.stream().filter(m -> m.size() > 0).toList();
	}

	/** How much a direction counts in the sum of all. */
	static double weight(final Offset direction, final TextureSettings.Norm norm, final double[] spacing) {
		final double d = direction.length(norm, spacing);
		return norm == TextureSettings.Norm.NO_WEIGHTING ? 1 : Math.exp(-d * d);
	}

	/** Number of directions that are looked in, whether or not the ROI has neighbours there. */
	public static int directions(final GreyLevels levels, final TextureSettings settings) {
		return Offset.half(levels, settings.distances(), settings).size();
	}

	private static List<SparseMatrix> count(final GreyLevels levels, final List<Offset> offsets, final boolean symmetrical) {
		final LevelGrid grid = levels.grid(Offset.reach(offsets));
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<SparseMatrix> matrices = new ArrayList<>();
		executor.forEachApply(Parts.of(offsets, executor.getParallelism(), 1), part -> count(levels, grid, part,
			symmetrical)).forEach(matrices::addAll);
		return matrices;
	}

	private static List<SparseMatrix> count(final GreyLevels levels, final LevelGrid grid, final List<Offset> offsets,
		final boolean symmetrical)
	{
		final int n = levels.size();
		final PairCounts[] counts = new PairCounts[offsets.size()];
		final int[] steps = new int[counts.length];
		for (int d = 0; d < counts.length; d++) {
			counts[d] = new PairCounts(n + 1, n + 1, levels.roi().count());
			steps[d] = grid.step(offsets.get(d));
		}
		final int[][] tables = Stream.of(counts).map(PairCounts::table).toArray(int[][]::new);
		if (JointLevels.fits(n)) JointLevels.count(grid, n, levels.roi().count(), steps, tables);
		else if (Stream.of(counts).allMatch(PairCounts::isTable)) sweepTables(grid, n + 1, steps, tables);
		else sweep(grid, steps, counts);
		final List<SparseMatrix> matrices = new ArrayList<>();
		for (final PairCounts c : counts) {
			final SparseMatrix m = c.toMatrix(1, 1);
			matrices.add(symmetrical ? SparseMatrix.sum(m, 1, m.transposed(n), 1) : m);
		}
		return matrices;
	}

	/** Counts without a branch: neighbours outside the ROI go to column 0, which nobody reads. */
	private static void sweepTables(final LevelGrid grid, final int columns, final int[] steps, final int[][] tables) {
		for (int s = 0; s < grid.firstSpan(grid.slices()); s++) {
			final int start = grid.spanStart(s), end = grid.spanEnd(s);
			for (int d = 0; d < steps.length; d++) {
				final int[] table = tables[d];
				final int step = steps[d];
				for (int v = start; v < end; v++)
					table[grid.rank(v) * columns + grid.rank(v + step)]++;
			}
		}
	}

	private static void sweep(final LevelGrid grid, final int[] steps, final PairCounts[] counts) {
		for (int s = 0; s < grid.firstSpan(grid.slices()); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				for (int d = 0; d < steps.length; d++) {
					final int neighbour = grid.rank(v + steps[d]);
					if (neighbour != 0) counts[d].add(grid.rank(v), neighbour);
				}
	}
}
