package io.github.radiomicsnomogram.fiji.ij1;

import java.util.List;

/**
 * Labels of the dialog's fields, in its order. ImageJ makes macro keys of them: the first word, in lower case; an
 * underscore is shown as a space.
 */
public final class PredictKeys {

	static final String ROI_SOURCE = "ROI_source";
	static final String MASK = "Mask (label image)";
	static final String LABEL = "Label in the mask";
	static final String ROI_FILE = "ROI_file (.roi, .zip, DICOM)";
	static final String ROI_NAME = "ROI_name (DICOM)";
	static final String RESAMPLE_ROI = "Resample_ROI to image";
	static final String ROI_THRESHOLD = "ROI_threshold (SEG)";
	static final String MODEL = "Model (id or file)";
	static final String KI67 = "Ki67 at surgery (%)";
	static final String ALN = "ALN status at surgery";
	static final String CLINICAL = "Clinical values, other";
	static final String SHOW_FEATURES = "Show_features";

	/** All of them. */
	public static final List<String> LABELS = List.of(ROI_SOURCE, MASK, LABEL, ROI_FILE, ROI_NAME,
		RESAMPLE_ROI, ROI_THRESHOLD, MODEL, KI67, ALN, CLINICAL, SHOW_FEATURES);

	private PredictKeys() {}
}
