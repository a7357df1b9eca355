package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.List;

/**
 * The zones in some slices of the ROI. Of all voxels only those of two slices at a time are kept, with the parts of
 * their zones.
 */
final class ZoneSlab {

	/**
	 * For each set of equal earlier neighbours, as bits, one of every group of them that touch: they have been joined
	 * before.
	 */
	private static final short[] ONE_OF_EACH_GROUP = oneOfEachGroup();

	/** Bits of the neighbours in the slice before. */
	private static final int SLICE_BEFORE = sliceBefore();

	private final LevelGrid grid;
	private final EqualNeighbours neighbours;
	private final int firstSlice;
	private final ZoneForest zones;
	/** For each voxel of two slices, one of even and one of odd z, a part of its zone; the same for the first slice. */
	private final int[] parts, firstParts;
	/** What {@link EqualNeighbours} says of the first slice. */
	private final char[] firstEqual;

	/**
	 * Finds the zones.
	 *
	 * @param offsets to the later neighbours that are connected
	 * @param slices one or more
	 */
	ZoneSlab(final GreyLevels levels, final List<Offset> offsets, final Parts.Range slices) {
		grid = levels.grid(1);
		zones = new ZoneForest(levels.roi().count());
		firstSlice = slices.from();
		neighbours = new EqualNeighbours(grid, offsets, levels.size());
		parts = new int[2 * neighbours.length()];
		firstEqual = neighbours.of(firstSlice).clone();
		grow(firstSlice, firstEqual, ~SLICE_BEFORE);
		firstParts = parts.clone();
		for (int z = firstSlice + 1; z < slices.to(); z++)
			grow(z, neighbours.of(z), -1);
	}

	private static short[] oneOfEachGroup() {
		final List<Offset> offsets = EqualNeighbours.OFFSETS;
		final short[] groups = new short[1 << offsets.size()];
		for (int set = 1; set < groups.length; set++) {
			int rest = set;
			while (rest != 0) {
				int group = Integer.lowestOneBit(rest);
				groups[set] |= (short) group;
				for (int grown = 0; grown != group;) {
					grown = group;
					for (int d = 0; d < offsets.size(); d++)
						if ((rest >>> d & 1) != 0 && touches(offsets.get(d), group)) group |= 1 << d;
				}
				rest &= ~group;
			}
		}
		return groups;
	}

	private static boolean touches(final Offset o, final int group) {
		for (int d = 0; d < EqualNeighbours.OFFSETS.size(); d++) {
			final Offset p = EqualNeighbours.OFFSETS.get(d);
			if ((group >>> d & 1) != 0 && new Offset(o.dx() - p.dx(), o.dy() - p.dy(), o.dz() - p.dz()).distance() == 1)
				return true;
		}
		return false;
	}

	private static int sliceBefore() {
		int bits = 0;
		for (int d = 0; d < EqualNeighbours.OFFSETS.size(); d++)
			bits |= EqualNeighbours.OFFSETS.get(d).dz() << d;
		return bits;
	}

	private static int groups(final char equal, final int directions) {
		return ONE_OF_EACH_GROUP[equal >>> EqualNeighbours.FIRST_BIT & directions];
	}

	/** Where the parts of a slice are: voxel v of the grid is at v less this. */
	private int base(final int z) {
		return neighbours.base(z) - (z & 1) * neighbours.length();
	}

	/** How far the neighbours before a voxel of a slice are among the parts. */
	private int[] steps(final int z) {
		final int[] steps = new int[EqualNeighbours.OFFSETS.size()];
		for (int d = 0; d < steps.length; d++) {
			final Offset o = EqualNeighbours.OFFSETS.get(d);
			steps[d] = grid.step(o) - base(z) + base(z - o.dz());
		}
		return steps;
	}

	private void grow(final int z, final char[] equal, final int directions) {
		final int[] steps = steps(z);
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			grow(grid.spanStart(s), grid.spanEnd(s), equal, neighbours.base(z), directions, base(z), steps);
	}

	/** Gives each voxel to an equal neighbour's part of a zone, and joins it with the others' parts. */
	private void grow(final int start, final int end, final char[] equal, final int equalBase, final int directions,
		final int base, final int[] steps)
	{
		for (int v = start; v < end; v++) {
			final int groups = groups(equal[v - equalBase], directions);
			if (groups == 0) {
				parts[v - base] = zones.add(grid.rank(v));
				continue;
			}
			final int part = parts[v - base - steps[Integer.numberOfTrailingZeros(groups)]];
			parts[v - base] = part;
			zones.grow(part);
			for (int rest = groups & groups - 1; rest != 0; rest &= rest - 1)
				zones.join(part, parts[v - base - steps[Integer.numberOfTrailingZeros(rest)]]);
		}
	}

	/** Adds the slab after this one. */
	void addAll(final ZoneSlab next) {
		final int first = zones.addAll(next.zones), z = next.firstSlice;
		final int[] steps = steps(z);
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++) {
				int rest = groups(next.firstEqual[v - neighbours.base(z)], SLICE_BEFORE);
				for (; rest != 0; rest &= rest - 1)
					zones.join(first + next.firstParts[v - base(z)], parts[v - base(z) - steps[Integer.numberOfTrailingZeros(
						rest)]]);
			}
		for (int i = 0; i < parts.length; i++)
			parts[i] = first + next.parts[i];
	}

	/** Number of zones by rank - 1 and size. */
	SparseMatrix sizes(final GreyLevels levels) {
		return zones.sizes(levels.size());
	}
}
