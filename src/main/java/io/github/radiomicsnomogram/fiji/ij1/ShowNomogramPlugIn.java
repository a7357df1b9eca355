package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;

import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.NomogramJob;
import io.github.radiomicsnomogram.fiji.NomogramOptions;
import io.github.radiomicsnomogram.fiji.NomogramView;

import java.util.Optional;

/** {@code Plugins > Radiomics > Show Nomogram...} for ImageJ 1, around {@link NomogramJob}. */
public final class ShowNomogramPlugIn extends FilePlugIn<NomogramOptions> {

	private static final String TITLE = "Show Nomogram";

	/** For ImageJ's menu. */
	public ShowNomogramPlugIn() {
		super(TITLE, NomogramOptions.KEYS);
	}

	@Override
	Optional<NomogramOptions> ask() {
		final JobDialog dialog = new JobDialog(TITLE);
		dialog.addFile(StudyKeys.MODEL, NomogramOptions.DEFAULTS.model());
		dialog.addLongText(StudyKeys.VALUES, NomogramOptions.DEFAULTS.values());
		dialog.addFile(StudyKeys.PREDICTION, NomogramOptions.DEFAULTS.prediction());
		dialog.addFile(StudyKeys.SAVE, NomogramOptions.DEFAULTS.save());
		dialog.addMessage("Values to start from, for example signature:0.32,ki67:20,aln:positive, or those of a prediction;\n" +
			"all can be changed in the window. A figure is saved as .svg, .pdf or .png.");
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new NomogramOptions(dialog.text(), dialog.text(), dialog.text(), dialog.text()));
	}

	@Override
	NomogramOptions options(final MacroOptions macro) {
		return NomogramOptions.of(macro);
	}

	@Override
	void work(final NomogramOptions options, final IJProgress progress) {
		NomogramView.show(NomogramJob.run(options), options, IJ::log);
	}
}
