package io.github.radiomicsnomogram.fiji.ij1;

import java.util.List;

/** Labels of the fields of the dialog of maps, in its order; see {@link PredictKeys}. */
public final class MapKeys {

	static final String KERNEL_RADIUS = "Kernel_radius";
	static final String MASKED_KERNEL = "Masked_kernel";
	static final String INIT_VALUE = "Init_value outside";
	static final String GRID = "Grid of the maps";
	static final String OVERLAY = "Overlay of the first map";
	static final String FOLDER = "Folder to write to";

	/** Those of Feature Maps. */
	public static final List<String> LABELS = ExtractKeys.with(KERNEL_RADIUS, MASKED_KERNEL, INIT_VALUE, GRID, OVERLAY,
		FOLDER);

	private MapKeys() {}
}
