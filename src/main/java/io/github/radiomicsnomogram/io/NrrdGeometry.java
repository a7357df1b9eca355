package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.Geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Spacing, origin and directions of a NRRD file in LPS, computed as ITK does, so that their digits agree. */
final class NrrdGeometry {

	/** Sign of the first and second coordinate of each space on the way to LPS. */
	private static final Map<String, double[]> SPACES = Map.of( //
		"left-posterior-superior", new double[] { 1, 1 }, "lps", new double[] { 1, 1 }, //
		"right-anterior-superior", new double[] { -1, -1 }, "ras", new double[] { -1, -1 }, //
		"left-anterior-superior", new double[] { 1, -1 }, "las", new double[] { 1, -1 });

	/** Spaces that say nothing of the patient. */
	private static final Set<String> UNKNOWN = Set.of("scanner-xyz", "3d-right-handed", "3d-left-handed");

	/** Product of two axes that are at right angles. */
	private static final double ORTHOGONAL = 1e-4;

	private final NrrdHeader header;
	private final NrrdAxes axes;
	private final List<String> warnings = new ArrayList<>();
	private final double[] spacing = { 1, 1, 1 };
	private final double[] direction = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };
	private final double[] origin = new double[3];

	NrrdGeometry(final NrrdHeader header, final NrrdAxes axes) {
		this.header = header;
		this.axes = axes;
		if (axes.haveDirections()) orient();
		else if (header.field("spacings").isPresent()) space();
		else throw header.bad("has neither 'space directions' nor 'spacings': the voxel size is unknown",
			"Add the field, or save the image with its voxel size in mm.");
		scaleToMillimetres();
		if (axes.kept().size() == 2) singleSlice();
	}

	Geometry geometry() {
		for (int i = 0; i < axes.kept().size(); i++)
			if (!(spacing[i] > 0 && Double.isFinite(spacing[i]))) throw header.bad("has voxel spacing " + Arrays.toString(
				spacing) + " mm", "Spacing must be positive: save the image with its voxel size in mm.");
		if (Math.abs(determinant()) < 1e-6) throw header.bad("has space directions that don't span a volume: " + header
			.required("spacedirections", "space directions"), "Export it again.");
		noteShear();
		final Refusal refusal = header::bad;
		return refusal.grid(axes.size(), spacing, origin, direction);
	}

	private void noteShear() {
		final double[] d = direction;
		for (int a = 0; a < 3; a++)
			for (int b = 0; b < a; b++) {
				final double dot = d[a] * d[b] + d[3 + a] * d[3 + b] + d[6 + a] * d[6 + b];
				if (Math.abs(dot) > ORTHOGONAL) warnings.add("axes " + (b + 1) + " and " + (a + 1) + " aren't at right angles (cosine " +
					dot + "), but distances and volumes are computed as if they were, as in PyRadiomics; resample the image first");
			}
	}

	List<String> warnings() {
		return warnings;
	}

	private void orient() {
		final double[] sign = signs();
		for (int axis = 0; axis < axes.kept().size(); axis++) {
			final double[] v = axes.direction(axes.kept().get(axis));
			if (v.length != 2 && v.length != 3) throw header.bad("has space directions of " + v.length + " numbers",
				"Vectors of 3 (or 2) numbers are needed.");
			double square = 0;
			for (final double c : v)
				square += c * c;
			spacing[axis] = Math.sqrt(square);
			final double scale = 1 / spacing[axis];
			for (int row = 0; row < 3; row++)
				direction[3 * row + axis] = row < v.length ? sign[row] * v[row] * scale : 0;
		}
		if (axes.kept().size() == 2) thirdDirection();
		if (header.field("spaceorigin").isPresent()) {
			final double[] o = axes.vector(header.required("spaceorigin", "space origin"), "space origin");
			for (int row = 0; row < Math.min(3, o.length); row++)
				origin[row] = Double.isNaN(o[row]) ? 0 : sign[row] * o[row];
		}
	}

	private double[] signs() {
		final String space = header.field("space").orElse("").toLowerCase(Locale.ROOT);
		final double[] sign = SPACES.get(space);
		if (sign != null) return new double[] { sign[0], sign[1], 1 };
		if (space.isEmpty() && header.field("spacedimension").isPresent()) return new double[] { 1, 1, 1 };
		if (space.isEmpty()) warnings.add("no field 'space' says which coordinates the space directions are in; read as " +
			"left-posterior-superior");
		else if (!UNKNOWN.contains(space)) throw header.bad("names the space '" + space + "'",
			"Use one of left-posterior-superior, right-anterior-superior and left-anterior-superior.");
		else warnings.add("space '" + space + "' has no known relation to the patient; read as " +
			"left-posterior-superior");
		return new double[] { 1, 1, 1 };
	}

	/** Spacing alone; the minimum of an axis is the border of its first sample, unless samples are nodes. */
	private void space() {
		final double[] all = header.numbers("spacings", "spacings", axes.count());
		for (int axis = 0; axis < axes.kept().size(); axis++)
			spacing[axis] = all[axes.kept().get(axis)];
		if (header.field("axismins").isEmpty()) return;
		final double[] mins = header.numbers("axismins", "axis mins", axes.count());
		final String[] centerings = header.field("centerings").orElse(header.field("centers").orElse("")).trim().split(
			"\\s+");
		for (int axis = 0; axis < axes.kept().size(); axis++) {
			final int i = axes.kept().get(axis);
			final boolean atNode = i < centerings.length && centerings[i].equals("node");
			if (!Double.isNaN(mins[i])) origin[axis] = mins[i] + (atNode ? 0 : spacing[axis] / 2);
		}
	}

	/** The normal of the slice. */
	private void thirdDirection() {
		for (int row = 0; row < 3; row++) {
			final int a = (row + 1) % 3, b = (row + 2) % 3;
			direction[3 * row + 2] = direction[3 * a] * direction[3 * b + 1] - direction[3 * b] * direction[3 * a + 1];
		}
	}

	private void singleSlice() {
		if (header.field("thicknesses").isPresent()) {
			final double[] t = header.numbers("thicknesses", "thicknesses", axes.count());
			final double last = t[t.length - 1];
			if (last > 0 && Double.isFinite(last) && t.length > 2) spacing[2] = last;
		}
		if (spacing[2] == 1) warnings.add("a single slice of unknown thickness: 1 mm is assumed, volumes depend on it");
	}

	private void scaleToMillimetres() {
		final String identifier = axes.haveDirections() ? "spaceunits" : "units";
		final String text = header.field(identifier).orElse("");
		final List<String> units = Arrays.stream(text.split("\"")).map(String::trim).filter(s -> !s.isEmpty()).distinct()
			.toList();
		for (final String unit : units) {
			final double factor = LengthUnit.millimetres(unit).orElseThrow(() -> header.bad("has voxel size in '" + unit +
				"'", "Save it with its voxel size in mm."));
			if (units.size() > 1 && factor != 1) throw header.bad("mixes units: " + text, "Save it with its voxel size in mm.");
			if (factor == 1) continue;
			warnings.add("its voxel size is in " + unit + ", converted to mm here; ITK and PyRadiomics take the numbers for mm");
			for (int d = 0; d < axes.kept().size(); d++)
				spacing[d] *= factor;
			for (int d = 0; d < 3; d++)
				origin[d] *= factor;
		}
	}

	private double determinant() {
		final double[] m = direction;
		return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
	}
}
