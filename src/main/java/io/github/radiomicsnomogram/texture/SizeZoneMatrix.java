package io.github.radiomicsnomogram.texture;

import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level size zone matrix (GLSZM): how many connected zones of one level there are, by level and number of voxels.
 * Thibault G et al., Texture indexes and gray level size zone matrix, Pattern Recognition and Information Processing
 * 2009:140-145. Voxels are connected if they touch at a face, an edge or a corner.
 * <p>
 * Zones are joined in a forest of voxels (union-find with path halving; a root holds its zone's size), which takes
 * practically linear time. Slabs are joined in parallel, then with each other; the zones don't depend on the order.
 */
public final class SizeZoneMatrix {

	/**
	 * For each set of equal earlier neighbours, as bits, one of every group of them that touch: they have been joined
	 * before.
	 */
	private static final short[] ONE_OF_EACH_GROUP = oneOfEachGroup();

	/** Bits of the neighbours in the slice before. */
	private static final int SLICE_BEFORE = bits(1);

	private final LevelGrid grid;
	private final int[] steps = new int[EqualNeighbours.OFFSETS.size()];
	/** For each voxel another one of its zone, nearer to the root; for the root the number of voxels, negative. */
	private final int[] parent;

	private SizeZoneMatrix(final LevelGrid grid) {
		this.grid = grid;
		for (int d = 0; d < steps.length; d++)
			steps[d] = grid.step(EqualNeighbours.OFFSETS.get(d));
		parent = new int[grid.ranks().length];
	}

	/** The matrix: rows are places in {@link GreyLevels#present()}, columns are sizes in voxels. */
	public static SparseMatrix of(final GreyLevels levels, final TextureSettings settings) {
		final LevelGrid grid = levels.grid(1);
		return joined(grid, EqualNeighbours.of(grid, Offset.half(levels, List.of(1), settings), levels.size())).count(levels);
	}

	/** @param equal bits of {@link EqualNeighbours}, which take memory that counting doesn't need any more */
	private static SizeZoneMatrix joined(final LevelGrid grid, final char[] equal) {
		final SizeZoneMatrix zones = new SizeZoneMatrix(grid);
		zones.join(equal);
		return zones;
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

	private void join(final char[] equal) {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<Parts.Range> slabs = Parts.of(grid.slices(), executor.suggestNumberOfTasks());
		executor.forEach(slabs, slab -> {
			for (int z = slab.from(); z < slab.to(); z++)
				growSlice(equal, z, z == slab.from() ? ~SLICE_BEFORE : -1);
		});
		for (final Parts.Range slab : slabs)
			joinSlice(equal, slab.from(), SLICE_BEFORE);
	}

	/** Adds each voxel of a slice to the zones of its equal neighbours in some directions, which become one. */
	private void growSlice(final char[] equal, final int z, final int directions) {
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++) {
				int rest = neighbours(equal[v], directions);
				parent[v] = -1;
				if (rest == 0) continue;
				int root = root(v - steps[Integer.numberOfTrailingZeros(rest)]);
				for (rest &= rest - 1; rest != 0; rest &= rest - 1)
					root = join(root, root(v - steps[Integer.numberOfTrailingZeros(rest)]));
				parent[root]--;
				parent[v] = root;
			}
	}

	/** The same for voxels that belong to zones already. */
	private void joinSlice(final char[] equal, final int z, final int directions) {
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				for (int rest = neighbours(equal[v], directions); rest != 0; rest &= rest - 1)
					join(root(v), root(v - steps[Integer.numberOfTrailingZeros(rest)]));
	}

	private static int neighbours(final char equal, final int directions) {
		return ONE_OF_EACH_GROUP[equal >>> EqualNeighbours.FIRST_BIT & directions];
	}

	/** Makes one zone of those of two roots; returns its root. */
	private int join(final int a, final int b) {
		if (a == b) return a;
		final int root = Math.min(a, b), other = Math.max(a, b);
		parent[root] += parent[other];
		parent[other] = root;
		return root;
	}

	private int root(final int voxel) {
		int v = voxel;
		while (parent[v] >= 0) {
			final int next = parent[v];
			if (parent[next] < 0) return next;
			v = parent[v] = parent[next];
		}
		return v;
	}

	private SparseMatrix count(final GreyLevels levels) {
		// Large zones are few, so that a small table will do.
		final PairCounts counts = new PairCounts(levels.size(), levels.roi().count() + 1, levels.roi().count() / 8);
		for (int s = 0; s < grid.firstSpan(grid.slices()); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				if (parent[v] < 0) counts.add(grid.ranks()[v] - 1, -parent[v]);
		return counts.toMatrix();
	}
}
