package io.github.radiomicsnomogram.volume;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * A region of interest: the voxels of a grid that belong to it. Only its bounding box is kept, one byte a voxel, x
 * fastest, then y, then z. Immutable; never empty.
 */
public final class Mask {

	private static final int LABELS_LISTED = 20;

	private final String name;
	private final Geometry geometry;
	private final BoundingBox box;
	private final byte[] inside;
	private final RoiSpans spans;

	private Mask(final String name, final Geometry geometry, final BoundingBox box, final byte[] inside,
		final RoiSpans spans)
	{
		this.name = name;
		this.geometry = geometry;
		this.box = box;
		this.inside = inside;
		this.spans = spans;
	}

	/**
	 * A ROI given voxel by voxel.
	 *
	 * @param name of the ROI, for messages and tables
	 * @param geometry grid that the box lies in
	 * @param box that holds the whole ROI; it is shrunk to the ROI
	 * @param inside not 0 for each voxel of the box that belongs to the ROI; x fastest; copied
	 * @throws InputException if no voxel belongs to the ROI
	 */
	public static Mask of(final String name, final Geometry geometry, final BoundingBox box, final byte[] inside) {
		if (inside.length != box.voxels()) throw new IllegalArgumentException(inside.length + " voxels for a box of " + box
			.voxels());
		final int nx = box.size(0), ny = box.size(1);
		final Extent extent = new Extent();
		for (int z = box.z0(), row = 0; z <= box.z1(); z++)
			for (int y = box.y0(); y <= box.y1(); y++, row += nx)
				extent.add(inside, row, nx, box.x0(), y, z);
		if (extent.isEmpty()) throw new InputException("The ROI '" + name + "' is empty: no voxel centre lies in it.");
		final BoundingBox tight = extent.box();
		final byte[] cropped = new byte[Math.toIntExact(tight.voxels())];
		final int n = tight.size(0);
		for (int z = tight.z0(), to = 0; z <= tight.z1(); z++)
			for (int y = tight.y0(); y <= tight.y1(); y++, to += n)
				copyRow(inside, ((z - box.z0()) * ny + y - box.y0()) * nx + tight.x0() - box.x0(), cropped, to, n);
		return new Mask(name, geometry, tight, cropped, new RoiSpans(cropped, n));
	}

	/** Copies a row as 0 and 1. */
	private static void copyRow(final byte[] inside, final int from, final byte[] cropped, final int to, final int n) {
		for (int i = 0; i < n; i++)
			cropped[to + i] = (byte) (inside[from + i] != 0 ? 1 : 0);
	}

	/**
	 * The ROI of the voxels that carry a label.
	 *
	 * @param labels 3-D label image on the grid, zero-based; never copied whole
	 * @param label value to look for
	 * @throws InputException if no voxel carries the label; the message lists the labels that are there
	 */
	public static Mask ofLabel(final String name, final Geometry geometry,
		final RandomAccessibleInterval<? extends RealType<?>> labels, final double label)
	{
		return ofLabel(name, geometry, labels, label, slice -> {});
	}

	/**
	 * As {@link #ofLabel(String, Geometry, RandomAccessibleInterval, double)}, for those who want to know more of the
	 * labels, which are read once.
	 *
	 * @param all is given the labels of each slice, from the first on, x fastest, in an array that is used again
	 */
	public static Mask ofLabel(final String name, final Geometry geometry,
		final RandomAccessibleInterval<? extends RealType<?>> labels, final double label, final Consumer<double[]> all)
	{
		Grids.requireGrid(labels, geometry);
		final int nx = Math.toIntExact(geometry.size(0)), ny = Math.toIntExact(geometry.size(1));
		final double[] values = new double[Math.multiplyExact(nx, ny)];
		final byte[] marks = new byte[values.length];
		final List<Slice> slices = new ArrayList<>();
		final Extent extent = new Extent();
		for (int z = 0; z < geometry.size(2); z++) {
			VoxelArrays.read(labels, new BoundingBox(0, 0, z, nx - 1, ny - 1, z), values);
			all.accept(values);
			for (int i = 0; i < marks.length; i++)
				marks[i] = (byte) (values[i] == label ? 1 : 0);
			final Extent here = new Extent();
			for (int y = 0; y < ny; y++)
				here.add(marks, y * nx, nx, 0, y, z);
			if (here.isEmpty()) continue;
			extent.add(here);
			slices.add(Slice.of(here.box(), marks, nx));
		}
		if (extent.isEmpty()) throw new InputException(noSuchLabel(name, labels, label));
		final BoundingBox box = extent.box();
		final byte[] inside = new byte[Math.toIntExact(box.voxels())];
		slices.forEach(slice -> slice.copyInto(inside, box));
		return new Mask(name, geometry, box, inside, new RoiSpans(inside, box.size(0)));
	}

	/** The part of a slice that holds its voxels of a ROI. */
	private record Slice(BoundingBox box, byte[] inside) {

		/** @param marks 1 for each voxel of the whole slice, rows of nx, that belongs to the ROI */
		static Slice of(final BoundingBox box, final byte[] marks, final int nx) {
			final int n = box.size(0);
			final byte[] inside = new byte[n * box.size(1)];
			for (int y = box.y0(), to = 0; y <= box.y1(); y++, to += n)
				copyRow(marks, y * nx + box.x0(), inside, to, n);
			return new Slice(box, inside);
		}

