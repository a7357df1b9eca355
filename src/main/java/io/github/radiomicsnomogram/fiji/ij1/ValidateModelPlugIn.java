package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;

import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.ValidateJob;
import io.github.radiomicsnomogram.fiji.ValidateOptions;
import io.github.radiomicsnomogram.fiji.StudyView;

import java.util.Optional;

/** {@code Plugins > Radiomics > Validate Model...} for ImageJ 1, around {@link ValidateJob}. */
public final class ValidateModelPlugIn extends FilePlugIn<ValidateOptions> {

	private static final String TITLE = "Validate Model";

	/** For ImageJ's menu. */
	public ValidateModelPlugIn() {
		super(TITLE, ValidateOptions.KEYS);
	}

	@Override
	Optional<ValidateOptions> ask() {
		final ValidateOptions start = ValidateOptions.DEFAULTS;
		final JobDialog dialog = new JobDialog(TITLE);
		dialog.addFile(StudyKeys.MODEL, start.model());
		dialog.addFile(StudyKeys.DATA, start.data());
		dialog.addFile(StudyKeys.CLINICAL, start.clinical());
		dialog.addText(StudyKeys.ID, start.id());
		dialog.addText(StudyKeys.TIME, start.time());
		dialog.addText(StudyKeys.EVENT, start.event());
		dialog.addLongText(StudyKeys.COLUMNS, start.columns());
		dialog.addText(StudyKeys.NAME, start.name());
		dialog.addText(StudyKeys.GROUPS, start.groups());
		dialog.addChoice(StudyKeys.RECALIBRATE, ValidateOptions.recalibrations(), start.recalibrate());
		dialog.addFile(StudyKeys.SAVE_MODEL, start.save());
		dialog.addFolder(StudyKeys.FOLDER, start.folder());
		dialog.addMessage("Other columns, of clinical variables: ki67:Ki67_pct,aln:nodes. The recalibrated model is saved in the folder too.");
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new ValidateOptions(dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.text(), dialog.choice(), dialog.text(), dialog.text()));
	}

	@Override
	ValidateOptions options(final MacroOptions macro) {
		return ValidateOptions.of(macro);
	}

	@Override
	void work(final ValidateOptions options, final IJProgress progress) {
		StudyView.show(ValidateJob.run(options, progress), IJ::log);
	}
}
