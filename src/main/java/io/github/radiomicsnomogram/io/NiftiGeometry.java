package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.Geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spacing, origin and directions of a NIfTI file in LPS, chosen and computed as ITK does: spacing is pixdim; directions
 * and origin come from the affine form if it has orthogonal axes and is the scanner's, the only one, or as good as equal
 * to the quaternion form; else from the quaternion form.
 */
final class NiftiGeometry {

	private static final int SCANNER = 1;
	/** ITK's bound for the products of unit axes. */
	private static final double ORTHOGONAL = 1e-4;
	/** From this many mm on two forms are said to differ; single precision of large origins stays below. */
	private static final double APART = 0.01;
	/** ITK's bound for two forms to be one. */
	private static final double SIMILAR = 1e-4;

	private final NiftiHeader header;
	private final List<String> warnings = new ArrayList<>();

	NiftiGeometry(final NiftiHeader header) {
		this.header = header;
	}

	List<String> warnings() {
		return warnings;
	}

	/**
	 * @param size voxels along x, y, z
	 */
	Geometry geometry(final long[] size) {
		final double scale = scale();
		final double[] spacing = spacing(size, scale);
		final double[] m = matrix(size);
		final double[] direction = new double[9];
		for (int axis = 0; axis < 3; axis++) {
			final double norm = norm(m, axis);
			for (int row = 0; row < 3; row++)
				direction[3 * row + axis] = (row < 2 ? -m[4 * row + axis] : m[4 * row + axis]) / (header.pixdim()[axis + 1] < 0
					? -norm : norm);
			if (size[axis] > 1 && oriented() && Math.abs(norm * scale - spacing[axis]) > Geometry.TOLERANCE * spacing[axis])
				warnings.add("voxel size along axis " + (axis + 1) + " is " + spacing[axis] + " mm by pixdim and " + norm * scale +
					" mm by the affine matrix; pixdim is used, as in ITK");
		}
		final double[] origin = { -m[3] * scale, -m[7] * scale, m[11] * scale };
		final Refusal refusal = header::bad;
		return refusal.grid(size, spacing, positiveZeros(origin), positiveZeros(direction));
	}

	private double[] spacing(final long[] size, final double scale) {
		final double[] spacing = new double[3];
		for (int i = 0; i < 3; i++)
			spacing[i] = Math.abs(header.pixdim()[i + 1]) * scale;
		if (header.dim()[0] < 3 && !(spacing[2] > 0)) {
			spacing[2] = 1;
			warnings.add("a single slice of unknown thickness: 1 mm is assumed, volumes depend on it");
		}
		if (header.pixdim()[1] < 0 || header.pixdim()[2] < 0 || header.pixdim()[3] < 0) warnings.add(
			"pixdim has negative numbers: these axes were turned round, as ITK does");
		for (final double s : spacing)
			if (!(s > 0 && Double.isFinite(s))) throw header.bad("has voxel spacing (pixdim) " + Arrays.toString(spacing) +
				" mm", "Spacing must be positive: save the image with its voxel size in mm.");
		return spacing;
	}

	/** mm per unit of space; an unknown unit is mm, as everybody takes it. */
	private double scale() {
		return switch (header.units() & 7) {
			case 1 -> 1e3;
			case 3 -> 1e-3;
			default -> 1;
		};
	}

	private boolean oriented() {
		return header.qform().code() > 0 || header.sform().code() > 0;
	}

	/** The chosen 3 x 4 matrix from voxels to RAS coordinates. */
	private double[] matrix(final long[] size) {
		final NiftiHeader.Form q = header.qform(), s = header.sform();
		if (!oriented()) {
			warnings.add("neither qform nor sform says how the image lies in the patient; axes are taken as LPS");
			return new double[] { -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0 };
		}
		final double[] affine = s.numbers();
		final boolean both = q.code() > 0 && s.code() > 0;
		final double apart = both ? apart(affine, quaternion(q), size) * scale() : 0;
		final double[] chosen = chosen(q, s, affine);
		if (!(apart <= APART)) warnings.add("qform and sform place its voxels differently, by up to " + apart + " mm; the " +
			(chosen == affine ? "sform" : "qform") + " is used, as in ITK and PyRadiomics");
		return chosen;
	}

