package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.volume.RoiVoxels;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The ROI's voxels as grey levels 1, 2, ..., which is what the texture matrices count. Levels that no voxel has take no
 * room: a voxel is stored as the rank of its level among those present, so that a CT with 5000 levels of which 300 occur
 * gives matrices of 300 rows. Immutable.
 */
public final class GreyLevels {

	private final RoiVoxels roi;
	private final int[] present;
	private final int[] counts;
	private final LevelGrid grid;

	/**
	 * @param max the highest level
	 * @param levels writes them
	 */
	private GreyLevels(final RoiVoxels roi, final int max, final LevelGrid.RankWriter levels) {
		this.roi = roi;
		if (max <= Character.MAX_VALUE) {
			grid = new LevelGrid(roi, 1, max);
			final int[] table = fill(max, levels);
			present = IntStream.rangeClosed(1, max).filter(level -> table[level] != 0).toArray();
			counts = Arrays.stream(present).map(level -> table[level]).toArray();
			for (int r = 0; r < present.length; r++)
				table[present[r]] = r + 1;
			if (present.length < max) grid.replace(table);
		}
		else {
			final int[] all = new int[roi.count()];
			levels.write(all, 0, all.length);
			final int[] sorted = all.clone();
			Arrays.sort(sorted);
			present = IntStream.range(0, sorted.length).filter(i -> i == 0 || sorted[i] != sorted[i - 1]).map(i -> sorted[i])
				.toArray();
			counts = new int[present.length];
			for (int i = 0, r = 0; i < sorted.length; i++) {
				if (sorted[i] != present[r]) r++;
				counts[r]++;
			}
			grid = new LevelGrid(roi, 1, present.length);
			write(grid, (ranks, voxel, n) -> {
				for (int i = 0; i < n; i++)
					ranks[i] = Arrays.binarySearch(present, all[voxel + i]) + 1;
			});
		}
	}

	private static void write(final LevelGrid grid, final LevelGrid.RankWriter ranks) {
		grid.forEachPart(part -> grid.write(part, ranks));
	}

	/** Writes the levels into the grid; returns how many voxels have each. */
	private int[] fill(final int max, final LevelGrid.RankWriter levels) {
		final int[] all = new int[max + 1];
		grid.forEachPart(part -> {
			final LevelCounts some = new LevelCounts(max);
			grid.write(part, (ranks, voxel, n) -> {
				levels.write(ranks, voxel, n);
				some.count(ranks, n);
			});
			some.addTo(all);
		});
		return all;
	}

	/**
	 * Discretises the voxels of a ROI as PyRadiomics does.
	 * <p>
	 * Bins of one width start at the multiple of the width at or below the smallest value; they are half-open. A number
	 * of bins divides the range between the smallest and the largest value evenly, the largest value belonging to the
	 * last bin. See {@link Bins} for the arithmetic.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if the bins are too narrow for the values
	 */
	public static GreyLevels of(final RoiVoxels roi, final Binning binning) {
		final Bins bins = Bins.of(roi, binning);
		final double[] values = roi.values();
		return new GreyLevels(roi, bins.level(roi.maximum()), (levels, voxel, n) -> bins.levels(values, voxel, n, levels));
	}

	/**
	 * For voxels that are grey levels already.
	 *
	 * @param levels one for each voxel of the ROI, in the order of {@link RoiVoxels#values()}; 1 or more; not kept
	 */
	public static GreyLevels ofLevels(final RoiVoxels roi, final int[] levels) {
		if (levels.length != roi.count()) throw new IllegalArgumentException(levels.length + " levels for " + roi.count() +
			" voxels");
		int max = 0;
		for (final int level : levels) {
			if (level < 1 || level > Bins.MAX_LEVEL) throw new IllegalArgumentException("level " + level);
			max = Math.max(max, level);
		}
		return new GreyLevels(roi, max, (all, voxel, n) -> System.arraycopy(levels, voxel, all, 0, n));
	}

	/** The voxels. */
	public RoiVoxels roi() {
		return roi;
	}

	/** Number of levels that occur. */
	public int size() {
		return present.length;
	}

	/** The highest level, PyRadiomics' Ng: levels below it may be absent. */
	public int max() {
		return present[present.length - 1];
	}

	/** The levels that occur, ascending. Read only. */
	public int[] present() {
		return present;
	}

	/** How many voxels have each of the levels {@link #present()}. Read only. */
	public int[] counts() {
		return counts;
	}

	/**
	 * For each voxel, in the order of {@link RoiVoxels#values()}, the place of its level in {@link #present()}, counted
	 * from 1; a copy.
	 */
	public int[] ranks() {
		return grid.voxelRanks();
	}

	/** The ranks in space, with a margin wide enough for neighbours at a distance. */
	LevelGrid grid(final int margin) {
		if (margin == grid.margin()) return grid;
		final LevelGrid wider = new LevelGrid(roi, margin, size());
		final int[] ranks = ranks();
		write(wider, (all, voxel, n) -> System.arraycopy(ranks, voxel, all, 0, n));
		return wider;
	}
}
