package io.github.radiomicsnomogram.fiji.ij1;

import java.util.List;

/** Labels of the fields of the dialogs for hospital files, in their order; see {@link PredictKeys}. */
public final class DicomKeys {

	static final String PATH = "Path of folder or file";
	static final String SERIES = "Series (empty: ask)";
	static final String SUV = "SUV (PET)";

	/** Those of Open DICOM Series. */
	public static final List<String> OPEN = List.of(PATH, SERIES, SUV);

	private DicomKeys() {}
}
