package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;

import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.ReproducibilityJob;
import io.github.radiomicsnomogram.fiji.ReproducibilityOptions;
import io.github.radiomicsnomogram.fiji.StudyView;

import java.util.Optional;

/** {@code Plugins > Radiomics > Reproducibility...} for ImageJ 1, around {@link ReproducibilityJob}. */
public final class ReproducibilityPlugIn extends FilePlugIn<ReproducibilityOptions> {

	private static final String TITLE = "Reproducibility";

	/** For ImageJ's menu. */
	public ReproducibilityPlugIn() {
		super(TITLE, ReproducibilityOptions.KEYS);
	}

	@Override
	Optional<ReproducibilityOptions> ask() {
		final ReproducibilityOptions start = ReproducibilityOptions.DEFAULTS;
		final JobDialog dialog = new JobDialog(TITLE);
		dialog.addFile(StudyKeys.TABLES, start.data());
		dialog.addFile(StudyKeys.SECOND, start.second());
		dialog.addText(StudyKeys.SUBJECT, start.subject());
		dialog.addText(StudyKeys.READER, start.reader());
		dialog.addText(StudyKeys.SESSION, start.session());
		dialog.addText(StudyKeys.SUFFIX, start.suffix());
		dialog.addLongText(StudyKeys.FEATURES, start.features());
		dialog.addText(StudyKeys.THRESHOLD, start.threshold());
		dialog.addFolder(StudyKeys.FOLDER, start.folder());
		dialog.addMessage("One long table with columns of reader and session, a wide one with suffixes (_r1,_r2),\nor one table for each measurement.");
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new ReproducibilityOptions(dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text()));
	}

	@Override
	ReproducibilityOptions options(final MacroOptions macro) {
		return ReproducibilityOptions.of(macro);
	}

	@Override
	void work(final ReproducibilityOptions options, final IJProgress progress) {
		StudyView.show(ReproducibilityJob.run(options, progress), IJ::log);
	}
}
