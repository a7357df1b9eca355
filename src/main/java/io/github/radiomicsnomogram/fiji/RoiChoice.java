package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.dicom.Seg;

/**
 * Where a user says the ROI is: text as it was typed. Immutable.
 *
 * @param source one of {@link RoiSource#choices()}
 * @param mask title of an open label image, or path of a file; "none" or "" for none
 * @param label which of the label image's values are ROIs: a whole number; where several ROIs make sense also "1,2,5",
 *          "all", or "" for the settings' own
 * @param file path of a .roi or .zip file, or of a DICOM SEG or RTSTRUCT; "" for none
 * @param name which ROI of a DICOM file: number, name or pattern; "" for the only one; of a label image its number
 * @param resample whether voxels on another grid than the image's are brought to it by nearest neighbour, or refused
 * @param threshold fraction from which on a voxel of a fractional DICOM SEG is inside; "" for 0.5
 */
public record RoiChoice(String source, String mask, String label, String file, String name, boolean resample,
	String threshold)
{

	/** Key of {@link #source()} in macros. */
	public static final String SOURCE = PredictOptions.ROI_SOURCE;

	/** The ROI that the screen shows, whatever it is; the settings' own label. */
	public static final RoiChoice DEFAULT = new RoiChoice("auto", PredictOptions.NONE, "", "", "");

	/** Without resampling, with the default threshold. */
	public RoiChoice(final String source, final String mask, final String label, final String file, final String name) {
		this(source, mask, label, file, name, false, PredictOptions.HALF);
	}

	/** What a macro line says. */
	static RoiChoice of(final MacroOptions macro) {
		return new RoiChoice(macro.text(SOURCE, DEFAULT.source), macro.text(PredictOptions.MASK, DEFAULT.mask), macro.text(
			PredictOptions.LABEL, DEFAULT.label), macro.text(PredictOptions.ROI_FILE, DEFAULT.file), macro.text(
			PredictOptions.ROI_NAME, DEFAULT.name), macro.flag(PredictOptions.RESAMPLE_ROI, DEFAULT.resample), macro.text(
				PredictOptions.ROI_THRESHOLD, DEFAULT.threshold));
	}

	/** The same for one label. */
	RoiChoice withLabel(final String other) {
		return new RoiChoice(source, mask, other, file, name, resample, threshold);
	}

	/**
	 * The threshold as a number.
	 *
	 * @throws InputException if it is no fraction greater than 0 and at most 1
	 */
	double fraction() {
		if (threshold.isBlank()) return Seg.THRESHOLD;
		try {
			final double fraction = Double.parseDouble(threshold.trim());
			if (fraction > 0 && fraction <= 1) return fraction;
		}
		catch (final NumberFormatException e) {
			// Said below.
		}
		throw new InputException("'" + threshold + "' (" + PredictOptions.ROI_THRESHOLD +
			") is no fraction from which on a voxel of a fractional DICOM SEG is inside: give a number greater than 0, at most 1.");
	}
}
