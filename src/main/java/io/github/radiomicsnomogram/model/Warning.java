package io.github.radiomicsnomogram.model;

import java.util.Locale;

/**
 * A reason to doubt a prediction.
 *
 * @param code what kind
 * @param message with the numbers, for people
 */
public record Warning(Code code, String message) {

	/** Kinds of warnings. */
	public enum Code {
			/** What the image's reader noticed. */
			IMAGE_READER,
			/** The values are not known to be HU. */
			NOT_HU,
			/** The values don't look like CT, or the tags name another modality. */
			NOT_CT_LIKE,
			/** No tags: the acquisition can't be checked. */
			ACQUISITION_UNKNOWN,
			/** No contrast agent. */
			NO_CONTRAST,
			/** Another phase of the contrast. */
			OTHER_PHASE,
			/** Another slice thickness. */
			SLICE_THICKNESS,
			/** Another tube voltage. */
			TUBE_VOLTAGE,
			/** Few voxels. */
			ROI_SMALL,
			/** A ROI of one slice for a model of 3-D ROIs. */
			ROI_ONE_SLICE,
			/** Air in the ROI. */
			ROI_AIR,
			/** Bone, calcification or metal in the ROI. */
			ROI_BONE,
			/** A feature outside its plausible range. */
			FEATURE_RANGE,
			/** A value beyond its axis in the nomogram. */
			BEYOND_AXIS,
			/** A figure that could not be drawn. */
			FIGURE_MISSING;

		/** As in files: "roi_air". */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	@Override
	public String toString() {
		return message;
	}
}
