package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses to show the ROIs of a file. Immutable.
 *
 * @param file a DICOM SEG or RTSTRUCT, a .seg.nrrd of 3D Slicer, a label image, or ImageJ's .roi or .zip
 * @param name which of a DICOM file: number, name or pattern, which several may fit; "all"
 * @param resample whether voxels on another grid than the image's are brought to it, or refused
 * @param threshold fraction from which on a voxel of a fractional DICOM SEG is inside
 * @param show one of {@link #places()}
 */
public record RoiImportOptions(String file, String name, boolean resample, String threshold, String show) {

	/** Key of {@link #show()} in macros. */
	public static final String SHOW = "show";

	/** In the ROI Manager. */
	public static final String MANAGER = "manager";
	/** In the image's overlay. */
	public static final String OVERLAY = "overlay";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(PredictOptions.IMAGE, PredictOptions.ROI_FILE, PredictOptions.ROI_NAME,
		PredictOptions.RESAMPLE_ROI, PredictOptions.ROI_THRESHOLD, SHOW);

	/** What is taken for what a macro or a script leaves out. */
	public static final RoiImportOptions DEFAULTS = new RoiImportOptions("", PredictOptions.ALL, MANAGER);

	/** Without resampling, with the default threshold. */
	public RoiImportOptions(final String file, final String name, final String show) {
		this(file, name, false, PredictOptions.HALF, show);
	}

	/** Where ROIs can be shown. */
	public static List<String> places() {
		return List.of(MANAGER, OVERLAY);
	}

	/** The options of a macro line. */
	public static RoiImportOptions of(final MacroOptions macro) {
		return new RoiImportOptions(macro.text(PredictOptions.ROI_FILE, DEFAULTS.file), macro.text(PredictOptions.ROI_NAME,
			DEFAULTS.name), macro.flag(PredictOptions.RESAMPLE_ROI, DEFAULTS.resample), macro.text(
				PredictOptions.ROI_THRESHOLD, DEFAULTS.threshold), macro.text(SHOW, DEFAULTS.show));
	}
}
