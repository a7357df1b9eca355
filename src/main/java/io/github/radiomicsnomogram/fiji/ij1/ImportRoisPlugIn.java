package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.ImagePlus;

import io.github.radiomicsnomogram.fiji.DicomView;
import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.RoiImportJob;
import io.github.radiomicsnomogram.fiji.RoiImportOptions;

import java.util.Optional;

/** {@code Plugins > Radiomics > Import ROIs...} for ImageJ 1, around {@link RoiImportJob}. */
public final class ImportRoisPlugIn extends JobPlugIn<RoiImportOptions> {

	private static final String TITLE = "Import ROIs";

	/** For ImageJ's menu. */
	public ImportRoisPlugIn() {
		super(TITLE, RoiImportOptions.KEYS);
	}

	@Override
	Optional<RoiImportOptions> ask(final ImagePlus image) {
		final RoiImportOptions start = RoiImportOptions.DEFAULTS;
		final JobDialog dialog = new JobDialog(TITLE, image);
		dialog.addFile(PredictKeys.ROI_FILE, start.file());
		dialog.addReading(start.name(), start.resample(), start.threshold());
		dialog.addChoice(DicomKeys.SHOW, RoiImportOptions.places(), start.show());
		dialog.addMessage("ROIs of a DICOM file: number, name, or a pattern with * and ?, or all.\n" +
			"They need an image that was opened with Plugins > Radiomics > Open DICOM Series...");
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new RoiImportOptions(dialog.text(), dialog.text(), dialog.flag(), dialog.text(), dialog.choice()));
	}

	@Override
	RoiImportOptions options(final MacroOptions macro) {
		return RoiImportOptions.of(macro);
	}

	@Override
	void work(final ImagePlus image, final RoiImportOptions options, final IJProgress progress) {
		DicomView.tell(TITLE, RoiImportJob.run(image, options, progress).messages(), IJ::log);
	}
}
