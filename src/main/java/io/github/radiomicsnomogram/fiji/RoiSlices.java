package io.github.radiomicsnomogram.fiji;

import ij.gui.Roi;

import io.github.radiomicsnomogram.InputException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** On which slice of a stack a ROI lies, as ImageJ's ROI Manager decides it. */
final class RoiSlices {

	/** Slice, y and x of a ROI's centre, as the ROI Manager names ROIs on stacks: "0012-0345-0123". */
	private static final Pattern LABEL = Pattern.compile("(\\d{4}-\\d{4}|\\d{5}-\\d{5}|\\d{6}-\\d{6})-.{4,}");

	private RoiSlices() {}

	/**
	 * The slice of a ROI, from 0.
	 *
	 * @param depth number of slices
	 * @throws InputException if the ROI says no slice and there are several, or says one that there isn't
	 */
	static int of(final Roi roi, final long depth) {
		final int slice = position(roi);
		if (slice == 0 && depth > 1) throw new InputException("ROI '" + RoiPainter.nameOf(roi) +
			"' lies on no slice, and the image has " + depth +
			". Show its slice, click the ROI and press Update in the ROI Manager (or More >> > Properties..., Position), " +
			"then try again.");
		return checked(roi, Math.max(1, slice), depth);
	}

	/** A slice from 1 as one from 0, if there is such a slice. */
	static int checked(final Roi roi, final int slice, final long depth) {
		if (slice > depth) throw new InputException("ROI '" + RoiPainter.nameOf(roi) + "' lies on slice " + slice +
			", but the image has " + depth + ". Is it the ROI of another image?");
		return slice - 1;
	}

	/** The slice that a ROI, or else its name, tells, from 1; 0 for none. */
	static int position(final Roi roi) {
		final int position = Math.max(0, roi.getZPosition());
		return position > 0 ? position : labelled(roi.getName());
	}

	/** The slice that a ROI Manager's label tells, from 1; 0 for none. */
	static int labelled(final String label) {
		final Matcher m = LABEL.matcher(label == null ? "" : label);
		return m.matches() ? Integer.parseInt(label.substring(0, label.indexOf('-'))) : 0;
	}

	/** A copy of a ROI with the label that it has in a list or file. */
	static Roi named(final Roi roi, final String label) {
		final Roi copy = (Roi) roi.clone();
		if (position(copy) == 0 && labelled(label) > 0) copy.setPosition(labelled(label));
		if (copy.getName() == null) copy.setName(label);
		return copy;
	}
}
