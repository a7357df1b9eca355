package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.volume.RoiVoxels;

import java.util.Arrays;

/**
 * The ROI's voxels as grey levels 1, 2, ..., which is what the texture matrices count. Levels that no voxel has take no
 * room: a voxel is stored as the rank of its level among those present, so that a CT with 5000 levels of which 300 occur
 * gives matrices of 300 rows. Immutable.
 */
public final class GreyLevels {

	/** Up to this many levels are counted in a table whatever the size of the ROI. */
	private static final int SMALL_TABLE = 1 << 16;

	private final RoiVoxels roi;
	private final int[] ranks;
	private final int[] present;
	private final int[] counts;
	private final LevelGrid grid;

	private GreyLevels(final RoiVoxels roi, final int[] levels) {
		this.roi = roi;
		present = distinct(levels);
		ranks = levels;
		counts = new int[present.length];
		rank(levels);
		grid = new LevelGrid(roi, ranks, 1);
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
		return new GreyLevels(roi, Bins.of(roi.values(), roi.type(), binning).levels(roi.values()));
	}

	/**
	 * For voxels that are grey levels already.
	 *
	 * @param levels one for each voxel of the ROI, in the order of {@link RoiVoxels#values()}; 1 or more; copied
	 */
	public static GreyLevels ofLevels(final RoiVoxels roi, final int[] levels) {
		if (levels.length != roi.count()) throw new IllegalArgumentException(levels.length + " levels for " + roi.count() +
			" voxels");
		for (final int level : levels)
			if (level < 1 || level > Bins.MAX_LEVEL) throw new IllegalArgumentException("level " + level);
		return new GreyLevels(roi, levels.clone());
	}

	private static int[] distinct(final int[] levels) {
		int max = 0;
		for (final int level : levels)
			max = Math.max(max, level);
		if (max > SMALL_TABLE && max > 4L * levels.length) {
			final int[] sorted = levels.clone();
			Arrays.sort(sorted);
			int n = 0;
			for (int i = 0; i < sorted.length; i++)
				if (i == 0 || sorted[i] != sorted[i - 1]) sorted[n++] = sorted[i];
			return Arrays.copyOf(sorted, n);
		}
		final boolean[] seen = new boolean[max + 1];
		for (final int level : levels)
			seen[level] = true;
		final int[] found = new int[max];
		int n = 0;
		for (int level = 1; level <= max; level++)
			if (seen[level]) found[n++] = level;
		return Arrays.copyOf(found, n);
	}

	/** Turns levels into ranks, in place, and counts them. */
	private void rank(final int[] levels) {
		final int max = max();
		final int[] table = max > SMALL_TABLE && max > 4L * levels.length ? null : new int[max + 1];
		if (table != null) for (int r = 0; r < present.length; r++)
			table[present[r]] = r;
		for (int i = 0; i < levels.length; i++) {
			final int r = table != null ? table[levels[i]] : Arrays.binarySearch(present, levels[i]);
			counts[r]++;
			levels[i] = r + 1;
		}
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
	 * from 1. Read only.
	 */
	public int[] ranks() {
		return ranks;
	}

	/** Grey level of a voxel, in the order of {@link RoiVoxels#values()}. */
	public int level(final int voxel) {
		return present[ranks[voxel] - 1];
	}

	/** The ranks in space, with a margin wide enough for neighbours at a distance. */
	LevelGrid grid(final int margin) {
		return margin == grid.margin() ? grid : new LevelGrid(roi, ranks, margin);
	}
}
