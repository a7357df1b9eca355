package io.github.radiomicsnomogram.texture;

import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level size zone matrix (GLSZM): how many connected zones of one level there are, by level and number of voxels.
 * Thibault G et al., Texture indexes and gray level size zone matrix, Pattern Recognition and Information Processing
 * 2009:140-145. Voxels are connected if they touch at a face, an edge or a corner.
 * <p>
 * Zones are joined in a forest of voxels (union-find with path halving, the first voxel of a zone being its root), which
 * takes practically linear time. Slabs are joined in parallel, then with each other; the zones don't depend on the order.
 */
public final class SizeZoneMatrix {

	/**
	 * For each set of equal later neighbours, as bits, one of every group of them that touch: these touch each other
	 * without the voxel, and are joined when it is their turn.
	 */
	private static final short[] ONE_OF_EACH_GROUP = oneOfEachGroup();

	/** Bits of the neighbours in the next slice. */
	private static final int NEXT_SLICE = bits(1);

	private final LevelGrid grid;
	private final int[] steps = new int[EqualNeighbours.OFFSETS.size()];
	private final int[] equal;
	/** For each voxel an earlier one of its zone, or itself if it is the root. */
	private final int[] parent;

	private SizeZoneMatrix(final LevelGrid grid, final List<Offset> offsets) {
		this.grid = grid;
		for (int d = 0; d < steps.length; d++)
			steps[d] = grid.step(EqualNeighbours.OFFSETS.get(d));
		equal = EqualNeighbours.of(grid, offsets);
		parent = new int[equal.length];
	}

	/** The matrix: rows are places in {@link GreyLevels#present()}, columns are sizes in voxels. */
	public static SparseMatrix of(final GreyLevels levels, final TextureSettings settings) {
		final SizeZoneMatrix zones = new SizeZoneMatrix(levels.grid(1), Offset.half(levels, List.of(1), settings));
		zones.join();
		return zones.count(levels);
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

	private static int bits(final int dz) {
		int bits = 0;
		for (int d = 0; d < EqualNeighbours.OFFSETS.size(); d++)
			if (EqualNeighbours.OFFSETS.get(d).dz() == dz) bits |= 1 << d;
		return bits;
	}

	private void join() {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<Parts.Range> slabs = Parts.of(grid.slices(), executor.suggestNumberOfTasks());
		executor.forEach(slabs, slab -> {
			for (int s = grid.firstSpan(slab.from()); s < grid.firstSpan(slab.to()); s++)
				for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
					parent[v] = v;
			for (int z = slab.from(); z < slab.to(); z++)
				joinSlice(z, z == slab.to() - 1 ? ~NEXT_SLICE : -1);
		});
		for (final Parts.Range slab : slabs)
			joinSlice(slab.to() - 1, NEXT_SLICE);
	}

	/** Joins the voxels of a slice with their equal neighbours in some directions. */
	private void joinSlice(final int z, final int directions) {
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				for (int rest = ONE_OF_EACH_GROUP[equal[v] & directions]; rest != 0; rest &= rest - 1)
					join(v, v + steps[Integer.numberOfTrailingZeros(rest)]);
	}

	private void join(final int v, final int w) {
		final int a = root(v), b = root(w);
		if (a < b) parent[b] = a;
		else parent[a] = b;
	}

	private int root(final int voxel) {
		int v = voxel;
		while (parent[v] != v) {
			parent[v] = parent[parent[v]];
			v = parent[v];
		}
		return v;
	}

	/** In the order of the array a voxel's parent already points to the root. */
	private SparseMatrix count(final GreyLevels levels) {
		final int[] size = new int[parent.length];
		final PairCounts counts = new PairCounts(levels.size(), levels.roi().count() + 1, levels.roi().count());
		final int spans = grid.firstSpan(grid.slices());
		for (int s = 0; s < spans; s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++) {
				parent[v] = parent[parent[v]];
				size[parent[v]]++;
			}
		for (int s = 0; s < spans; s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				if (size[v] != 0) counts.add(grid.ranks()[v] - 1, size[v]);
		return counts.toMatrix();
	}
}
