package io.github.radiomicsnomogram.texture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The runs in kernels (GLRLM), by direction, or the weighted sum of directions; see {@link RunLengthMatrices}. As in
 * PyRadiomics a direction without a line that meets two voxels has no matrix.
 */
public final class KernelRuns implements KernelStatistics<SizeStatistics> {

	private final int[] ranks;
	private final int[][][] lines;
	private final boolean weighted;
	private final KernelSizes sizes;

	public KernelRuns(final KernelGrid grid) {
		ranks = grid.ranks();
		final List<Offset> directions = directions(grid);
		lines = directions.stream().map(d -> lines(grid, d)).toArray(int[][][]::new);
		final TextureSettings settings = grid.settings();
		weighted = settings.weightingNorm().isPresent();
		final double[] spacing = grid.levels().roi().geometry().spacing();
		final double[] weights = weighted ? directions.stream().mapToDouble(d -> d.length(settings.weightingNorm().get(),
			spacing)).toArray() : new double[] { 1 };
		final int longest = 2 * Math.max(grid.radius(0), Math.max(grid.radius(1), grid.radius(2))) + 1;
		sizes = new KernelSizes(grid.levels(), longest, grid.kernelSize() * (weighted ? Math.max(1, directions.size()) : 1),
			weights);
	}

	/** Whether there is one matrix at most, whatever the kernel. */
	public static boolean isSingle(final KernelGrid grid) {
		return grid.settings().weightingNorm().isPresent() || directions(grid).size() == 1;
	}

	private static List<Offset> directions(final KernelGrid grid) {
		return grid.directions(List.of(1));
	}

	/** The straight lines through a kernel along a direction, each as distances from the centre. */
	private static int[][] lines(final KernelGrid grid, final Offset direction) {
		final int[] steps = grid.steps();
		final List<int[]> found = new ArrayList<>();
		for (final Offset start : grid.positions()) {
			if (grid.contains(start.plus(direction.reversed()))) continue;
			final List<Offset> line = new ArrayList<>();
			for (Offset o = start; grid.contains(o); o = o.plus(direction))
				line.add(o);
			found.add(line.stream().mapToInt(o -> steps[grid.place(o)]).toArray());
		}
		return found.toArray(int[][]::new);
	}

	@Override
	public void compute(final int centre, final Consumer<? super SizeStatistics> sink) {
		sizes.clear();
		for (int d = 0; d < lines.length; d++) {
			if (!weighted) sizes.clear();
			final int before = sizes.count();
			if (!count(centre, lines[d], weighted ? d : 0)) sizes.truncate(before);
			if (!weighted && sizes.count() > 0) sink.accept(sizes.statistics());
		}
		if (weighted && sizes.count() > 0) sink.accept(sizes.statistics());
	}

	/** Lists the runs along a direction; returns whether some line meets two voxels. */
	private boolean count(final int centre, final int[][] parallels, final int kind) {
		boolean several = false;
		for (final int[] line : parallels) {
			int rank = 0, length = 0, met = 0;
			for (final int step : line) {
				final int r = ranks[centre + step];
				if (r != 0) met++;
				if (r == rank) length++;
				else {
					if (rank != 0) sizes.add(rank, length, kind);
					rank = r;
					length = 1;
				}
			}
			if (rank != 0) sizes.add(rank, length, kind);
			several |= met > 1;
		}
		return several;
	}
}
