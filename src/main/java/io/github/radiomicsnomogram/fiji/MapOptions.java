package io.github.radiomicsnomogram.fiji;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user chooses for feature maps beside the image. Immutable.
 *
 * @param roi where the ROI is
 * @param settings how features are computed, and which
 * @param kernelRadius voxels from a kernel's centre to its border; "" as the parameter file says, else 1
 * @param maskedKernel true, false or auto
 * @param initValue what a map holds outside the ROI; "" as the parameter file says, else 0
 * @param grid one of {@link #grids()}
 * @param overlay whether the first map is shown over the image
 * @param folder to write every map to, instead of showing it; "" for none
 */
public record MapOptions(RoiChoice roi, SettingsChoice settings, String kernelRadius, String maskedKernel,
	String initValue, String grid, boolean overlay, String folder)
{

	/** Key of {@link #kernelRadius()} in macros. */
	public static final String KERNEL_RADIUS = "kernel_radius";
	/** Key of {@link #maskedKernel()} in macros. */
	public static final String MASKED_KERNEL = "masked_kernel";
	/** Key of {@link #initValue()} in macros. */
	public static final String INIT_VALUE = "init_value";
	/** Key of {@link #grid()} in macros. */
	public static final String GRID = "grid";
	/** Key of {@link #overlay()} in macros. */
	public static final String OVERLAY = "overlay";
	/** Key of {@link #folder()} in macros. */
	public static final String FOLDER = "folder";

	/** Maps have the slices and pixels of the image. */
	public static final String IMAGE_GRID = "image";
	/** Maps have the voxels that PyRadiomics writes: the ROI's box with room for kernels. */
	public static final String CROPPED_GRID = "cropped";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = Stream.of(ExtractOptions.ROI_KEYS, SettingsChoice.KEYS, List.of(KERNEL_RADIUS,
		MASKED_KERNEL, INIT_VALUE, GRID, OVERLAY, FOLDER)).flatMap(List::stream).toList();

	/** What is taken for what a macro or a script leaves out. */
	public static final MapOptions DEFAULTS = new MapOptions(RoiChoice.DEFAULT, SettingsChoice.DEFAULT, "",
		SettingsChoice.AUTO, "", IMAGE_GRID, false, "");

	/** Grids that dialogs offer. */
	public static List<String> grids() {
		return List.of(IMAGE_GRID, CROPPED_GRID);
	}

	/** The options of a macro line. */
	public static MapOptions of(final MacroOptions macro) {
		return new MapOptions(RoiChoice.of(macro), SettingsChoice.of(macro), macro.text(KERNEL_RADIUS, DEFAULTS.kernelRadius),
			macro.text(MASKED_KERNEL, DEFAULTS.maskedKernel), macro.text(INIT_VALUE, DEFAULTS.initValue), macro.text(GRID,
				DEFAULTS.grid), macro.flag(OVERLAY, DEFAULTS.overlay), macro.text(FOLDER, DEFAULTS.folder));
	}

	/** The settings of maps that are given, as overrides. */
	List<String> overrides() {
		final List<String> overrides = new ArrayList<>();
		SettingsChoice.add(overrides, "kernelRadius", kernelRadius);
		if (!maskedKernel.trim().equalsIgnoreCase(SettingsChoice.AUTO)) SettingsChoice.add(overrides, "maskedKernel",
			maskedKernel);
		final String init = initValue.trim();
		SettingsChoice.add(overrides, "initValue", init.equalsIgnoreCase("nan") ? ".nan" : init);
		return overrides;
	}
}
