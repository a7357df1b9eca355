package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.volume.Geometry;

import java.util.Arrays;
import java.util.List;

/**
 * Whether planes in order make a rectangular grid, and which one. Positions are written with few digits, so small
 * deviations are nothing to speak of; larger ones are told; those that would move a voxel noticeably are refused.
 */
final class SliceGrid {

	/** Deviation in mm, and as share of the spacing, that nobody needs to know of. */
	private static final double QUIET = 0.01;
	private static final double QUIET_SHARE = 0.01;

	/** Deviation in mm, or as share of the spacing, from which on the image is refused: positions with one decimal. */
	private static final double TOLERATED = 0.05;
	private static final double TOLERATED_SHARE = 0.01;
	private static final double MOST_SHARE = 0.1;

	/** Sine of the angle between the stack's direction and the planes' normal from which on the grid is sheared. */
	private static final double SHEAR = Math.sin(Math.toRadians(0.1));

	private static final double MISSING_TOLERANCE = 0.1;

	private final List<Slice> slices;
	private final Slice first;
	private final Slice last;
	private final Vector normal;
	private final Vector step;

	/**
	 * @param slices in order, each at a place of its own
	 */
	SliceGrid(final List<Slice> slices) {
		this.slices = slices;
		first = slices.get(0);
		last = slices.get(slices.size() - 1);
		normal = first.normal();
		step = last.position().minus(first.position()).times(1.0 / Math.max(1, slices.size() - 1));
	}

	/**
	 * @param warnings takes what the user must be told
	 * @throws BadDicom if the planes are no rectangular grid, or the thickness of a single one is unknown
	 */
	Geometry geometry(final List<String> warnings) throws BadDicom {
		final double spacing = slices.size() == 1 ? thickness() : checked(warnings);
		final Vector o = first.position(), x = first.row(), y = first.column(), z = normal;
		return new Geometry(new long[] { first.format().columns(), first.format().rows(), slices.size() }, //
			new double[] { first.spacingX(), first.spacingY(), spacing }, new double[] { o.x(), o.y(), o.z() }, //
			new double[] { x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z() });
	}

	private double thickness() throws BadDicom {
		final double thickness = first.statedThickness();
		if (thickness == 0) throw new BadDicom(first.where() + ": it is the only slice, and " + Tag.SLICE_THICKNESS +
			" and " + Tag.SPACING_BETWEEN_SLICES + " are missing: the size of its voxels along z is unknown. " +
			"Load the whole series, or set one of them");
		return thickness;
	}

	private double checked(final List<String> warnings) throws BadDicom {
		final double spacing = step.dot(normal);
		final double sideways = step.minus(normal.times(spacing)).length();
		final double along = deviation(true), across = deviation(false);
		if (along > tolerated(spacing)) throw new BadDicom(uneven());
		if (across > tolerated(spacing)) throw new BadDicom("its slices are shifted sideways against each other, by up to " +
			SliceStack.mm(across) + " mm, most between " + shifted() + ": they are no rectangular grid. Export the series again");
		if (sideways > SHEAR * step.length()) throw new BadDicom(sheared(sideways));
		final double quiet = Math.min(QUIET, QUIET_SHARE * spacing);
		if (along > quiet) warnings.add("Slices lie up to " + SliceStack.mm(along) + " mm off an even spacing of " + SliceStack
			.mm(spacing) + " mm; they were taken as even.");
		final double shift = Math.max(across, sideways * (slices.size() - 1));
		if (shift > QUIET) warnings.add("Slices lie up to " + SliceStack.mm(shift) +
			" mm beside the line along their normal; they were taken as straight.");
		return spacing;
	}

	private static double tolerated(final double spacing) {
		return Math.min(MOST_SHARE * spacing, Math.max(TOLERATED, TOLERATED_SHARE * spacing));
	}

	/** Largest distance of a plane's position from the line of even steps, along the normal or across it. */
	private double deviation(final boolean alongNormal) {
		double largest = 0;
		for (int i = 0; i < slices.size(); i++) {
			final Vector off = slices.get(i).position().minus(first.position()).minus(step.times(i));
			final double along = off.dot(normal);
			largest = Math.max(largest, alongNormal ? Math.abs(along) : off.minus(normal.times(along)).length());
		}
		return largest;
	}

	/** The neighbours that are shifted most against each other, compared with the mean. */
	private String shifted() {
		int most = 0;
		double largest = -1;
		for (int i = 0; i + 1 < slices.size(); i++) {
			final Vector off = slices.get(i + 1).position().minus(slices.get(i).position()).minus(step);
			final double across = off.minus(normal.times(off.dot(normal))).length();
			if (across <= largest) continue;
			largest = across;
			most = i;
		}
		return slices.get(most).where() + " and " + slices.get(most + 1).where();
	}

	private String sheared(final double sideways) {
		return "the slices are tilted against the direction in which they follow each other (gantry tilt): each is shifted " +
			"sideways by " + SliceStack.mm(sideways) + " mm, " + SliceStack.mm(Math.toDegrees(Math.asin(sideways / step
				.length()))) + " degrees, so the volume is no rectangular grid but sheared. Correct the tilt first, for example " +
			"with dcm2niix, and load its result";
	}

	private String uneven() {
		final double[] gaps = new double[slices.size() - 1];
		int widest = 0;
		for (int i = 0; i < gaps.length; i++) {
			gaps[i] = slices.get(i + 1).position().minus(slices.get(i).position()).dot(normal);
			if (gaps[i] > gaps[widest]) widest = i;
		}
		final double[] sorted = gaps.clone();
		Arrays.sort(sorted);
		final double usual = sorted[(sorted.length - 1) / 2];
		final double ratio = gaps[widest] / usual;
		final String where = slices.get(widest).where() + " and " + slices.get(widest + 1).where();
		final boolean missing = ratio > 1.5 && Math.abs(ratio - Math.rint(ratio)) < MISSING_TOLERANCE;
		return "the distance between slices is not uniform: " + SliceStack.mm(sorted[0]) + " to " + SliceStack.mm(
			sorted[sorted.length - 1]) + " mm, mostly " + SliceStack.mm(usual) + " mm. " + (missing ? "Between " + where +
				" the gap is " + SliceStack.mm(gaps[widest]) + " mm: " + missing(ratio) + " there. Export the whole series"
				: "The widest gap lies between " + where + ". Voxels need one spacing: resample the series, or export one with " +
					"even slices");
	}

	private static String missing(final double ratio) {
		final long n = Math.round(ratio) - 1;
		return n == 1 ? "1 slice is missing" : n + " slices are missing";
	}
}
