package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses for a prediction beside the image: text as it was typed, so that every front end checks it in the
 * same place and gives the same message. Immutable.
 *
 * @param roiSource where the ROI comes from, one of {@link RoiSource#choices()}
 * @param mask title of an open label image, or path of a file; "none" or "" for none
 * @param label value of the ROI in the label image, a whole number
 * @param roiFile path of a .roi or .zip file, or of a DICOM SEG or RTSTRUCT; "" for none
 * @param roiName which ROI of a DICOM file: number, name or pattern; "" for the only one
 * @param resample whether voxels on another grid than the image's are brought to it, or refused
 * @param threshold fraction from which on a voxel of a fractional DICOM SEG is inside
 * @param model id of a built-in model, or path of a model file
 * @param ki67 in %; "" if not known
 * @param aln axillary lymph node status: unknown, negative or positive
 * @param clinical values of other variables a model may have, "age:52,grade:3"; "" if none
 * @param showFeatures whether to show every feature in a table of its own
 */
public record PredictOptions(String roiSource, String mask, String label, String roiFile, String roiName,
	boolean resample, String threshold, String model, String ki67,
	String aln, String clinical, boolean showFeatures)
{

	/** Key of {@link #roiSource()} in macros. */
	public static final String ROI_SOURCE = "roi_source";
	/** Key of {@link #mask()} in macros. */
	public static final String MASK = "mask";
	/** Key of {@link #label()} in macros. */
	public static final String LABEL = "label";
	/** Key of {@link #roiFile()} in macros. */
	public static final String ROI_FILE = "roi_file";
	/** Key of {@link #roiName()} in macros. */
	public static final String ROI_NAME = "roi_name";
	/** Key of {@link #resample()} in macros. */
	public static final String RESAMPLE_ROI = "resample_roi";
	/** Key of {@link #threshold()} in macros. */
	public static final String ROI_THRESHOLD = "roi_threshold";
	/** Key of {@link #model()} in macros. */
	public static final String MODEL = "model";
	/** Key of {@link #ki67()} in macros. */
	public static final String KI67 = "ki67";
	/** Key of {@link #aln()} in macros. */
	public static final String ALN = "aln";
	/** Key of {@link #clinical()} in macros. */
	public static final String CLINICAL = "clinical";
	/** Key of {@link #showFeatures()} in macros. */
	public static final String SHOW_FEATURES = "show_features";
	/** Key of the image's title in macros. */
	public static final String IMAGE = "image";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(IMAGE, ROI_SOURCE, MASK, LABEL, ROI_FILE, ROI_NAME,
		RESAMPLE_ROI, ROI_THRESHOLD, MODEL, KI67, ALN, CLINICAL,
		SHOW_FEATURES);

	/** No label image, in dialogs and macros. */
	public static final String NONE = "none";
	/** Every ROI of a file, where several make sense. */
	public static final String ALL = "all";
	/** Threshold of fractions that is taken if no other is wanted. */
	static final String HALF = "0.5";
	/** The built-in model. */
	public static final String DEFAULT_MODEL = "zhang-2021";
	/** A status that is not known. */
	public static final String UNKNOWN = "unknown";

	/** What is taken for what a macro or a script leaves out. */
	public static final PredictOptions DEFAULTS = new PredictOptions("auto", NONE, "1", "", "", false, HALF, DEFAULT_MODEL, "", UNKNOWN, "",
		false);

	/** Without resampling, with the default threshold. */
	public PredictOptions(final String roiSource, final String mask, final String label, final String roiFile,
		final String roiName, final String model, final String ki67, final String aln, final String clinical,
		final boolean showFeatures)
	{
		this(roiSource, mask, label, roiFile, roiName, false, HALF, model, ki67, aln, clinical, showFeatures);
	}

	/** The options of a macro line. */
	public static PredictOptions of(final MacroOptions macro) {
		return new PredictOptions(macro.text(ROI_SOURCE, DEFAULTS.roiSource), macro.text(MASK, DEFAULTS.mask), macro.text(
			LABEL, DEFAULTS.label), macro.text(ROI_FILE, DEFAULTS.roiFile), macro.text(ROI_NAME, DEFAULTS.roiName), macro.flag(
				RESAMPLE_ROI, DEFAULTS.resample), macro.text(ROI_THRESHOLD, DEFAULTS.threshold), macro.text(MODEL, DEFAULTS.model), macro.text(KI67,
				DEFAULTS.ki67), macro.text(ALN, DEFAULTS.aln), macro.text(CLINICAL, DEFAULTS.clinical), macro.flag(
					SHOW_FEATURES, DEFAULTS.showFeatures));
	}

	/** Where the ROI is. */
	RoiChoice roi() {
		return new RoiChoice(roiSource, mask, label, roiFile, roiName, resample, threshold);
	}
}