	private double[] chosen(final NiftiHeader.Form q, final NiftiHeader.Form s, final double[] affine) {
		if (s.code() > 0 && isOrthogonal(affine) && (q.code() <= 0 || s.code() == SCANNER || similar(affine, quaternion(q))))
			return affine;
		if (q.code() > 0) return quaternion(q);
		throw header.bad("has axes (sform) that aren't at right angles: " + Arrays.toString(affine),
			"Resample it to a grid at right angles first.");
	}

	/** Longest way between the places that two matrices give the image's corners. */
	private static double apart(final double[] m, final double[] n, final long[] size) {
		double longest = 0;
		for (int corner = 0; corner < 8; corner++) {
			double square = 0;
			for (int row = 0; row < 3; row++) {
				double d = m[4 * row + 3] - n[4 * row + 3];
				for (int axis = 0; axis < 3; axis++)
					if ((corner >> axis & 1) == 1) d += (m[4 * row + axis] - n[4 * row + axis]) * (size[axis] - 1);
				square += d * d;
			}
			if (!(square <= longest * longest)) longest = Math.sqrt(square);
		}
		return longest;
	}

	private static boolean isOrthogonal(final double[] m) {
		for (int a = 0; a < 3; a++)
			for (int b = 0; b <= a; b++) {
				final double dot = (m[a] * m[b] + m[4 + a] * m[4 + b] + m[8 + a] * m[8 + b]) / (norm(m, a) * norm(m, b));
				if (!(Math.abs(dot - (a == b ? 1 : 0)) <= ORTHOGONAL)) return false;
			}
		return true;
	}

	private static boolean similar(final double[] m, final double[] n) {
		for (int i = 0; i < 12; i++)
			if (!(Math.abs(m[i] - n[i]) <= SIMILAR)) return false;
		return true;
	}

	private static double norm(final double[] m, final int axis) {
		return Math.sqrt(m[axis] * m[axis] + m[4 + axis] * m[4 + axis] + m[8 + axis] * m[8 + axis]);
	}

	/** Rotation of a unit quaternion, scaled by pixdim, third axis flipped by qfac; in single precision for NIfTI-1. */
	private double[] quaternion(final NiftiHeader.Form form) {
		double b = form.numbers()[0], c = form.numbers()[1], d = form.numbers()[2];
		final double square = b * b + c * c + d * d;
		double a = 1 - square;
		if (a < 1e-7) {
			final double scale = 1 / Math.sqrt(square);
			b *= scale;
			c *= scale;
			d *= scale;
			a = 0;
		}
		else a = Math.sqrt(a);
		final double[] pixdim = header.pixdim();
		final double x = positive(pixdim[1]), y = positive(pixdim[2]);
		final double z = pixdim[0] < 0 ? -positive(pixdim[3]) : positive(pixdim[3]);
		final double[] m = { //
			(a * a + b * b - c * c - d * d) * x, 2 * (b * c - a * d) * y, 2 * (b * d + a * c) * z, form.numbers()[3], //
			2 * (b * c + a * d) * x, (a * a + c * c - b * b - d * d) * y, 2 * (c * d - a * b) * z, form.numbers()[4], //
			2 * (b * d - a * c) * x, 2 * (c * d + a * b) * y, (a * a + d * d - c * c - b * b) * z, form.numbers()[5] };
		if (header.version() == 1) for (int i = 0; i < m.length; i++)
			m[i] = (float) m[i];
		return m;
	}

	private static double positive(final double distance) {
		return distance > 0 ? distance : 1;
	}

	private static double[] positiveZeros(final double[] values) {
		for (int i = 0; i < values.length; i++)
			values[i] += 0.0;
		return values;
	}
}
