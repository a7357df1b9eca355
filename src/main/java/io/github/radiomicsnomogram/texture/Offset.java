package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to a neighbour, in voxels.
 *
 * @param dx along x
 * @param dy along y
 * @param dz along z
 */
public record Offset(int dx, int dy, int dz) {

	/** Infinity norm: the distance that PyRadiomics means. */
	public int distance() {
		return Math.max(Math.abs(dx), Math.max(Math.abs(dy), Math.abs(dz)));
	}

	/** This way, then another one. */
	Offset plus(final Offset o) {
		return new Offset(dx + o.dx, dy + o.dy, dz + o.dz);
	}

	/** The way back. */
	public Offset reversed() {
		return new Offset(-dx, -dy, -dz);
	}

	/** Length in mm, or another norm of it, on a grid with a spacing. */
	double length(final TextureSettings.Norm norm, final double[] spacing) {
		final double x = Math.abs(dx) * spacing[0], y = Math.abs(dy) * spacing[1], z = Math.abs(dz) * spacing[2];
		return switch (norm) {
			case INFINITY -> Math.max(x, Math.max(y, z));
			case EUCLIDEAN -> Math.sqrt(z * z + y * y + x * x);
			case MANHATTAN -> z + y + x;
			case NO_WEIGHTING -> 1;
		};
	}

	/**
	 * One of each pair of opposite offsets at the settings' distances that fit into a box, in PyRadiomics' order: largest
	 * first, z before y before x. 13 for distance 1 in 3-D.
	 *
	 * @param levels whose box limits the offsets
	 * @param distances infinity norms
	 * @param settings that tell whether the offsets stay in a slice
	 * @return one or more
	 * @throws InputException if none fits, as PyRadiomics computes nothing then; the message has the numbers
	 */
	static List<Offset> half(final GreyLevels levels, final List<Integer> distances, final TextureSettings settings) {
		final BoundingBox box = levels.roi().box();
		final List<Offset> found = half(new int[] { box.size(0), box.size(1), box.size(2) }, distances, settings);
		if (found.isEmpty()) throw new InputException("No two voxels of the ROI's box of " + box.size(0) + " x " + box.size(
			1) + " x " + box.size(2) + " voxels lie " + String.join(" or ", distances.stream().map(String::valueOf).toList()) +
			" apart" + (settings.force2D() ? " in one slice (force2D, force2Ddimension " + settings.force2DDimension() + ")"
				: "") + ", so there is no texture. Choose smaller distances or draw a larger ROI.");
		return found;
	}

	/** The same for a box given by its voxels along x, y, z; there may be none. */
	static List<Offset> half(final int[] size, final List<Integer> distances, final TextureSettings settings) {
		final int max = distances.stream().mapToInt(Integer::intValue).max().orElseThrow();
		final int[] reach = new int[3];
		for (int axis = 0; axis < 3; axis++) {
			final boolean across = settings.force2D() && axis == 2 - settings.force2DDimension();
			reach[axis] = across ? 0 : Math.min(max, size[axis] - 1);
		}
		final List<Offset> found = new ArrayList<>();
		for (int dz = reach[2]; dz >= -reach[2]; dz--)
			for (int dy = reach[1]; dy >= -reach[1]; dy--)
				for (int dx = reach[0]; dx >= -reach[0]; dx--) {
					final Offset o = new Offset(dx, dy, dz);
					if (distances.contains(o.distance())) found.add(o);
				}
		return List.copyOf(found.subList(0, found.size() / 2));
	}

	/** The 13 neighbours at distance 1 that come after a voxel, x fastest. */
	static List<Offset> laterNeighbours() {
		final List<Offset> found = new ArrayList<>();
		for (int dz = 0; dz <= 1; dz++)
			for (int dy = -dz; dy <= 1; dy++)
				for (int dx = dz == 0 && dy == 0 ? 1 : -1; dx <= 1; dx++)
					found.add(new Offset(dx, dy, dz));
		return List.copyOf(found);
	}

	/** The largest distance among offsets, at least 1. */
	static int reach(final List<Offset> offsets) {
		return offsets.stream().mapToInt(Offset::distance).max().orElse(1);
	}
}
