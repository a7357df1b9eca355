package io.github.radiomicsnomogram.texture;

import java.util.Arrays;
import java.util.function.Consumer;

/** The zones in kernels (GLSZM), connected inside the kernel; see {@link SizeZoneMatrix}. */
public final class KernelZones implements KernelStatistics<SizeStatistics> {

	private final int[] ranks, steps;

	/** Place of each of the kernel's voxels in {@link #open}, which has a margin. */
	private final int[] places;

	/** Ways to the 26 neighbours in {@link #open}. */
	private final int[] neighbours;

	/** Ranks of the voxels that belong to no zone yet. */
	private final int[] open;
	private final int[] stack;
	private final KernelSizes sizes;

	public KernelZones(final KernelGrid grid) {
		ranks = grid.ranks();
		steps = grid.steps();
		final int nx = 2 * grid.radius(0) + 3, ny = 2 * grid.radius(1) + 3, nz = 2 * grid.radius(2) + 3;
		open = new int[nx * ny * nz];
		places = grid.positions().stream().mapToInt(o -> ((o.dz() + grid.radius(2) + 1) * ny + o.dy() + grid.radius(1) + 1) *
			nx + o.dx() + grid.radius(0) + 1).toArray();
		final int[] later = Offset.laterNeighbours().stream().mapToInt(o -> (o.dz() * ny + o.dy()) * nx + o.dx()).toArray();
		neighbours = Arrays.copyOf(later, 2 * later.length);
		for (int k = 0; k < later.length; k++)
			neighbours[later.length + k] = -later[k];
		stack = new int[grid.kernelSize()];
		sizes = new KernelSizes(grid.levels(), grid.kernelSize(), grid.kernelSize(), 1);
	}

	@Override
	public void compute(final int centre, final Consumer<? super SizeStatistics> sink) {
		for (int k = 0; k < steps.length; k++)
			open[places[k]] = ranks[centre + steps[k]];
		sizes.clear();
		for (final int place : places)
			if (open[place] != 0) {
				final int rank = open[place];
				sizes.add(rank, zone(place, rank), 0);
			}
		if (sizes.count() > 0) sink.accept(sizes.statistics());
	}

	/** Takes a zone away; returns its size. */
	private int zone(final int seed, final int rank) {
		int depth = 0, size = 0;
		open[seed] = 0;
		stack[depth++] = seed;
		while (depth > 0) {
			final int place = stack[--depth];
			size++;
			for (final int way : neighbours)
				if (open[place + way] == rank) {
					open[place + way] = 0;
					stack[depth++] = place + way;
				}
		}
		return size;
	}
}
