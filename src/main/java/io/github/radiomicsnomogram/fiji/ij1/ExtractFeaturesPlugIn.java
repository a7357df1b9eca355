package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.ImagePlus;

import io.github.radiomicsnomogram.fiji.ExtractJob;
import io.github.radiomicsnomogram.fiji.ExtractOptions;
import io.github.radiomicsnomogram.fiji.ExtractView;
import io.github.radiomicsnomogram.fiji.MacroOptions;

import java.util.Optional;

/** {@code Plugins > Radiomics > Extract Features...} for ImageJ 1, around {@link ExtractJob}. */
public final class ExtractFeaturesPlugIn extends JobPlugIn<ExtractOptions> {

	/** For ImageJ's menu. */
	public ExtractFeaturesPlugIn() {
		super("Extract Features", ExtractOptions.KEYS);
	}

	@Override
	Optional<ExtractOptions> ask(final ImagePlus image) {
		final JobDialog dialog = new JobDialog("Extract Features", image);
		dialog.addRoi();
		dialog.addSettings(ExtractOptions.DEFAULTS.settings());
		dialog.addFile(ExtractKeys.CSV, "");
		dialog.addFlag(ExtractKeys.DIAGNOSTICS, ExtractOptions.DEFAULTS.diagnostics());
		dialog.sameRow();
		dialog.addChoice(ExtractKeys.LAYOUT, ExtractOptions.layouts(), ExtractOptions.ROWS);
		dialog.addMessage(ExtractKeys.HINT);
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new ExtractOptions(dialog.roi(), dialog.settings(), dialog.flag(), dialog.choice(), dialog
			.text()));
	}

	@Override
	ExtractOptions options(final MacroOptions macro) {
		return ExtractOptions.of(macro);
	}

	@Override
	void work(final ImagePlus image, final ExtractOptions options, final IJProgress progress) {
		ExtractView.show(ExtractJob.run(image, options, progress), options, IJ::log);
	}
}
