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
			IMAGE_READER("reading the image"),
			/** The values are not known to be HU. */
			NOT_HU("values not known to be HU"),
			/** The values don't look like CT, or the tags name another modality. */
			NOT_CT_LIKE("not like CT"),
			/** No tags: the acquisition can't be checked. */
			ACQUISITION_UNKNOWN("acquisition unknown"),
			/** No contrast agent. */
			NO_CONTRAST("no contrast"),
			/** Another phase of the contrast. */
			OTHER_PHASE("other contrast phase"),
			/** Another slice thickness. */
			SLICE_THICKNESS("slice thickness"),
			/** Another tube voltage. */
			TUBE_VOLTAGE("tube voltage"),
			/** Few voxels. */
			ROI_SMALL("small ROI"),
			/** A ROI of one slice for a model of 3-D ROIs. */
			ROI_ONE_SLICE("ROI of one slice"),
			/** Air in the ROI. */
			ROI_AIR("air in the ROI"),
			/** Bone, calcification or metal in the ROI. */
			ROI_BONE("bone or metal in the ROI"),
			/** A feature outside its plausible range. */
			FEATURE_RANGE("feature out of range"),
			/** A clinical value outside its plausible range. */
			CLINICAL_RANGE("clinical value out of range"),
			/** A value beyond its axis in the nomogram. */
			BEYOND_AXIS("value beyond its axis"),
			/** A figure that could not be drawn. */
			FIGURE_MISSING("figure not drawn");

		private final String title;

		Code(final String title) {
			this.title = title;
		}

		/** In a few words, for people: "air in the ROI". */
		public String title() {
			return title;
		}

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
