package io.github.radiomicsnomogram.fiji;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From masks to ImageJ's ROIs, one for each slice: outlines along the edges of pixels, with holes and separate parts as
 * composite ROIs, so that the mask of a ROI is that of the slice again, voxel for voxel.
 */
final class RoiShapes {

	/** Property of a ROI: that its slice counts in the order of position, whatever order other programs show. */
	static final String ORDER = "radiomics.order";
	/** Value of {@link #ORDER}. */
	static final String BY_POSITION = "position";

	private static final int INSIDE = 255;

	private RoiShapes() {}

	/** The ROIs of a mask, upwards, each with its slice and named by mask and slice. */
	static List<Roi> of(final Mask mask) {
		final List<Roi> rois = new ArrayList<>();
		for (int z = mask.box().z0(); z <= mask.box().z1(); z++) {
			final ByteProcessor slice = slice(mask, z);
			if (slice == null) continue;
			slice.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
			final Roi roi = new ThresholdToSelection().convert(slice);
			final Rectangle at = roi.getBounds();
			// A pixel of margin on each side of the box: see slice.
			roi.setLocation(at.x + mask.box().x0() - 1, at.y + mask.box().y0() - 1);
			roi.setPosition(z + 1);
			roi.setName(String.format(Locale.ROOT, "%s-%02d", mask.name(), z + 1));
			roi.setProperty(ORDER, BY_POSITION);
			rois.add(roi);
		}
		return rois;
	}

	/** A slice of a mask's box with a margin of a pixel; null if nothing is in it. */
	private static ByteProcessor slice(final Mask mask, final int z) {
		final BoundingBox b = mask.box();
		final ByteProcessor slice = new ByteProcessor(b.size(0) + 2, b.size(1) + 2);
		boolean any = false;
		for (int y = b.y0(); y <= b.y1(); y++)
			for (int x = b.x0(); x <= b.x1(); x++)
				if (mask.contains(x, y, z)) {
					slice.set(x - b.x0() + 1, y - b.y0() + 1, INSIDE);
					any = true;
				}
		return any ? slice : null;
	}
}
