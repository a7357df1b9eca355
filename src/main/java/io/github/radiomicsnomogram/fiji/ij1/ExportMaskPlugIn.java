package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.ImagePlus;

import io.github.radiomicsnomogram.fiji.DicomView;
import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.MaskJob;
import io.github.radiomicsnomogram.fiji.MaskOptions;

import java.util.Optional;

/** {@code Plugins > Radiomics > Export Mask...} for ImageJ 1, around {@link MaskJob}. */
public final class ExportMaskPlugIn extends JobPlugIn<MaskOptions> {

	private static final String TITLE = "Export Mask";

	/** For ImageJ's menu. */
	public ExportMaskPlugIn() {
		super(TITLE, MaskOptions.KEYS);
	}

	@Override
	Optional<MaskOptions> ask(final ImagePlus image) {
		final JobDialog dialog = new JobDialog(TITLE, image);
		dialog.addRoi();
		dialog.addFile(DicomKeys.OUT, MaskOptions.DEFAULTS.out());
		dialog.addMessage("Out: a file that ends in .nrrd, .nii, .nii.gz, .mha, .tif (label image), .zip (ImageJ ROIs)\n" +
			"or .dcm (DICOM SEG, of an image that was opened with Open DICOM Series...).");
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new MaskOptions(dialog.roi(), dialog.text()));
	}

	@Override
	MaskOptions options(final MacroOptions macro) {
		return MaskOptions.of(macro);
	}

	@Override
	void work(final ImagePlus image, final MaskOptions options, final IJProgress progress) {
		final MaskJob.Result result = MaskJob.run(image, options, progress);
		DicomView.tell(TITLE, result.messages(), IJ::log);
		IJ.log(result.summary());
	}
}
