package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;

import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.TrainJob;
import io.github.radiomicsnomogram.fiji.TrainOptions;
import io.github.radiomicsnomogram.fiji.StudyView;

import java.util.Optional;

/** {@code Plugins > Radiomics > Train Model...} for ImageJ 1, around {@link TrainJob}. */
public final class TrainModelPlugIn extends FilePlugIn<TrainOptions> {

	private static final String TITLE = "Train Model";

	/** For ImageJ's menu. */
	public TrainModelPlugIn() {
		super(TITLE, TrainOptions.KEYS);
	}

	@Override
	Optional<TrainOptions> ask() {
		final TrainOptions start = TrainOptions.DEFAULTS;
		final JobDialog dialog = new JobDialog(TITLE);
		dialog.addFile(StudyKeys.STUDY, start.study());
		dialog.addFile(StudyKeys.DATA, start.data());
		dialog.addFile(StudyKeys.CLINICAL, start.clinical());
		dialog.addFile(StudyKeys.ICC, start.icc());
		dialog.addFlag(StudyKeys.QUICK, start.quick());
		dialog.addFolder(StudyKeys.FOLDER, start.folder());
		dialog.addMessage("Study: zhang-2021, a study file of your own, or example, which has patients of its own (leave the tables empty).\n" +
			"Quick leaves out the honest validation, which repeats the training many times. Escape stops.");
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new TrainOptions(dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.flag(), dialog.text()));
	}

	@Override
	TrainOptions options(final MacroOptions macro) {
		return TrainOptions.of(macro);
	}

	@Override
	void work(final TrainOptions options, final IJProgress progress) {
		StudyView.show(TrainJob.run(options, progress), IJ::log);
	}
}
