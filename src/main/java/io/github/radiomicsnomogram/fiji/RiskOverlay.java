package io.github.radiomicsnomogram.fiji;

import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * The analysed ROI drawn on its stack: on each of its slices the outline of exactly the voxels that were used, and a
 * label beside it. Elements carry a name of ours, so that a later run replaces them and leaves the user's own alone.
 */
public final class RiskOverlay {

	/** Start of the name of every element that the software draws. */
	private static final String PREFIX = RoiMasks.OWN_PREFIX + " ";

	private static final int INSIDE = 255;
	/** Lines are as thin in a small image as in a large one that is shown as large. */
	private static final double PIXELS_PER_STROKE = 220;

	private RiskOverlay() {}

	/**
	 * The elements for a ROI.
	 *
	 * @param mask ROI; its z is the slice
	 * @param colour of outline and text
	 * @param lines of the label
	 * @return outlines and labels, each with the one-based slice as its position
	 */
	public static List<Roi> elements(final Mask mask, final Color colour, final List<String> lines) {
		final int width = (int) mask.geometry().size(0), height = (int) mask.geometry().size(1);
		final LabelBox place = LabelBox.beside(mask.box(), width, height, lines);
		final List<Roi> elements = new ArrayList<>();
		for (final Roi outline : outlines(mask, colour)) {
			elements.add(outline);
			final TextRoi label = place.text(colour);
			label.setName(PREFIX + "label");
			label.setPosition(outline.getPosition());
			elements.add(label);
		}
		return elements;
	}

	/** The outline on each slice of a ROI, with the one-based slice as its position. */
	static List<Roi> outlines(final Mask mask, final Color colour) {
		final List<Roi> outlines = new ArrayList<>();
		for (int z = mask.box().z0(); z <= mask.box().z1(); z++) {
			final Roi outline = outline(mask, z);
			if (outline == null) continue;
			outline.setStrokeColor(colour);
			outline.setStrokeWidth(Math.min(mask.geometry().size(0), mask.geometry().size(1)) / PIXELS_PER_STROKE);
			outline.setName(PREFIX + "outline");
			outline.setPosition(z + 1);
			outlines.add(outline);
		}
		return outlines;
	}

	/**
	 * Another overlay with elements of ours, in place of those of an earlier run.
	 *
	 * @param existing the image's overlay, or null; not changed
	 */
	public static Overlay replaced(final Overlay existing, final List<Roi> elements) {
		final Overlay overlay = withoutOurs(existing);
		elements.forEach(overlay::add);
		return overlay;
	}

	/** A copy of an overlay (null: an empty one) with the user's own elements only. */
	public static Overlay withoutOurs(final Overlay existing) {
		final Overlay kept = existing == null ? new Overlay() : existing.create();
		if (existing != null) for (final Roi roi : existing)
			if (!isOurs(roi)) kept.add(roi);
		return kept;
	}

	/** Whether the software drew an element. */
	public static boolean isOurs(final Roi roi) {
		return roi.getName() != null && roi.getName().startsWith(RoiMasks.OWN_PREFIX);
	}

	/** The outline along pixel edges in slice z, or null if the ROI has no voxel there. */
	static Roi outline(final Mask mask, final int z) {
		final BoundingBox box = mask.box();
		final ByteProcessor inside = new ByteProcessor(box.size(0), box.size(1));
		boolean any = false;
		for (int y = 0; y < box.size(1); y++)
			for (int x = 0; x < box.size(0); x++)
				if (mask.contains(box.x0() + x, box.y0() + y, z)) {
					inside.set(x, y, INSIDE);
					any = true;
				}
		if (!any) return null;
		inside.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
		final Roi outline = new ThresholdToSelection().convert(inside);
		outline.setLocation(box.x0() + outline.getXBase(), box.y0() + outline.getYBase());
		return outline;
	}
}
