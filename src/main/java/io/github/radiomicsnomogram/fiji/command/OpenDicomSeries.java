package io.github.radiomicsnomogram.fiji.command;

import ij.ImagePlus;

import io.github.radiomicsnomogram.fiji.DicomJob;
import io.github.radiomicsnomogram.fiji.DicomOptions;
import io.github.radiomicsnomogram.fiji.DicomView;
import io.github.radiomicsnomogram.fiji.SeriesDialog;

import java.util.List;
import java.util.function.Consumer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Open DICOM Series...}: parameters around {@link DicomJob}. */
@Plugin(type = Command.class, menuPath = Menu.DICOM, label = "Open DICOM Series", headless = true,
	description = "Opens a series of a folder of DICOM files, with values and geometry checked.")
public class OpenDicomSeries extends JobCommand {

	@Parameter(label = "Folder or file", required = false, persist = false, style = "directory",
		description = "Folder of the series, with its sub-folders; one of its files; a DICOMDIR")
	private String path = DicomOptions.DEFAULTS.path();

	@Parameter(label = "Series", required = false, persist = false,
		description = "Number, UID or description; empty: the only one, or you are asked")
	private String series = DicomOptions.DEFAULTS.series();

	@Parameter(label = "PET as SUV", persist = false, description = "Standardised uptake values by body weight, in g/ml")
	private boolean suv = DicomOptions.DEFAULTS.suv();

	@Parameter(type = ItemIO.OUTPUT, description = "calibrated in mm and HU")
	private ImagePlus opened;

	@Parameter(type = ItemIO.OUTPUT, description = "what the user should know")
	private List<String> warnings;

	@Override
	void work(final SciJavaProgress progress, final Consumer<String> messages) {
		final DicomOptions options = new DicomOptions(path, series, suv);
		final DicomJob.Result result = DicomJob.open(options, SeriesDialog.chooser(), progress);
		// A macro recorded of this run names what was chosen in the list.
		if (series.isBlank() && result.several()) series = Integer.toString(result.series());
		opened = result.image();
		warnings = result.warnings();
		DicomView.show(result, messages);
	}
}
