package io.github.radiomicsnomogram.io.dicom;

import java.util.List;

/**
 * A ROI that a DICOM file offers.
 *
 * @param number ROINumber of a structure set, SegmentNumber of a segmentation
 * @param name ROIName or SegmentLabel without blanks at its ends; may be "", and several may have the same
 * @param pieces number of contours, or of frames; for a label map all frames of the file
 * @param unit what the pieces are: "contour" or "frame"
 * @param series SeriesInstanceUIDs of the images that the file says it was drawn on; may be empty
 */
public record DicomRoi(int number, String name, int pieces, String unit, List<String> series) {

	public DicomRoi {
		series = List.copyOf(series);
	}

	/** Number and name, for messages: "ROI 3 'GTV'". */
	String title() {
		return "ROI " + number + " '" + DicomAttributes.shown(name) + "'";
	}

	/** One line for a list: "3: 'GTV', 26 contours". */
	public String describe() {
		return number + ": '" + DicomAttributes.shown(name) + "', " + pieces + " " + unit + (pieces == 1 ? "" : "s");
	}
}
