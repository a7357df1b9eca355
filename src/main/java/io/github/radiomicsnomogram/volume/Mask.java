package io.github.radiomicsnomogram.volume;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.imglib2.Cursor;
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
	private final long voxelCount;

	private Mask(final String name, final Geometry geometry, final BoundingBox box, final byte[] inside) {
		this.name = name;
		this.geometry = geometry;
		this.box = box;
		this.inside = inside;
		long n = 0;
		for (final byte b : inside)
			n += b;
		voxelCount = n;
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
		final Extent extent = new Extent();
		int i = 0;
		for (int z = box.z0(); z <= box.z1(); z++)
			for (int y = box.y0(); y <= box.y1(); y++)
				for (int x = box.x0(); x <= box.x1(); x++)
					if (inside[i++] != 0) extent.add(x, y, z);
		if (extent.isEmpty()) throw new InputException("The ROI '" + name + "' is empty: no voxel centre lies in it.");
		final BoundingBox tight = extent.box();
		final byte[] cropped = new byte[Math.toIntExact(tight.voxels())];
		int k = 0;
		for (int z = tight.z0(); z <= tight.z1(); z++)
			for (int y = tight.y0(); y <= tight.y1(); y++) {
				int from = ((z - box.z0()) * box.size(1) + y - box.y0()) * box.size(0) + tight.x0() - box.x0();
				for (int x = tight.x0(); x <= tight.x1(); x++)
					cropped[k++] = (byte) (inside[from++] != 0 ? 1 : 0);
			}
		return new Mask(name, geometry, tight, cropped);
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
		Grids.requireGrid(labels, geometry);
		final Extent extent = new Extent();
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(labels).cursor();
		for (int z = 0; z < geometry.size(2); z++)
			for (int y = 0; y < geometry.size(1); y++)
				for (int x = 0; x < geometry.size(0); x++)
					if (cursor.next().getRealDouble() == label) extent.add(x, y, z);
		if (extent.isEmpty()) throw new InputException(noSuchLabel(name, labels, label));
		final BoundingBox box = extent.box();
		final byte[] inside = new byte[Math.toIntExact(box.voxels())];
		final Cursor<? extends RealType<?>> crop = Views.flatIterable(Views.interval(labels, box.interval())).cursor();
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (crop.next().getRealDouble() == label ? 1 : 0);
		return new Mask(name, geometry, box, inside);
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
		return voxelCount;
	}

	/** 1 inside, 0 outside, for each voxel of the {@link #box()}, x fastest; a copy. */
	public byte[] toBytes() {
		return inside.clone();
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
		return new Mask(newName, geometry, box, inside);
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof Mask m && box.equals(m.box) && geometry.equals(m.geometry) && Arrays.equals(inside, m.inside);
	}

	@Override
	public int hashCode() {
		return box.hashCode() * 31 + Long.hashCode(voxelCount);
	}

	/** Grows with the voxels that it is told. */
	private static final class Extent {

		private int x0 = Integer.MAX_VALUE, y0 = Integer.MAX_VALUE, z0 = Integer.MAX_VALUE;
		private int x1 = -1, y1 = -1, z1 = -1;

		void add(final int x, final int y, final int z) {
			x0 = Math.min(x0, x);
			y0 = Math.min(y0, y);
			z0 = Math.min(z0, z);
			x1 = Math.max(x1, x);
			y1 = Math.max(y1, y);
			z1 = Math.max(z1, z);
		}

		boolean isEmpty() {
			return x1 < 0;
		}

		BoundingBox box() {
			return new BoundingBox(x0, y0, z0, x1, y1, z1);
		}
	}
}
