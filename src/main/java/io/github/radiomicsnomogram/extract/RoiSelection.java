package io.github.radiomicsnomogram.extract;

/**
 * Which voxels of a mask are the ROI, and which ROIs are refused.
 *
 * @param label value of the ROI's voxels in a label image; at least 1
 * @param labelChannel for a mask with several channels, the one to read, from 0 (label_channel)
 * @param rules what a ROI must be like
 */
public record RoiSelection(int label, int labelChannel, RoiRules rules) {

	/** PyRadiomics' defaults: label 1, first channel. */
	public static final RoiSelection DEFAULT = new RoiSelection(1, 0, RoiRules.DEFAULT);

	/** The same for another label. */
	public RoiSelection withLabel(final int other) {
		return new RoiSelection(other, labelChannel, rules);
	}
}
