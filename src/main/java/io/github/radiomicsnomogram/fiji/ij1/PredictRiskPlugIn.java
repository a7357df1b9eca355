package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.ImagePlus;

import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.PredictJob;
import io.github.radiomicsnomogram.fiji.PredictOptions;
import io.github.radiomicsnomogram.fiji.PredictView;

import java.util.Optional;

/** {@code Plugins > Radiomics > Predict Risk...} for ImageJ 1, around {@link PredictJob}. */
public final class PredictRiskPlugIn extends JobPlugIn<PredictOptions> {

	/** For ImageJ's menu. */
	public PredictRiskPlugIn() {
		super("Predict Risk", PredictOptions.KEYS);
	}

	@Override
	Optional<PredictOptions> ask(final ImagePlus image) {
		return PredictDialog.show(image);
	}

	@Override
	PredictOptions options(final MacroOptions macro) {
		return PredictOptions.of(macro);
	}

	@Override
	void work(final ImagePlus image, final PredictOptions options, final IJProgress progress) {
		PredictView.forget(image);
		PredictView.show(PredictJob.run(image, options, progress), IJ::log);
	}
}
