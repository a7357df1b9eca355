package io.github.radiomicsnomogram.fiji.ij1;

import java.util.List;
import java.util.stream.Stream;

/** Labels of the fields of the dialogs that extract, in their order; see {@link PredictKeys}. */
public final class ExtractKeys {

	static final String LABEL = "Label (1, 1,2 or all)";
	static final String PARAMS = "Params (YAML, JSON)";
	static final String BIN_WIDTH = "Bin_width";
	static final String BIN_COUNT = "Bin_count";
	static final String SPACING = "Spacing (mm)";
	static final String INTERPOLATOR = "Interpolator";
	static final String NORMALIZE = "Normalize";
	static final String FORCE_2D = "Force2D";
	static final String IMAGE_TYPES = "Image_types";
	static final String SIGMA = "Sigma (LoG, mm)";
	static final String WAVELET = "Wavelet";
	static final String FEATURES = "Features";
	static final String SETTINGS = "Settings (others)";
	static final String DIAGNOSTICS = "Diagnostics columns";
	static final String LAYOUT = "Layout of ROIs";
	static final String CSV = "CSV file to write";

	static final String HINT = "Empty or auto: as the parameter file (Params) says, else PyRadiomics' defaults. Image types: " +
		"Original, LoG, Wavelet, ...\nFeatures: classes or single ones, \"firstorder, glcm_Correlation\" (Plugins > Radiomics > " +
		"Feature Guide).\nSettings: any others of PyRadiomics, \"normalizeScale:100 distances:1,2\".";

	private static final List<String> COMMON = List.of(PredictKeys.ROI_SOURCE, PredictKeys.MASK, LABEL,
		PredictKeys.ROI_FILE, PredictKeys.ROI_NAME, PredictKeys.RESAMPLE_ROI, PredictKeys.ROI_THRESHOLD, PARAMS, BIN_WIDTH, BIN_COUNT, SPACING, INTERPOLATOR, NORMALIZE, FORCE_2D, IMAGE_TYPES, SIGMA,
		WAVELET, FEATURES, SETTINGS);

	/** Those of Extract Features. */
	public static final List<String> LABELS = with(DIAGNOSTICS, LAYOUT, CSV);

	private ExtractKeys() {}

	static List<String> with(final String... own) {
		return Stream.concat(COMMON.stream(), Stream.of(own)).toList();
	}
}
