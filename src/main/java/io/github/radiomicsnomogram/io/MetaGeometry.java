package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.Geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Spacing, origin and directions of a MetaImage file in LPS, as ITK takes them: the rows of TransformMatrix are the
 * directions of the axes, a negative spacing turns its axis round, and neither AnatomicalOrientation nor
 * CenterOfRotation moves anything.
 */
final class MetaGeometry {

	/** Length by which a direction may miss 1, and product of two of them that are at right angles. */
	private static final double CLOSE = 1e-3;
	/** From this cosine on an axis runs along one of the patient's, for the letters of AnatomicalOrientation. */
	private static final double ALONG = 0.8;

	private final MetaHeader header;
	private final List<String> warnings = new ArrayList<>();
	private final int dimensions;
	private final long[] size = { 1, 1, 1 };
	private final double[] spacing = { 1, 1, 1 };
	private final double[] origin = new double[3];
	private final double[] direction = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };

	MetaGeometry(final MetaHeader header) {
		this.header = header;
		dimensions = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, header.whole("NDims", -1)));
		if (dimensions < 2 || dimensions > 10) throw header.bad(header.field("NDims").isEmpty() ? "has no NDims" : "has NDims " +
			dimensions, "A stack of slices (3) or a slice (2) is needed.");
		size();
		space();
		orient();
		toMillimetres();
		if (dimensions == 2) warnings.add("a single slice of unknown thickness: 1 mm is assumed, volumes depend on it");
		compareLetters();
	}

	Geometry geometry() {
		final Refusal refusal = header::bad;
		return refusal.grid(size, spacing, origin, direction);
	}

	List<String> warnings() {
		return warnings;
	}

	private int axes() {
		return Math.min(3, dimensions);
	}

	private void size() {
		final double[] sizes = header.numbers("DimSize", dimensions);
		for (int i = 0; i < dimensions; i++) {
			if (!(sizes[i] >= 1 && sizes[i] <= Integer.MAX_VALUE && sizes[i] == Math.rint(sizes[i]))) throw header.bad(
				"has impossible sizes: " + header.required("DimSize"), "Export it again.");
			if (i > 2 && sizes[i] > 1) throw header.bad("is " + dimensions + "-D, sizes " + header.required("DimSize"),
				"Save one volume of it as a 3-D image.");
			if (i < 3) size[i] = (long) sizes[i];
		}
	}

	private void space() {
		final String key = header.field("ElementSpacing").isPresent() ? "ElementSpacing" : "ElementSize";
		if (header.field(key).isEmpty()) throw header.bad("has neither ElementSpacing nor ElementSize: the voxel size is unknown",
			"Add the field, or save the image with its voxel size in mm.");
		final double[] all = header.numbers(key, dimensions);
		for (int i = 0; i < axes(); i++) {
			if (all[i] == 0 || !Double.isFinite(all[i])) throw header.bad("has voxel spacing " + header.required(key),
				"Spacing must not be 0: save the image with its voxel size in mm.");
			spacing[i] = Math.abs(all[i]);
			if (all[i] < 0) {
				direction[4 * i] = -1;
				warnings.add("its spacing along axis " + (i + 1) + " is negative: the axis was turned round, as ITK does");
			}
		}
	}

	private void orient() {
		final int n = dimensions;
		for (final String key : new String[] { "TransformMatrix", "Rotation", "Orientation" })
			if (header.field(key).isPresent()) {
				final double[] m = header.numbers(key, n * n);
				for (int axis = 0; axis < axes(); axis++) {
					final double sign = direction[4 * axis];
					for (int row = 0; row < 3; row++)
						direction[3 * row + axis] = row < n ? sign * m[n * axis + row] + 0.0 : 0;
				}
				checkMatrix(header.required(key));
				break;
			}
		for (final String key : new String[] { "Offset", "Position", "Origin" })
			if (header.field(key).isPresent()) {
				System.arraycopy(header.numbers(key, n), 0, origin, 0, axes());
				break;
			}
		for (final double o : origin)
			if (!Double.isFinite(o)) throw header.bad("has origin " + Arrays.toString(origin), "Export it again.");
	}

	private void checkMatrix(final String text) {
		for (int a = 0; a < 3; a++)
			for (int b = 0; b <= a; b++) {
				final double dot = direction[a] * direction[b] + direction[3 + a] * direction[3 + b] + direction[6 + a] *
					direction[6 + b];
				if (a == b && !(Math.abs(dot - 1) <= CLOSE)) throw header.bad("has axes of other lengths than 1 (TransformMatrix " +
					text + "), which contradicts its spacing", "Export it again.");
				if (a != b && !(Math.abs(dot) <= CLOSE)) throw header.bad("has axes (TransformMatrix " + text +
					") that aren't at right angles", "Resample it to a grid at right angles first.");
			}
	}

	/** ITK takes any unit for mm. */
	private void toMillimetres() {
		final Optional<String> unit = header.field("DistanceUnits").filter(u -> !u.isBlank() && !u.equals("?"));
		if (unit.isEmpty()) return;
		final double mm = LengthUnit.millimetres(unit.get()).orElseThrow(() -> header.bad("has voxel size in '" + unit.get() +
			"'", "Save it with its voxel size in mm."));
		if (mm == 1) return;
		for (int i = 0; i < 3; i++) {
			if (i < axes()) spacing[i] *= mm;
			origin[i] *= mm;
		}
		warnings.add("its DistanceUnits are " + unit.get() + ", converted to mm here; ITK and PyRadiomics take the numbers for mm");
	}

	/** The letters tell where each axis comes from: RAI is LPS. */
	private void compareLetters() {
		final String letters = header.field("AnatomicalOrientation").orElse("");
		if (!letters.matches("[RLAPIS]{3}") || dimensions < 3) return;
		final StringBuilder own = new StringBuilder();
		for (int axis = 0; axis < 3; axis++)
			for (int row = 0; row < 3; row++)
				if (Math.abs(direction[3 * row + axis]) > ALONG) own.append((direction[3 * row + axis] > 0 ? "RAI" : "LPS").charAt(
					row));
		if (own.length() == 3 && !own.toString().equals(letters)) warnings.add("its AnatomicalOrientation says " + letters +
			", its TransformMatrix " + own + "; the matrix is used, as in ITK");
	}
}
