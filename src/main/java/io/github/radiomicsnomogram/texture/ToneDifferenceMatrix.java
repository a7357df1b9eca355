package io.github.radiomicsnomogram.texture;

import java.util.List;

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

	/** Bits of a packed sum that hold the sum of levels; the number of neighbours lies above. */
	private static final int SUM_BITS = 44;
	private static final long SUM_MASK = (1L << SUM_BITS) - 1;

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
		final long[] packed = new long[grid.ranks().length];
		for (int i = 0; i < packed.length; i++)
			if (grid.ranks()[i] != 0) packed[i] = (1L << SUM_BITS) + levels.present()[grid.ranks()[i] - 1];
		final int[] steps = offsets.stream().mapToInt(grid::step).toArray();
		final int columns = 2 * steps.length + 1;
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final long[] sums = new long[levels.size() * columns];
		executor.forEachApply(Parts.of(grid.slices(), executor.suggestNumberOfTasks()), slices -> {
			final long[] part = new long[sums.length];
			final long[] neighbours = new long[grid.size(0)];
			for (int s = grid.firstSpan(slices.from()); s < grid.firstSpan(slices.to()); s++)
				sum(grid, s, packed, steps, neighbours, part);
			return part;
		}).forEach(part -> {
			for (int i = 0; i < sums.length; i++)
				sums[i] += part[i];
		});
		return new ToneDifferenceMatrix(levels, divide(sums, columns));
	}

	/** Adds count * |level - mean|, a whole number, to the sum of the voxel's level and number of neighbours. */
	private static void sum(final LevelGrid grid, final int span, final long[] packed, final int[] steps,
		final long[] neighbours, final long[] sums)
	{
		final int start = grid.spanStart(span), n = grid.spanEnd(span) - start, columns = 2 * steps.length + 1;
		java.util.Arrays.fill(neighbours, 0, n, 0);
		for (final int step : steps) {
			add(packed, start + step, n, neighbours);
			add(packed, start - step, n, neighbours);
		}
		for (int i = 0; i < n; i++) {
			final long count = neighbours[i] >>> SUM_BITS, level = packed[start + i] & SUM_MASK;
			sums[(grid.ranks()[start + i] - 1) * columns + (int) count] += Math.abs(level * count - (neighbours[i] & SUM_MASK));
		}
	}

	private static void add(final long[] packed, final int from, final int n, final long[] neighbours) {
		for (int i = 0; i < n; i++)
			neighbours[i] += packed[from + i];
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
