package io.github.radiomicsnomogram.texture;

import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level size zone matrix (GLSZM): how many connected zones of one level there are, by level and number of voxels.
 * Thibault G et al., Texture indexes and gray level size zone matrix, Pattern Recognition and Information Processing
 * 2009:140-145. Voxels are connected if they touch at a face, an edge or a corner.
 * <p>
 * Zones are joined in a forest of voxels (union-find with path halving), which takes practically linear time. Slabs are
 * joined in parallel, then with each other; the zones don't depend on the order.
 */
public final class SizeZoneMatrix {

	private final LevelGrid grid;
	private final int[] steps;
	/** Bits of the offsets that lead into another slice. */
	private final int across;
	private final int[] equal;
	/** For each voxel another one of its zone with a lower index, or itself if it is the root. */
	private final int[] parent;

	private SizeZoneMatrix(final LevelGrid grid, final List<Offset> offsets) {
		this.grid = grid;
		steps = offsets.stream().mapToInt(grid::step).toArray();
		int bits = 0;
		for (int d = 0; d < steps.length; d++)
			if (offsets.get(d).dz() != 0) bits |= 1 << d;
		across = bits;
		equal = EqualNeighbours.of(grid, offsets);
		parent = new int[equal.length];
	}

	/** The matrix: rows are places in {@link GreyLevels#present()}, columns are sizes in voxels. */
	public static SparseMatrix of(final GreyLevels levels, final TextureSettings settings) {
		final LevelGrid grid = levels.grid(1);
		final SizeZoneMatrix zones = new SizeZoneMatrix(grid, Offset.half(levels, List.of(1), settings));
		zones.join();
		return zones.count(levels);
	}

	private void join() {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<Parts.Range> slabs = Parts.of(grid.slices(), executor.suggestNumberOfTasks());
		executor.forEach(slabs, slab -> {
			for (int s = grid.firstSpan(slab.from()); s < grid.firstSpan(slab.to()); s++)
				for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
					parent[v] = v;
			for (int z = slab.from(); z < slab.to(); z++)
				joinSlice(z, z == slab.to() - 1 ? ~across : -1);
		});
		for (final Parts.Range slab : slabs)
			joinSlice(slab.to() - 1, across);
	}

	/** Joins the voxels of a slice with their equal neighbours in some directions. */
	private void joinSlice(final int z, final int directions) {
		for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				for (int rest = equal[v] & directions; rest != 0; rest &= rest - 1)
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

	private SparseMatrix count(final GreyLevels levels) {
		final int[] size = new int[parent.length];
		final PairCounts counts = new PairCounts(levels.size(), levels.roi().count() + 1, levels.roi().count());
		final int spans = grid.firstSpan(grid.slices());
		for (int s = 0; s < spans; s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				size[root(v)]++;
		for (int s = 0; s < spans; s++)
			for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
				if (parent[v] == v) counts.add(grid.ranks()[v] - 1, size[v]);
		return counts.toMatrix();
	}
}
