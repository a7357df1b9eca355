package io.github.radiomicsnomogram.volume;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the voxels of a 3-D grid lie in the patient: size in voxels, spacing and origin in mm, direction cosines.
 * Axes are x, y, z with x fastest in memory. The patient's coordinate system is LPS, as in DICOM and ITK: the centre of
 * voxel {@code i} lies at {@code origin + direction * (spacing .* i)}. A single slice has size 1 along z.
 * <p>
 * Immutable.
 */
public final class Geometry {

	/** Largest difference in mm (origin, spacing) or in cosines that two descriptions of one grid may have. */
	public static final double TOLERANCE = 1e-4;

	private static final double[] IDENTITY = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };

	private final long[] size;
	private final double[] spacing;
	private final double[] origin;
	private final double[] direction;

	/**
	 * @param size voxels along x, y, z; each at least 1
	 * @param spacing mm between voxel centres along x, y, z; positive and finite
	 * @param origin LPS coordinates in mm of the centre of voxel (0, 0, 0)
	 * @param direction 3 x 3 direction cosines, row by row: column {@code j} is the unit vector of axis {@code j}
	 * @throws IllegalArgumentException if an array has another length or a number is out of these bounds
	 */
	public Geometry(final long[] size, final double[] spacing, final double[] origin, final double[] direction) {
		check(size.length == 3 && spacing.length == 3 && origin.length == 3 && direction.length == 9,
			"a geometry has 3 sizes, 3 spacings, 3 origins and 9 cosines");
		check(Arrays.stream(size).allMatch(n -> n >= 1), "sizes must be 1 or more: " + Arrays.toString(size));
		check(Arrays.stream(spacing).allMatch(s -> s > 0 && Double.isFinite(s)),
			"voxel spacing must be positive: " + Arrays.toString(spacing));
		check(Arrays.stream(origin).allMatch(Double::isFinite), "origin is not finite: " + Arrays.toString(origin));
		check(Arrays.stream(direction).allMatch(Double::isFinite),
			"direction is not finite: " + Arrays.toString(direction));
		this.size = size.clone();
		this.spacing = spacing.clone();
		this.origin = origin.clone();
		this.direction = direction.clone();
	}

	/** A grid along the patient's axes with its first voxel at (0, 0, 0). */
	public static Geometry axisAligned(final long[] size, final double[] spacing) {
		return new Geometry(size, spacing, new double[3], IDENTITY);
	}

	private static void check(final boolean holds, final String message) {
		if (!holds) throw new IllegalArgumentException(message);
	}

	/** Voxels along an axis (0 = x, 1 = y, 2 = z). */
	public long size(final int axis) {
		return size[axis];
	}

	/** Voxels along x, y, z; a copy. */
	public long[] size() {
		return size.clone();
	}

	/** Number of voxels in the grid. */
	public long voxels() {
		return Math.multiplyExact(Math.multiplyExact(size[0], size[1]), size[2]);
	}

	/** mm between voxel centres along an axis (0 = x, 1 = y, 2 = z). */
	public double spacing(final int axis) {
		return spacing[axis];
	}

	/** mm between voxel centres along x, y, z; a copy. */
	public double[] spacing() {
		return spacing.clone();
	}

	/** LPS coordinates in mm of the centre of voxel (0, 0, 0); a copy. */
	public double[] origin() {
		return origin.clone();
	}

	/** 3 x 3 direction cosines, row by row; column {@code j} is the unit vector of axis {@code j}; a copy. */
	public double[] direction() {
		return direction.clone();
	}

	/** Volume of a voxel in cubic mm. */
	public double voxelVolume() {
		return spacing[0] * spacing[1] * spacing[2];
	}

	/** LPS coordinates in mm of a point given in (continuous) voxel indices. */
	public double[] toPatient(final double x, final double y, final double z) {
		final double[] point = new double[3];
		for (int row = 0; row < 3; row++)
			point[row] = step(row, 0) * x + step(row, 1) * y + step(row, 2) * z + origin[row];
		return point;
	}

	/** LPS coordinates in mm of a voxel's centre, summed from the origin on: the last bit is that of ITK. */
	private double[] centre(final int x, final int y, final int z) {
		final double[] point = new double[3];
		for (int row = 0; row < 3; row++)
			point[row] = origin[row] + step(row, 0) * x + step(row, 1) * y + step(row, 2) * z;
		return point;
	}

	/** How far one voxel along an axis leads along an axis of the patient. */
	private double step(final int row, final int axis) {
		return direction[3 * row + axis] * spacing[axis];
	}

	/** The grid of a part of this one: same spacing and directions, origin at the region's first voxel. */
	public Geometry cropped(final BoundingBox region) {
		return new Geometry(new long[] { region.size(0), region.size(1), region.size(2) }, spacing, centre(region.x0(),
			region.y0(), region.z0()), direction);
	}

	/** All voxels of the grid. */
	public BoundingBox box() {
		return new BoundingBox(0, 0, 0, Math.toIntExact(size[0] - 1), Math.toIntExact(size[1] - 1), Math.toIntExact(
			size[2] - 1));
	}

	/**
	 * The first number in which another grid differs from this one by more than {@link #TOLERANCE}, in words, or nothing
	 * if the two are one grid.
	 */
	public Optional<String> firstDifference(final Geometry other) {
		return firstDifference(other, TOLERANCE);
	}

	/** As {@link #firstDifference(Geometry)}, with the caller's tolerance in mm (and cosines). */
	public Optional<String> firstDifference(final Geometry other, final double tolerance) {
		final String[] axes = { "x", "y", "z" };
		for (int d = 0; d < 3; d++)
			if (size[d] != other.size[d])
				return Optional.of("size along " + axes[d] + ": " + size[d] + " against " + other.size[d] + " voxels");
		for (int d = 0; d < 3; d++)
			if (differ(spacing[d], other.spacing[d], tolerance))
				return Optional.of("spacing along " + axes[d] + ": " + spacing[d] + " against " + other.spacing[d] + " mm");
		for (int d = 0; d < 3; d++)
			if (differ(origin[d], other.origin[d], tolerance))
				return Optional.of("origin along " + axes[d] + ": " + origin[d] + " against " + other.origin[d] + " mm");
		for (int d = 0; d < 9; d++)
			if (differ(direction[d], other.direction[d], tolerance))
				return Optional.of("direction cosine " + axes[d / 3] + axes[d % 3] + ": " + direction[d] + " against " +
					other.direction[d]);
		return Optional.empty();
	}

	private static boolean differ(final double a, final double b, final double tolerance) {
		return !(Math.abs(a - b) <= tolerance);
	}

	/** One line with every number, for messages. */
	public String describe() {
		return String.format(Locale.ROOT, "size %d x %d x %d, spacing %s mm, origin %s mm, direction %s", size[0], size[1],
			size[2], Arrays.toString(spacing), Arrays.toString(origin), Arrays.toString(direction));
	}

	@Override
	public String toString() {
		return describe();
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof Geometry g && Arrays.equals(size, g.size) && Arrays.equals(spacing, g.spacing) &&
			Arrays.equals(origin, g.origin) && Arrays.equals(direction, g.direction);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(size) * 31 + Arrays.hashCode(spacing);
	}
}
