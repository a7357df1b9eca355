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
	private final int[] present;
	private final int[] counts;
	private final LevelGrid grid;

	/**
	 * @param max the highest level
	 * @param levels writes them into the grid
	 */
	private GreyLevels(final RoiVoxels roi, final int max, final LevelGrid.SpanWriter levels) {
		this.roi = roi;
		grid = new LevelGrid(roi, 1);
		if (max > SMALL_TABLE && max > 4L * roi.count()) {
			grid.forEachPart(part -> grid.write(part, levels));
			final int[] sorted = grid.voxelRanks();
			Arrays.sort(sorted);
			present = IntStream.range(0, sorted.length).filter(i -> i == 0 || sorted[i] != sorted[i - 1]).map(i -> sorted[i])
				.toArray();
			counts = new int[present.length];
			for (int i = 0, r = 0; i < sorted.length; i++) {
				if (sorted[i] != present[r]) r++;
				counts[r]++;
			}
			grid.replace(level -> Arrays.binarySearch(present, level) + 1);
		}
		else {
			final int[] table = fill(max, levels);
			present = IntStream.rangeClosed(1, max).filter(level -> table[level] != 0).toArray();
			counts = Arrays.stream(present).map(level -> table[level]).toArray();
			for (int r = 0; r < present.length; r++)
				table[present[r]] = r + 1;
			if (present.length < max) grid.replace(level -> table[level]);
		}
	}

	/** Writes the levels into the grid; returns how many voxels have each. */
	private int[] fill(final int max, final LevelGrid.SpanWriter levels) {
		final int[] all = new int[max + 1];
		grid.forEachPart(part -> {
			final LevelCounts some = new LevelCounts(max);
			grid.write(part, (ranks, start, voxel, n) -> {
				levels.write(ranks, start, voxel, n);
				some.count(ranks, start, n);
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
		return new GreyLevels(roi, bins.level(roi.maximum()), (levels, start, voxel, n) -> bins.levels(values, voxel, n, levels,
			start));
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
		return new GreyLevels(roi, max, (all, start, voxel, n) -> System.arraycopy(levels, voxel, all, start, n));
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
		final LevelGrid wider = new LevelGrid(roi, margin);
		final int[] ranks = ranks();
		wider.forEachPart(part -> wider.write(part, (all, start, voxel, n) -> System.arraycopy(ranks, voxel, all, start,
			n)));
		return wider;
	}
}