		void copyInto(final byte[] all, final BoundingBox whole) {
			final int n = box.size(0);
			for (int y = box.y0(), from = 0; y <= box.y1(); y++, from += n)
				System.arraycopy(inside, from, all, ((box.z0() - whole.z0()) * whole.size(1) + y - whole.y0()) * whole.size(0) + box
					.x0() - whole.x0(), n);
		}
	}

	private static String noSuchLabel(final String name, final RandomAccessibleInterval<? extends RealType<?>> labels,
		final double label)
	{
		final TreeSet<Double> found = new TreeSet<>();
		for (final RealType<?> v : Views.flatIterable(labels)) {
			if (v.getRealDouble() != 0) found.add(v.getRealDouble());
			if (found.size() > LABELS_LISTED) break;
		}
		final String listed = found.stream().limit(LABELS_LISTED).map(Mask::plain).collect(Collectors.joining(", "));
		return "The mask '" + name + "' has no voxel with label " + plain(label) + "; " + (found.isEmpty()
			? "it is 0 everywhere." : "labels in it: " + listed + (found.size() > LABELS_LISTED ? ", ..." : "") + ".");
	}

	private static String plain(final double v) {
		return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
	}

	/** Name of the ROI. */
	public String name() {
		return name;
	}

	/** Grid of which the ROI is a part. */
	public Geometry geometry() {
		return geometry;
	}

	/** Smallest box that holds the ROI. */
	public BoundingBox box() {
		return box;
	}

	/** Number of voxels in the ROI; at least 1. */
	public long voxelCount() {
		return spans.voxels();
	}

	/** 1 inside, 0 outside, for each voxel of the {@link #box()}, x fastest; a copy. */
	public byte[] toBytes() {
		return inside.clone();
	}

	/** What {@link #toBytes()} copies; nobody may write to it. */
	byte[] inside() {
		return inside;
	}

	/** The pieces of rows that belong to the ROI. */
	public RoiSpans spans() {
		return spans;
	}

	/** Whether a voxel of the grid belongs to the ROI; voxels outside the box, or outside the grid, don't. */
	public boolean contains(final int x, final int y, final int z) {
		if (x < box.x0() || y < box.y0() || z < box.z0() || x > box.x1() || y > box.y1() || z > box.z1()) return false;
		return inside[((z - box.z0()) * box.size(1) + y - box.y0()) * box.size(0) + x - box.x0()] != 0;
	}

	/**
	 * The {@link #box()} as an image of 0 and 1, at its place in the grid: its interval is that of the box. A view of a
	 * copy, so that the mask stays as it is.
	 */
	public RandomAccessibleInterval<UnsignedByteType> image() {
		return Views.translate(ArrayImgs.unsignedBytes(inside.clone(), box.size(0), box.size(1), box.size(2)), box.x0(),
			box.y0(), box.z0());
	}

	/**
	 * The part of the ROI that lies in a region, on the region's own grid.
	 *
	 * @throws InputException if no voxel of the ROI lies there
	 */
	public Mask cropped(final BoundingBox region) {
		if (region.contains(box)) return new Mask(name, geometry.cropped(region), box.translated(-region.x0(), -region.y0(),
			-region.z0()), inside, spans);
		final byte[] cut = new byte[Math.toIntExact(region.voxels())];
		int i = 0;
		for (int z = region.z0(); z <= region.z1(); z++)
			for (int y = region.y0(); y <= region.y1(); y++)
				for (int x = region.x0(); x <= region.x1(); x++)
					cut[i++] = (byte) (contains(x, y, z) ? 1 : 0);
		final Geometry grid = geometry.cropped(region);
		return of(name, grid, grid.box(), cut);
	}

	/** The same ROI under another name. */
	public Mask named(final String newName) {
		return new Mask(newName, geometry, box, inside, spans);
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof Mask m && box.equals(m.box) && geometry.equals(m.geometry) && Arrays.equals(inside, m.inside);
	}

	@Override
	public int hashCode() {
		return box.hashCode() * 31 + Integer.hashCode(spans.voxels());
	}

	/** Grows with the rows that it is shown. */
	private static final class Extent {

		private int x0 = Integer.MAX_VALUE, y0 = Integer.MAX_VALUE, z0 = Integer.MAX_VALUE;
		private int x1 = -1, y1 = -1, z1 = -1;

		/** Looks at n voxels of a row, not 0 where they count, of which the first one lies at x, y, z. */
		void add(final byte[] inside, final int row, final int n, final int x, final int y, final int z) {
			int low = 0, high = n - 1;
			while (low < n && inside[row + low] == 0)
				low++;
			if (low == n) return;
			while (inside[row + high] == 0)
				high--;
			x0 = Math.min(x0, x + low);
			y0 = Math.min(y0, y);
			z0 = Math.min(z0, z);
			x1 = Math.max(x1, x + high);
			y1 = Math.max(y1, y);
			z1 = Math.max(z1, z);
		}

		void add(final Extent other) {
			x0 = Math.min(x0, other.x0);
			y0 = Math.min(y0, other.y0);
			z0 = Math.min(z0, other.z0);
			x1 = Math.max(x1, other.x1);
			y1 = Math.max(y1, other.y1);
			z1 = Math.max(z1, other.z1);
		}

		boolean isEmpty() {
			return x1 < 0;
		}

		BoundingBox box() {
			return new BoundingBox(x0, y0, z0, x1, y1, z1);
		}
	}
}
