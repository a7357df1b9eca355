package io.github.radiomicsnomogram.fiji.command;

import ij.ImagePlus;

import io.github.radiomicsnomogram.fiji.DicomView;
import io.github.radiomicsnomogram.fiji.MaskJob;
import io.github.radiomicsnomogram.fiji.MaskOptions;
import io.github.radiomicsnomogram.fiji.RoiChoice;

import java.util.List;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Export Mask...}: parameters around {@link MaskJob}. */
@Plugin(type = Command.class, menuPath = Menu.EXPORT_MASK, label = "Export Mask", headless = true,
	description = "Writes the ROI that features are computed of, as NRRD, NIfTI, label image, ImageJ ROIs or DICOM SEG.")
public class ExportMask extends JobCommand {

	@Parameter(label = "Image", required = false, persist = false)
	private ImagePlus image;

	@Parameter(label = "ROI source", choices = { "auto", "mask", "file", "manager", "overlay", "active" },
		persist = false, description = "auto: the first there is of label image, ROI file, ROI Manager, overlay, selection")
	private String roi_source = RoiChoice.DEFAULT.source();

	@Parameter(label = "Mask (label image)", persist = false,
		description = "Title of an open label image, or a file")
	private String mask = RoiChoice.DEFAULT.mask();

	@Parameter(label = "Label", required = false, persist = false,
		description = "Value of the ROI's voxels in the mask; several (1,2,5) or all")
	private String label = RoiChoice.DEFAULT.label();

	@Parameter(label = "ROI file", required = false, persist = false, style = "file",
		description = "A .roi or .zip file of ImageJ, a DICOM SEG or RTSTRUCT, or a label image, instead of ROIs on the screen")
	private String roi_file = RoiChoice.DEFAULT.file();

	@Parameter(label = "ROI name (DICOM)", required = false, persist = false,
		description = "Which ROI of a DICOM file: number, name, or pattern with * and ?, which several may fit; all")
	private String roi_name = RoiChoice.DEFAULT.name();

	@Parameter(label = "Resample the ROI to the image", persist = false,
		description = "Bring voxels on another grid to the image's by nearest neighbour, and say what that did; else they are refused")
	private boolean resample_roi = RoiChoice.DEFAULT.resample();

	@Parameter(label = "Threshold of a fractional SEG", required = false, persist = false,
		description = "Fraction from which on a voxel of a fractional DICOM SEG is inside, up to 1")
	private String roi_threshold = RoiChoice.DEFAULT.threshold();

	@Parameter(label = "File to write", required = false, persist = false, style = "save",
		description = ".nrrd, .nii, .nii.gz, .mha, .tif (label image), .zip (ImageJ ROIs) or .dcm (DICOM SEG)")
	private String out = MaskOptions.DEFAULTS.out();

	@Parameter(type = ItemIO.OUTPUT, description = "number of voxels of each ROI")
	private List<Long> voxels;

	@Parameter(type = ItemIO.OUTPUT, description = "what the user should know")
	private List<String> warnings;

	@Override
	void work(final SciJavaProgress progress, final Consumer<String> messages) {
		final MaskJob.Result result = MaskJob.run(image, new MaskOptions(new RoiChoice(roi_source, mask, label, roi_file,
			roi_name, resample_roi, roi_threshold), out), progress);
		voxels = result.voxels();
		warnings = result.messages();
		DicomView.tell(image.getTitle(), result.messages(), messages);
		messages.accept(result.summary());
	}
}
