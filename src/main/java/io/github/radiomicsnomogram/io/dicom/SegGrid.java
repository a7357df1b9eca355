package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.volume.Geometry;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The grid on which the frames of a segmentation lie, whatever the image: one behind the other at even distances, at
 * some of which there may be no frame, ascending along row x column.
 */
final class SegGrid {

	/** Two frames closer than this, in mm, lie at one place. */
	private static final double SAME_PLACE = 1e-3;

	/** Share of a pixel's size by which frames may differ in size and place. */
	private static final double TOLERANCE = 0.02;

	/** Components by which directions of frames may differ. */
	private static final double SAME_DIRECTION = 1e-4;

	/** How far the cosines may be from unit length and right angle: they are written with few digits. */
	private static final double COSINE_TOLERANCE = 1e-3;

	/** Voxels for each pixel of the frames, and in any file, from which on the distance of frames is no sensible number. */
	private static final int MOST_VOXELS_A_PIXEL = 16;
	private static final long FREE_VOXELS = 1L << 27;

	private final List<Frame> frames;
	private final Vector row, column, normal;
	private final double[] spacing;
	private final double[] along;
	private final Vector first;

	private SegGrid(final List<Frame> frames) throws BadDicom {
		this.frames = frames;
		final Frame frame = frames.get(0);
		spacing = SegFrame.spacing(frame);
		final double[] cosines = SegFrame.required(frame, Tag.IMAGE_ORIENTATION_PATIENT, 6);
		final Vector u = Vector.of(cosines, 0), v = Vector.of(cosines, 3);
		final double skew = Math.max(Math.abs(u.dot(v)), Math.max(Math.abs(u.length() - 1), Math.abs(v.length() - 1)));
		if (!(skew <= COSINE_TOLERANCE)) throw new BadDicom(Tag.IMAGE_ORIENTATION_PATIENT + " is '" + DicomAttributes.shown(
			frame.text(Tag.IMAGE_ORIENTATION_PATIENT).orElse("")) + "': not two unit vectors at right angles");
		row = u.times(1 / u.length());
		final Vector upright = v.minus(row.times(row.dot(v)));
		column = upright.times(1 / upright.length());
		normal = row.cross(column);
		first = Vector.of(SegFrame.required(frame, Tag.IMAGE_POSITION_PATIENT, 3), 0);
		along = new double[frames.size()];
		for (int i = 0; i < along.length; i++)
			along[i] = along(frames.get(i), u, v);
	}

	/**
	 * The grid of all frames.
	 *
	 * @param rows of each frame
	 * @param columns of each frame
	 * @throws BadDicom if they have no common grid, or nothing says how far they are apart
	 */
	static Geometry of(final List<Frame> frames, final int rows, final int columns) throws BadDicom {
		return new SegGrid(frames).geometry(rows, columns);
	}

	/** mm from the first frame along the normal, of a frame that is like it. */
	private double along(final Frame frame, final Vector u, final Vector v) throws BadDicom {
		final double[] its = SegFrame.spacing(frame);
		final double[] cosines = SegFrame.required(frame, Tag.IMAGE_ORIENTATION_PATIENT, 6);
		final Vector off = Vector.of(SegFrame.required(frame, Tag.IMAGE_POSITION_PATIENT, 3), 0).minus(first);
		final boolean alike = Math.abs(its[0] - spacing[0]) <= SAME_DIRECTION * spacing[0] && Math.abs(its[1] - spacing[1]) <=
			SAME_DIRECTION * spacing[1] && Vector.of(cosines, 0).difference(u) <= SAME_DIRECTION && Vector.of(cosines, 3)
				.difference(v) <= SAME_DIRECTION;
		if (!alike) throw new BadDicom(frame.where() + " has other pixel sizes or directions than " + frames.get(0).where() +
			", so its frames have no common grid");
		if (Math.abs(off.dot(row)) > TOLERANCE * spacing[1] || Math.abs(off.dot(column)) > TOLERANCE * spacing[0])
			throw new BadDicom(frame.where() + " lies beside " + frames.get(0).where() +
				", not before or behind it, so its frames have no common grid");
		return off.dot(normal);
	}

	private Geometry geometry(final int rows, final int columns) throws BadDicom {
		final double[] places = places();
		final double low = places[0], range = places[places.length - 1] - low;
		final double rough = distance(places);
		long gaps = 0;
		final long[] at = new long[places.length];
		for (int i = 1; i < places.length; i++) {
			at[i] = at[i - 1] + Math.max(1, Math.round((places[i] - places[i - 1]) / rough));
			gaps = at[i];
		}
		final double pixels = (double) rows * columns;
		if (pixels * (gaps + 1) > Math.max(FREE_VOXELS, pixels * MOST_VOXELS_A_PIXEL * frames.size())) throw new BadDicom(
			"its frames lie " + range + " mm apart at a distance of " + rough + " mm, which makes too many slices");
		final double step = gaps == 0 ? rough : range / gaps;
		for (int i = 0; i < places.length; i++)
			if (Math.abs(places[i] - low - at[i] * step) > SegFrame.ALONG * step) throw new BadDicom(
				"its frames are not evenly spaced (about " + rough + " mm), so they have no common grid");
		final Vector o = first.plus(normal.times(low));
		return new Geometry(new long[] { columns, rows, gaps + 1 }, new double[] { spacing[1], spacing[0], step },
			new double[] { o.x(), o.y(), o.z() }, new double[] { row.x(), column.x(), normal.x(), row.y(), column.y(), normal.y(),
				row.z(), column.z(), normal.z() });
	}

	/** Places along the normal, upwards, each once. */
	private double[] places() {
		final double[] sorted = along.clone();
		Arrays.sort(sorted);
		int n = 1;
		for (int i = 1; i < sorted.length; i++)
			if (sorted[i] - sorted[n - 1] > SAME_PLACE) sorted[n++] = sorted[i];
		return Arrays.copyOf(sorted, n);
	}

	/** As the file says if its frames lie so, else the smallest one that there is. */
	private double distance(final double[] places) throws BadDicom {
		double smallest = Double.POSITIVE_INFINITY;
		for (int i = 1; i < places.length; i++)
			smallest = Math.min(smallest, places[i] - places[i - 1]);
		for (final Tag tag : List.of(Tag.SPACING_BETWEEN_SLICES, Tag.SLICE_THICKNESS)) {
			final OptionalDouble stated = frames.get(0).number(tag);
			if (stated.isEmpty() || !(stated.getAsDouble() > SAME_PLACE)) continue;
			if (places.length == 1) return stated.getAsDouble();
			final double ratio = smallest / stated.getAsDouble();
			if (tag == Tag.SPACING_BETWEEN_SLICES && ratio > 0.5 && Math.abs(ratio - Math.rint(ratio)) <= SegFrame.ALONG)
				return stated.getAsDouble();
		}
		if (places.length == 1) throw new BadDicom(Tag.SPACING_BETWEEN_SLICES + " and " + Tag.SLICE_THICKNESS +
			" are missing: the size of its voxels along z is unknown");
		return smallest;
	}
}
