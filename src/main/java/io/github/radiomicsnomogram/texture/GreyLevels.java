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

	/** Up to this many levels are counted in a table whatever the size of the ROI. */
	private static final int SMALL_TABLE = 1 << 16;

	private final RoiVoxels roi;
	private final int[] ranks;
	private final int[] present;
	private final int[] counts;
	private final LevelGrid grid;

	/** @param levels become the ranks */
	private GreyLevels(final RoiVoxels roi, final int[] levels) {
		this.roi = roi;
		int max = 0;
		for (final int level : levels)
			max = Math.max(max, level);
		if (max > SMALL_TABLE && max > 4L * levels.length) {
			present = Arrays.stream(levels).sorted().distinct().toArray();
			counts = new int[present.length];
			for (int i = 0; i < levels.length; i++) {
				final int r = Arrays.binarySearch(present, levels[i]);
				counts[r]++;
				levels[i] = r + 1;
			}
		}
		else {
			final int[] table = new int[max + 1];
			for (final int level : levels)
				table[level]++;
			present = IntStream.rangeClosed(1, max).filter(level -> table[level] != 0).toArray();
			counts = Arrays.stream(present).map(level -> table[level]).toArray();
			replace(levels, table);
		}
		ranks = levels;
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

	/** Replaces levels by their ranks. */
	private void replace(final int[] levels, final int[] table) {
		for (int r = 0; r < present.length; r++)
			table[present[r]] = r + 1;
		Parts.forEach(levels.length, part -> {
			for (int i = part.from(); i < part.to(); i++)
				levels[i] = table[levels[i]];
		});
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
