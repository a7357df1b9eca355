package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.plugin.frame.Recorder;

import io.github.radiomicsnomogram.fiji.DicomJob;
import io.github.radiomicsnomogram.fiji.DicomOptions;
import io.github.radiomicsnomogram.fiji.DicomView;
import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.SeriesDialog;

import java.util.Optional;

/** {@code Plugins > Radiomics > Open DICOM Series...} for ImageJ 1, around {@link DicomJob}. */
public final class OpenDicomSeriesPlugIn extends FilePlugIn<DicomOptions> {

	private static final String TITLE = "Open DICOM Series";

	/** For ImageJ's menu. */
	public OpenDicomSeriesPlugIn() {
		super(TITLE, DicomOptions.KEYS);
	}

	@Override
	Optional<DicomOptions> ask() {
		final DicomOptions start = DicomOptions.DEFAULTS;
		final JobDialog dialog = new JobDialog(TITLE);
		dialog.addFolder(DicomKeys.PATH, start.path());
		dialog.addText(DicomKeys.SERIES, start.series());
		dialog.addFlag(DicomKeys.SUV, start.suv());
		dialog.addMessage("Series: number, UID or description; empty for the only one, or to choose from a list.");
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new DicomOptions(dialog.text(), dialog.text(), dialog.flag()));
	}

	@Override
	DicomOptions options(final MacroOptions macro) {
		return DicomOptions.of(macro);
	}

	@Override
	void work(final DicomOptions options, final IJProgress progress) {
		final DicomJob.Result result = DicomJob.open(options, SeriesDialog.chooser(), progress);
		if (options.series().isBlank() && result.several()) record(options.withSeries(Integer.toString(result.series())));
		DicomView.show(result, IJ::log);
	}

	/** In place of what the dialog recorded: with the series that was chosen from the list. */
	private static void record(final DicomOptions options) {
		final String command = Recorder.getCommand();
		if (!Recorder.record || command == null) return;
		Recorder.setCommand(command);
		Recorder.recordOption(DicomOptions.PATH, Recorder.fixPath(options.path()));
		Recorder.recordOption(DicomOptions.SERIES, options.series());
		if (options.suv()) Recorder.recordOption(DicomOptions.SUV);
	}
}
