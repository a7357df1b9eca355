package io.github.radiomicsnomogram.texture;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Neighbouring grey tone difference matrix (NGTDM): for each level, how many voxels have it, and the sum of the absolute
 * differences between these voxels and the mean of their neighbours. Amadasun M, King R, Textural features corresponding
 * to textural properties, IEEE Trans Syst Man Cybern 1989;19:1264-1274, doi:10.1109/21.44046.
 * <p>
 * As in PyRadiomics a voxel without neighbours counts with difference 0, while IBSI leaves it out. Differences are summed
 * as whole numbers for each number of neighbours, so that the result has one rounding and doesn't depend on the order.
 */
public final class ToneDifferenceMatrix {

	private final GreyLevels levels;
	private final double[] differences;

	private ToneDifferenceMatrix(final GreyLevels levels, final double[] differences) {
		this.levels = levels;
		this.differences = differences;
	}

	/** Counts the ROI's voxels. */
	public static ToneDifferenceMatrix of(final GreyLevels levels, final TextureSettings settings) {
		final List<Offset> offsets = Offset.half(levels, settings.distances(), settings);
		final LevelGrid grid = levels.grid(Offset.reach(offsets));
		final LevelPieces pieces = new LevelPieces(levels.present(), 2 * offsets.size());
		final int[][] numbers = IntStream.range(0, pieces.size()).mapToObj(p -> grid.map(pieces.numbers(p))).toArray(
			int[][]::new);
		final int columns = 2 * offsets.size() + 1;
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final long[] sums = new long[levels.size() * columns];
		executor.forEachApply(Parts.of(grid.slices(), executor.suggestNumberOfTasks()), slices -> {
			final long[] part = new long[sums.length];
			final NeighbourSums[] adders = Stream.of(numbers).map(n -> new NeighbourSums(grid, settings, n)).toArray(
				NeighbourSums[]::new);
			final int[][] neighbours = new int[pieces.size()][grid.sliceLength()];
			for (int z = slices.from(); z < slices.to(); z++) {
				for (int p = 0; p < adders.length; p++)
					adders[p].sum(z, neighbours[p]);
				add(grid, z, levels.present(), pieces, neighbours, columns, part);
			}
			return part;
		}).forEach(part -> {
			for (int i = 0; i < sums.length; i++)
				sums[i] += part[i];
		});
		return new ToneDifferenceMatrix(levels, divide(sums, columns));
	}

	/** Adds count * |level - mean|, a whole number, to the sum of the voxel's level and number of neighbours. */
	private static void add(final LevelGrid grid, final int z, final int[] present, final LevelPieces pieces,
		final int[][] neighbours, final int columns, final long[] sums)
	{
		final int first = grid.sliceStart(z);
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++) {
				final int row = grid.rank(v) - 1, count = pieces.count(neighbours[0][v - first]);
				sums[row * columns + count] += Math.abs((long) present[row] * count - pieces.sum(neighbours, v - first));
			}
	}

	private static double[] divide(final long[] sums, final int columns) {
		final double[] differences = new double[sums.length / columns];
		for (int r = 0; r < differences.length; r++)
			for (int count = 1; count < columns; count++)
				differences[r] += (double) sums[r * columns + count] / count;
		return differences;
	}

	/** Number of levels that occur. */
	public int size() {
		return differences.length;
	}

	/** A level that occurs. */
	public int level(final int row) {
		return levels.present()[row];
	}

	/** Number of voxels of a level, at least 1. */
	public int count(final int row) {
		return levels.counts()[row];
	}

	/** Number of voxels. */
	public int total() {
		return levels.roi().count();
	}

	/** Sum of a level's absolute differences. */
	public double difference(final int row) {
		return differences[row];
	}
}
