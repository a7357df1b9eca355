package io.github.radiomicsnomogram.fiji.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.fiji.MapJob;
import io.github.radiomicsnomogram.fiji.MapOptions;
import io.github.radiomicsnomogram.fiji.MapResult;
import io.github.radiomicsnomogram.fiji.MapView;
import io.github.radiomicsnomogram.fiji.SettingsChoice;

import java.util.List;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Feature Maps...}: parameters around {@link MapJob}. */
@Plugin(type = Command.class, menuPath = Menu.MAPS, label = "Feature Maps", headless = true,
	description = "PyRadiomics' features of the neighbourhood of each voxel of a ROI, as images.")
public class FeatureMaps extends SettingsCommand {

	@Parameter(label = "Kernel radius (voxels)", required = false, persist = false, description = "1 by default")
	private String kernel_radius = "";

	@Parameter(label = "Masked kernel", persist = false, choices = { "auto", "true", "false" },
		description = "Whether only the ROI's voxels of a kernel count; true by default")
	private String masked_kernel = SettingsChoice.AUTO;

	@Parameter(label = "Value outside the ROI", required = false, persist = false, description = "0 by default; nan is one")
	private String init_value = "";

	@Parameter(label = "Grid of the maps", persist = false, choices = { "image", "cropped" },
		description = "image: slices and pixels of the image; cropped: the ROI's box, as PyRadiomics writes it")
	private String grid = MapOptions.DEFAULTS.grid();

	@Parameter(label = "First map over the image", persist = false)
	private boolean overlay = MapOptions.DEFAULTS.overlay();

	@Parameter(label = "Folder to write to", required = false, persist = false, style = "directory",
		description = "Write each map as NRRD in double precision instead of showing it")
	private String folder = MapOptions.DEFAULTS.folder();

	@Parameter(type = ItemIO.OUTPUT, description = "32-bit stacks, titled by column; none if a folder is given")
	private List<ImagePlus> maps;

	@Parameter(type = ItemIO.OUTPUT, description = "a row for each map: unit, range, voxels without a value")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, description = "what the user should know")
	private List<String> warnings;

	@Override
	void work(final ImagePlus input, final SciJavaProgress progress, final Consumer<String> messages) {
		final MapOptions options = new MapOptions(roi(), settings(), kernel_radius, masked_kernel, init_value, grid, overlay,
			folder);
		final MapResult result = MapJob.run(input, options, progress);
		maps = result.stacks();
		table = result.table();
		warnings = result.messages();
		MapView.show(result, options, messages);
	}
}
