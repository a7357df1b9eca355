package io.github.radiomicsnomogram.fiji;

import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.roi.SliceMasks;
import io.github.radiomicsnomogram.volume.Geometry;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns areas into pixels, as ImageJ measures them. */
final class RoiPainter {

	/** A ROI whose frame is this many times the image is no slip of the mouse. */
	private static final double LARGEST = 25;

	private final Geometry grid;
	private final SliceMasks masks;
	private final List<String> warnings = new ArrayList<>();

	RoiPainter(final Geometry grid) {
		this.grid = grid;
		masks = new SliceMasks(grid);
	}

	/**
	 * @param roi an area
	 * @param z slice, from 0
	 * @throws InputException if the ROI lies outside the image
	 */
	void paint(final Roi roi, final int z) {
		final Rectangle bounds = roi.getBounds();
		requireSize(roi, bounds);
		final SliceMasks.Counts counts = masks.add(z, bounds.x, bounds.y, bounds.width, bounds.height, inside(roi, bounds));
		if (counts.inside() == 0 && counts.outside() > 0) throw new InputException("ROI '" + nameOf(roi) +
			"' lies outside the image: it covers x " + bounds.x + " to " + (bounds.x + bounds.width - 1) + ", y " + bounds.y +
			" to " + (bounds.y + bounds.height - 1) + ", the image has " + grid.size(0) + " x " + grid.size(1) +
			" pixels. Is it the ROI of another image?");
		if (counts.outside() > 0) warn("ROI '" + nameOf(roi) + "' on slice " + (z + 1) + " reaches out of the image: " + counts
			.outside() + " of its " + (counts.inside() + counts.outside()) + " pixels are left out.");
	}

	/** Before ImageJ makes a mask of that size. */
	private void requireSize(final Roi roi, final Rectangle bounds) {
		if (bounds.width < 0 || bounds.height < 0 || (double) bounds.width * bounds.height > LARGEST * grid.size(0) * grid.size(
			1)) throw new InputException("ROI '" + nameOf(roi) + "' is " + bounds.width + " x " + bounds.height +
				" pixels large, the image " + grid.size(0) + " x " + grid.size(1) +
				": it is damaged, or the ROI of another image.");
	}

	void warn(final String warning) {
		warnings.add(warning);
	}

	RoiMask result(final String name) {
		return new RoiMask(masks.build(name), warnings);
	}

	private static byte[] inside(final Roi roi, final Rectangle bounds) {
		final ImageProcessor mask = roi.getMask();
		if (mask == null) return null;
		if (mask.getWidth() == bounds.width && mask.getHeight() == bounds.height) return (byte[]) mask.convertToByte(false)
			.getPixels();
		throw new IllegalStateException("mask of " + mask.getWidth() + " x " + mask.getHeight() + " for " + bounds);
	}

	/** Whether ImageJ measures an area under this ROI. Text and images are rectangles to it, but no ROIs to a user. */
	static boolean isArea(final Roi roi) {
		return roi.isArea() && !(roi instanceof TextRoi) && !(roi instanceof ImageRoi);
	}

	static void requireArea(final Roi roi) {
		if (!isArea(roi)) throw new InputException("ROI '" + nameOf(roi) + "' is no area but " + kind(roi) +
			". Use an area tool (freehand, polygon, oval, rectangle), or delete it from the list.");
	}

	/** Name and kind: "'scale bar' (of type straight line)". */
	static String describe(final Roi roi) {
		return "'" + nameOf(roi) + "' (" + kind(roi) + ")";
	}

	private static String kind(final Roi roi) {
		if (roi instanceof TextRoi) return "text";
		if (roi instanceof ImageRoi) return "an image";
		return "of type " + roi.getTypeAsString().toLowerCase(Locale.ROOT);
	}

	/** Name of a ROI, or what it is and where, if it has none. */
	static String nameOf(final Roi roi) {
		if (roi.getName() != null && !roi.getName().isBlank()) return roi.getName();
		final Rectangle b = roi.getBounds();
		return roi.getTypeAsString() + " at " + b.x + ", " + b.y;
	}
}
