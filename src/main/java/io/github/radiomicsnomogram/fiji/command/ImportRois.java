package io.github.radiomicsnomogram.fiji.command;

import ij.ImagePlus;
import ij.gui.Roi;

import io.github.radiomicsnomogram.fiji.DicomView;
import io.github.radiomicsnomogram.fiji.RoiImportJob;
import io.github.radiomicsnomogram.fiji.RoiImportOptions;

import java.util.List;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Import ROIs...}: parameters around {@link RoiImportJob}. */
@Plugin(type = Command.class, menuPath = Menu.IMPORT_ROIS, label = "Import ROIs", headless = true,
	description = "Shows the ROIs of a DICOM SEG or RTSTRUCT, or of ImageJ, on the image.")
public class ImportRois extends JobCommand {

	@Parameter(label = "Image", required = false, persist = false)
	private ImagePlus image;

	@Parameter(label = "ROI file", required = false, persist = false, style = "file",
		description = "A DICOM SEG or RTSTRUCT, a label image, or a .roi or .zip file of ImageJ")
	private String roi_file = RoiImportOptions.DEFAULTS.file();

	@Parameter(label = "ROI name (DICOM)", required = false, persist = false,
		description = "Number, name, or pattern with * and ?; all")
	private String roi_name = RoiImportOptions.DEFAULTS.name();

	@Parameter(label = "Resample the ROI to the image", persist = false,
		description = "Bring voxels on another grid to the image's by nearest neighbour, and say what that did; else they are refused")
	private boolean resample_roi = RoiImportOptions.DEFAULTS.resample();

	@Parameter(label = "Threshold of a fractional SEG", required = false, persist = false,
		description = "Fraction from which on a voxel of a fractional DICOM SEG is inside, up to 1")
	private String roi_threshold = RoiImportOptions.DEFAULTS.threshold();

	@Parameter(label = "Show in", choices = { "manager", "overlay" }, persist = false,
		description = "ROI Manager, or the image's overlay")
	private String show = RoiImportOptions.DEFAULTS.show();

	@Parameter(type = ItemIO.OUTPUT, description = "one for each slice of each ROI")
	private List<Roi> rois;

	@Parameter(type = ItemIO.OUTPUT, description = "what the user should know")
	private List<String> warnings;

	@Override
	void work(final SciJavaProgress progress, final Consumer<String> messages) {
		final RoiImportJob.Result result = RoiImportJob.run(image, new RoiImportOptions(roi_file, roi_name,
			resample_roi, roi_threshold, show), progress);
		rois = result.rois();
		warnings = result.messages();
		DicomView.tell(image.getTitle(), result.messages(), messages);
	}
}
