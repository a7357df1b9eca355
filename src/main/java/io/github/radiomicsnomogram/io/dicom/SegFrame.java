package io.github.radiomicsnomogram.io.dicom;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where the pixels of a frame lie in the voxels of an image: pixel (column, row) is the voxel
 * {@code first + column * alongRow + row * alongColumn}. The frame may be smaller than a slice, turned or mirrored
 * against it, as long as each pixel is one voxel.
 *
 * @param first voxel of the first pixel; may lie outside the image
 * @param alongRow one of the axes, or its opposite
 * @param alongColumn another axis, or its opposite
 */
record SegFrame(int[] first, int[] alongRow, int[] alongColumn) {

	/** Voxels that the centre of a pixel may be off the centre of its voxel, in any of the frame's corners. */
	private static final double TOLERANCE = 0.02;

	/** The same along the frame's normal: a series' slices may be as uneven as that. */
	static final double ALONG = 0.1;

	/** Voxels beyond which no image goes. */
	private static final double FARTHEST = 1e8;

	/**
	 * Finds the voxels of a frame.
	 *
	 * @throws BadDicom if the frame's place isn't given, or is not on the image's grid, with the numbers of both
	 */
	static SegFrame of(final Frame frame, final int rows, final int columns, final PatientGrid grid) throws BadDicom {
		final double[] spacing = spacing(frame);
		final double[] cosines = required(frame, Tag.IMAGE_ORIENTATION_PATIENT, 6);
		final Vector position = Vector.of(required(frame, Tag.IMAGE_POSITION_PATIENT, 3), 0);
		final Vector row = Vector.of(cosines, 0).times(spacing[1]), column = Vector.of(cosines, 3).times(spacing[0]);
		final Vector corner = grid.index(position);
		final int[] first = rounded(corner);
		final int[] alongRow = step(grid, position, row, columns), alongColumn = step(grid, position, column, rows);
		final boolean axes = length(alongRow) == 1 && length(alongColumn) == 1 && Arrays.stream(new int[] { 0, 1, 2 })
			.allMatch(d -> alongRow[d] * alongColumn[d] == 0);
		final SegFrame placed = new SegFrame(first, alongRow, alongColumn);
		if (axes && placed.isOn(corner, corner, 0, 0) && placed.isOn(corner, grid.index(position.plus(row.times(columns -
			1))), columns - 1, 0) && placed.isOn(corner, grid.index(position.plus(column.times(rows - 1))), 0, rows - 1))
			return placed;
		throw new OffGrid(frame.where() + " is not on the image's grid: " + difference(frame, grid, spacing, corner, axes) +
			".\n  image:        " + grid.geometry().describe() + "\n  segmentation: " + rows + " rows, " + columns + " columns, " +
			describe(frame) + "\nUse the segmentation that was made on this image, or let it be resampled (command line: " +
			"--resample-mask; macros: resample_roi)");
	}

	/** mm between rows, and between columns. */
	static double[] spacing(final Frame frame) throws BadDicom {
		final double[] spacing = required(frame, Tag.PIXEL_SPACING, 2);
		if (!(spacing[0] > 0 && spacing[1] > 0)) throw new BadDicom(Tag.PIXEL_SPACING + " is " + Arrays.toString(spacing));
		return spacing;
	}

	static double[] required(final Frame frame, final Tag tag, final int n) throws BadDicom {
		final double[] numbers = frame.numbers(tag, n);
		if (numbers.length == 0) throw new BadDicom(tag + " of " + frame.where() + " is missing: where it lies is unknown");
		return numbers;
	}

	/** Voxels from one pixel to the next, taken over the whole frame. */
	private static int[] step(final PatientGrid grid, final Vector position, final Vector step, final int n) {
		final int steps = Math.max(1, n - 1);
		return rounded(grid.index(position.plus(step.times(steps))).minus(grid.index(position)).times(1.0 / steps));
	}

	private static int[] rounded(final Vector v) {
		return new int[] { (int) Math.rint(bounded(v.x())), (int) Math.rint(bounded(v.y())), (int) Math.rint(bounded(v.z())) };
	}

	private static double bounded(final double v) {
		return Math.max(-FARTHEST, Math.min(FARTHEST, v));
	}

	private static long length(final int[] step) {
		return Arrays.stream(step).mapToLong(Math::abs).sum();
	}

	/** Whether a pixel that lies at an index is the voxel that it should be; the frame may be off its slice, not tilted. */
	private boolean isOn(final Vector corner, final Vector index, final int column, final int row) {
		final int[] at = voxel(column, row);
		final double[] off = numbers(index), start = numbers(corner);
		final int normal = normal();
		boolean on = Math.abs(start[normal] - first[normal]) <= ALONG;
		off[normal] -= start[normal] - first[normal];
		for (int d = 0; d < 3; d++)
			on &= Math.abs(off[d] - at[d]) <= TOLERANCE;
		return on;
	}

	private static double[] numbers(final Vector v) {
		return new double[] { v.x(), v.y(), v.z() };
	}

	/** The axis that the frame is at right angles to. */
	int normal() {
		int axis = 0;
		while (alongRow[axis] != 0 || alongColumn[axis] != 0)
			axis++;
		return axis;
	}

	/** Voxels by which the frame's first pixel lies before or behind its voxel. */
	double beside(final Frame frame, final PatientGrid grid) throws BadDicom {
		final Vector index = grid.index(Vector.of(required(frame, Tag.IMAGE_POSITION_PATIENT, 3), 0));
		return Math.abs(numbers(index)[normal()] - first[normal()]);
	}

	/** Voxel of a pixel. */
	int[] voxel(final int column, final int row) {
		final int[] voxel = new int[3];
		for (int d = 0; d < 3; d++)
			voxel[d] = first[d] + column * alongRow[d] + row * alongColumn[d];
		return voxel;
	}

	/** Whether rows and columns run as the image's do. */
	boolean isUpright() {
		return alongRow[0] == 1 && alongColumn[1] == 1;
	}

	private static String difference(final Frame frame, final PatientGrid grid, final double[] spacing,
		final Vector corner, final boolean axes)
	{
		final double x = grid.geometry().spacing(0), y = grid.geometry().spacing(1);
		if (Math.abs(spacing[1] - x) > 1e-3 * x || Math.abs(spacing[0] - y) > 1e-3 * y) return "its pixel spacing is " +
			spacing[1] + " x " + spacing[0] + " mm, the image's " + x + " x " + y + " mm";
		if (!axes || Math.abs(corner.x() - Math.rint(corner.x())) <= TOLERANCE && Math.abs(corner.y() - Math.rint(corner
			.y())) <= TOLERANCE && Math.abs(corner.z() - Math.rint(corner.z())) <= TOLERANCE)
			return "its " + Tag.IMAGE_ORIENTATION_PATIENT + " is " + frame.text(Tag.IMAGE_ORIENTATION_PATIENT).map(
				DicomAttributes::shown).orElse("") + ", which is not along the image's axes";
		return String.format(Locale.ROOT, "its first pixel lies between voxels, at (%.3f, %.3f, %.3f)", corner.x(), corner
			.y(), corner.z());
	}

	private static String describe(final Frame frame) {
		final StringBuilder all = new StringBuilder();
		for (final Tag tag : new Tag[] { Tag.PIXEL_SPACING, Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT })
			all.append(all.isEmpty() ? "" : ", ").append(tag.keyword()).append(' ').append(frame.text(tag).map(
				DicomAttributes::shown).orElse(""));
		return all.toString();
	}
}
