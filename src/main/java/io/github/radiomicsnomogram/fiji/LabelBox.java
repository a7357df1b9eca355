package io.github.radiomicsnomogram.fiji;

import ij.gui.TextRoi;

import io.github.radiomicsnomogram.volume.BoundingBox;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;

/**
 * A label of some lines and its place in the image: beside the ROI's box where there is room, at the same place on every
 * slice, so that it neither covers the lesion nor jumps while scrolling. In pixels.
 *
 * @param x left edge
 * @param y top edge
 * @param size of the font
 * @param lines text
 */
record LabelBox(double x, double y, int size, List<String> lines) {

	/** Font size as a share of the image: the label stays readable and small at every matrix size. */
	private static final int LINES_IN_IMAGE = 32;
	private static final int SMALLEST = 3;
	private static final double LINE_HEIGHT = 1.3;
	private static final Color BEHIND = new Color(0, 0, 0, 170);
	private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

	/** The label of a ROI in an image of a width and height. */
	static LabelBox beside(final BoundingBox roi, final int width, final int height, final List<String> lines) {
		final int size = Math.max(SMALLEST, Math.min(width, height) / LINES_IN_IMAGE);
		final double w = width(lines, size), h = lines.size() * LINE_HEIGHT * size, gap = size / 2.0;
		final double middleX = (roi.x0() + roi.x1() + 1 - w) / 2, middleY = (roi.y0() + roi.y1() + 1 - h) / 2;
		final double right = roi.x1() + 1 + gap, left = roi.x0() - gap - w;
		final double below = roi.y1() + 1 + gap, above = roi.y0() - gap - h;
		if (right + w <= width) return new LabelBox(right, clamp(middleY, height - h), size, lines);
		if (left >= 0) return new LabelBox(left, clamp(middleY, height - h), size, lines);
		if (below + h <= height) return new LabelBox(clamp(middleX, width - w), below, size, lines);
		return new LabelBox(clamp(middleX, width - w), Math.max(0, above), size, lines);
	}

	private static double clamp(final double v, final double max) {
		return Math.max(0, Math.min(v, max));
	}

	private static double width(final List<String> lines, final int size) {
		final Font font = font(size);
		return lines.stream().mapToDouble(line -> font.getStringBounds(line, METRICS).getWidth()).max().orElse(0);
	}

	private static Font font(final int size) {
		return new Font(Font.SANS_SERIF, Font.BOLD, size);
	}

	/** The label as an overlay's element, in a colour on a dark ground. */
	TextRoi text(final Color colour) {
		final TextRoi text = new TextRoi(x, y, String.join("\n", lines), font(size));
		text.setAntiAlias(true);
		text.setStrokeColor(colour);
		text.setFillColor(BEHIND);
		return text;
	}
}
