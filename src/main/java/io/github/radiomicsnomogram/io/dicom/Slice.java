package io.github.radiomicsnomogram.io.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An image plane whose header has been checked: where it lies, how its pixels are stored, and that they can be there.
 *
 * @param frame with all other attributes
 * @param format of the pixels
 * @param position LPS coordinates in mm of the centre of the first pixel
 * @param row unit vector along a row: of growing column numbers, the x axis
 * @param column unit vector along a column: of growing row numbers, the y axis; at right angles to the row
 * @param spacingX mm between columns: the second number of PixelSpacing
 * @param spacingY mm between rows: the first number of PixelSpacing
 * @param rescale from stored to physical values
 */
record Slice(Frame frame, PixelFormat format, Vector position, Vector row, Vector column, double spacingX,
	double spacingY, Rescale rescale)
{

	/** How far the cosines may be from unit length and right angle: they are written with few digits. */
	private static final double COSINE_TOLERANCE = 1e-3;

	/** Pixels finer or coarser than these, in mm, are no scan's. */
	private static final double FINEST = 1e-6;
	private static final double COARSEST = 1e4;

	/** Coordinates beyond 100 m are no patient's. */
	private static final double FARTHEST = 1e5;

	/**
	 * Checks a frame.
	 *
	 * @throws BadDicom if it can't be a plane of a volume, with the attribute and the reason
	 */
	static Slice of(final Frame frame) throws BadDicom {
		PixelReader.requirePixels(frame);
		final PixelFormat format = PixelFormat.of(frame);
		requireGeometry(frame);
		final double[] spacing = frame.numbers(Tag.PIXEL_SPACING, 2);
		if (Math.min(spacing[0], spacing[1]) < FINEST || Math.max(spacing[0], spacing[1]) > COARSEST) throw new BadDicom(
			Tag.PIXEL_SPACING + " is '" + DicomAttributes.shown(frame.text(Tag.PIXEL_SPACING).orElse("")) +
				"'; both numbers must be mm greater than 0");
		final double[] place = frame.numbers(Tag.IMAGE_POSITION_PATIENT, 3);
		for (final double p : place)
			if (Math.abs(p) > FARTHEST) throw new BadDicom(Tag.IMAGE_POSITION_PATIENT + " is " + p + " mm away");
		final double[] cosines = frame.numbers(Tag.IMAGE_ORIENTATION_PATIENT, 6);
		final Vector u = Vector.of(cosines, 0), v = Vector.of(cosines, 3);
		final double skew = Math.max(Math.abs(u.dot(v)), Math.max(Math.abs(u.length() - 1), Math.abs(v.length() - 1)));
		if (!(skew <= COSINE_TOLERANCE)) throw new BadDicom(Tag.IMAGE_ORIENTATION_PATIENT + " is '" + DicomAttributes.shown(
			frame.text(Tag.IMAGE_ORIENTATION_PATIENT).orElse("")) + "': not two unit vectors at right angles");
		final Vector row = u.times(1 / u.length());
		final Vector upright = v.minus(row.times(row.dot(v)));
		PixelReader.check(frame, format);
		final Rescale rescale = Rescale.of(frame);
		if (!rescale.isWithin(format, -Double.MAX_VALUE, Double.MAX_VALUE)) throw new BadDicom(Tag.RESCALE_SLOPE + " is " +
			rescale.slope() + " and " + Tag.RESCALE_INTERCEPT + " is " + rescale.intercept() + ": values would be infinite");
		return new Slice(frame, format, Vector.of(place, 0), row, upright.times(1 / upright.length()), spacing[1], spacing[0],
			rescale);
	}

	private static void requireGeometry(final Frame frame) throws BadDicom {
		final List<String> missing = new ArrayList<>();
		for (final Tag tag : List.of(Tag.PIXEL_SPACING, Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT))
			if (!frame.has(tag)) missing.add(tag.toString());
		if (missing.isEmpty()) return;
		final boolean imager = !frame.has(Tag.PIXEL_SPACING) && frame.has(Tag.IMAGER_PIXEL_SPACING);
		throw new BadDicom(String.join(", ", missing) + (missing.size() == 1 ? " is missing" : " are missing") + (imager
			? " (" + Tag.IMAGER_PIXEL_SPACING + " is the detector's spacing, not the patient's)" : "") +
			": the size and place of its pixels in the patient are unknown. Export the original images with all attributes");
	}

	/** Unit vector at right angles to the plane. */
	Vector normal() {
		return row.cross(column);
	}

	/** mm that the slice is thick or away from its neighbours by what the file says; 0 if it says nothing usable. */
	double statedThickness() throws BadDicom {
		for (final Tag tag : List.of(Tag.SLICE_THICKNESS, Tag.SPACING_BETWEEN_SLICES)) {
			final OptionalDouble mm = frame.number(tag);
			if (mm.isPresent() && mm.getAsDouble() >= FINEST && mm.getAsDouble() <= COARSEST) return mm.getAsDouble();
		}
		return 0;
	}

	/** File name, and which frame of several. */
	String where() {
		return frame.where();
	}
}
