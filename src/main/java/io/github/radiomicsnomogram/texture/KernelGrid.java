package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.volume.BoundingBox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.function.Predicate;

/**
 * The neighbourhoods (kernels) of voxels: boxes of voxels around each, of which only those count that carry a grey level.
 * All kernels lie in one array with a margin, so that each is the same set of distances from its centre. Immutable.
 */
public final class KernelGrid {

	private final GreyLevels levels;
	private final TextureSettings settings;
	private final LevelGrid grid;
	private final int[] ranks;
	private final int[] radius = new int[3];
	private final int[] region = new int[3];

	/**
	 * @param levels grey levels of the voxels that count
	 * @param radius of the kernels in voxels, at least 1; with force2D they are one slice thick. What reaches beyond the
	 *          voxels that count is cut off
	 * @param settings distances and force2D
	 * @param region of which kernels are parts; a direction that doesn't fit into it is none
	 */
	public KernelGrid(final GreyLevels levels, final int radius, final TextureSettings settings,
		final BoundingBox region)
	{
		this.levels = levels;
		this.settings = settings;
		grid = levels.grid(Math.min(radius, largest(levels.roi().box())));
		ranks = IntStream.range(0, grid.length()).map(grid::rank).toArray();
		for (int axis = 0; axis < 3; axis++) {
			final boolean across = settings.force2D() && axis == 2 - settings.force2DDimension();
			this.radius[axis] = across ? 0 : Math.min(radius, grid.size(axis) - 1);
			this.region[axis] = region.size(axis);
		}
	}

	private static int largest(final BoundingBox box) {
		return Math.max(box.size(0), Math.max(box.size(1), box.size(2)));
	}

	/** Grey levels of the voxels that count. */
	public GreyLevels levels() {
		return levels;
	}

	/** How the matrices are made. */
	public TextureSettings settings() {
		return settings;
	}

	/** Radius of the kernels along an axis (0 = x, 1 = y, 2 = z). */
	public int radius(final int axis) {
		return radius[axis];
	}

	/** Voxels along an axis of what {@link #levels()} cover. */
	public int size(final int axis) {
		return grid.size(axis);
	}

	/**
	 * Place of a kernel's centre.
	 *
	 * @param x counted, as y and z, from the corner of the box of {@link #levels()}
	 */
	public int centre(final int x, final int y, final int z) {
		return grid.index(x, y, z);
	}

	/** Ranks of the grey levels, counted from 1; 0 where no voxel counts. Read only. */
	public int[] ranks() {
		return ranks;
	}

	/** Most voxels that a kernel has. */
	public int kernelSize() {
		return (2 * radius[0] + 1) * (2 * radius[1] + 1) * (2 * radius[2] + 1);
	}

	/** The ways from the centre to the kernel's voxels, x fastest. */
	List<Offset> positions() {
		final List<Offset> all = new ArrayList<>();
		for (int z = -radius[2]; z <= radius[2]; z++)
			for (int y = -radius[1]; y <= radius[1]; y++)
				for (int x = -radius[0]; x <= radius[0]; x++)
					all.add(new Offset(x, y, z));
		return all;
	}

	/** The distances in the array of {@link #positions()}. */
	public int[] steps() {
		return positions().stream().mapToInt(grid::step).toArray();
	}

	/**
	 * The distances from the centre in the order in which PyRadiomics lists a kernel's voxels: those of the whole kernel
	 * that what counts is wide enough for, farthest first along z, y, x, and the centre at the end.
	 */
	public int[] stepsDown() {
		final List<Offset> all = new ArrayList<>(positions());
		all.removeIf(o -> Math.abs(o.dx()) >= size(0) || Math.abs(o.dy()) >= size(1) || Math.abs(o.dz()) >= size(2) || o
			.distance() == 0);
		java.util.Collections.reverse(all);
		all.add(new Offset(0, 0, 0));
		return all.stream().mapToInt(grid::step).toArray();
	}

	/** Numbers of the voxels of {@link #levels()} at their places in the array; 0 elsewhere. */
	public int[] spread(final int[] ofVoxels) {
		final int[] spread = new int[ranks.length];
		int from = 0;
		for (int s = 0; s < grid.firstSpan(grid.slices()); s++) {
			final int length = grid.spanEnd(s) - grid.spanStart(s);
			System.arraycopy(ofVoxels, from, spread, grid.spanStart(s), length);
			from += length;
		}
		return spread;
	}

	/** The same for numbers of double precision. */
	public double[] spread(final double[] ofVoxels) {
		final double[] spread = new double[ranks.length];
		int from = 0;
		for (int s = 0; s < grid.firstSpan(grid.slices()); s++) {
			final int length = grid.spanEnd(s) - grid.spanStart(s);
			System.arraycopy(ofVoxels, from, spread, grid.spanStart(s), length);
			from += length;
		}
		return spread;
	}

	/** One of each pair of opposite directions at the given distances, in PyRadiomics' order. */
	List<Offset> directions(final List<Integer> distances) {
		return Offset.half(region, distances, settings);
	}

	/** Pairs of a kernel's voxels that lie in a direction from each other: distances in the array, first, second, ... */
	int[] pairs(final Offset direction, final Predicate<Offset> either) {
		return positions().stream().map(from -> new Offset[] { from, from.plus(direction) }).filter(p -> contains(p[1]) &&
			(either.test(p[0]) || either.test(p[1]))).flatMapToInt(p -> java.util.stream.IntStream.of(grid.step(p[0]), grid
				.step(p[1]))).toArray();
	}

	/** Pairs in a direction as places in {@link #positions()}: first, second, ... */
	int[] pairsOfPlaces(final Offset direction) {
		final List<Offset> all = positions();
		return all.stream().filter(from -> contains(from.plus(direction))).flatMapToInt(from -> java.util.stream.IntStream.of(
			place(from), place(from.plus(direction)))).toArray();
	}

	/** Place of a way in {@link #positions()}. */
	int place(final Offset o) {
		return ((o.dz() + radius[2]) * (2 * radius[1] + 1) + o.dy() + radius[1]) * (2 * radius[0] + 1) + o.dx() + radius[0];
	}

	/** Whether a way from the centre stays in the kernel. */
	boolean contains(final Offset o) {
		return Math.abs(o.dx()) <= radius[0] && Math.abs(o.dy()) <= radius[1] && Math.abs(o.dz()) <= radius[2];
	}
}
