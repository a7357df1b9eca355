package io.github.radiomicsnomogram.texture;

import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Grey level size zone matrix (GLSZM): how many connected zones of one level there are, by level and number of voxels.
 * Thibault G et al., Texture indexes and gray level size zone matrix, Pattern Recognition and Information Processing
 * 2009:140-145. Voxels are connected if they touch at a face, an edge or a corner.
 * <p>
 * One pass over the ROI gives each voxel to the zone of an equal neighbour before it, and joins zones that meet there; only
 * two slices are kept. Slabs are done in parallel, then joined with each other; the zones don't depend on the order.
 */
public final class SizeZoneMatrix {

	private SizeZoneMatrix() {}

	/** The matrix: rows are places in {@link GreyLevels#present()}, columns are sizes in voxels. */
	public static SparseMatrix of(final GreyLevels levels, final TextureSettings settings) {
		final List<Offset> offsets = Offset.half(levels, List.of(1), settings);
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final List<ZoneSlab> slabs = executor.forEachApply(Parts.of(levels.grid(1).slices(), executor.getParallelism()),
			slices -> new ZoneSlab(levels, offsets, slices));
		slabs.subList(1, slabs.size()).forEach(slabs.get(0)::addAll);
		return slabs.get(0).sizes(levels);
	}
}
