package io.github.radiomicsnomogram.fiji.ij1;

import java.util.List;

/** Labels of the fields of the dialogs for hospital files, in their order; see {@link PredictKeys}. */
public final class DicomKeys {

	static final String PATH = "Path of folder or file";
	static final String SERIES = "Series (empty: ask)";
	static final String SUV = "SUV (PET)";

	/** Those of Open DICOM Series. */
	public static final List<String> OPEN = List.of(PATH, SERIES, SUV);

	static final String SHOW = "Show in";
	static final String OUT = "Out (file to write)";

	/** Those of Import ROIs. */
	public static final List<String> IMPORT = List.of(PredictKeys.ROI_FILE, PredictKeys.ROI_NAME,
		PredictKeys.RESAMPLE_ROI, PredictKeys.ROI_THRESHOLD, SHOW);
	/** Those of Export Mask. */
	public static final List<String> EXPORT = List.of(PredictKeys.ROI_SOURCE, PredictKeys.MASK, ExtractKeys.LABEL,
		PredictKeys.ROI_FILE, PredictKeys.ROI_NAME, PredictKeys.RESAMPLE_ROI, PredictKeys.ROI_THRESHOLD, OUT);

	private DicomKeys() {}
}
