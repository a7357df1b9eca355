package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.report.ValidationReport;
import io.github.radiomicsnomogram.study.StudySettings;
import io.github.radiomicsnomogram.study.Validation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Validates a model, once, for every way into it. Shows nothing; what to show is up to {@link StudyView}. */
public final class ValidateJob {

	private static final double MOST_GROUPS = 100;
	private static final StudySettings.Thresholds THRESHOLDS = new StudySettings.Thresholds(0.01, 0.99, 0.01);

	private ValidateJob() {}

	/**
	 * Validates, and writes the report and the recalibrated model.
	 *
	 * @throws InputException if something can't be used; the message says what and what to do
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public static ValidateResult run(final ValidateOptions o, final Progress progress) {
		final PrognosticModel model = ModelFiles.resolve(o.model());
		if (!ValidateOptions.recalibrations().contains(o.recalibrate())) throw new InputException("'" + o.recalibrate() +
			"' is no way to recalibrate (" + ValidateOptions.RECALIBRATE + "); give one of " + String.join(", ", ValidateOptions
				.recalibrations()) + ".");
		final Path folder = TableFiles.folder(o.folder(), ValidateOptions.FOLDER);
		final Validation.Columns columns = new Validation.Columns(o.name().trim(), o.id().trim(), o.time().trim(), o.event()
			.trim(), ValueList.pairs(o.columns(), ValidateOptions.COLUMNS), (int) TableFiles.number(o.groups(),
				ValidateOptions.GROUPS, 2, MOST_GROUPS), THRESHOLDS);
		final List<CsvTable> tables = TableFiles.read(ValidateOptions.DATA, o.data(), o.clinical());
		final Optional<Path> save = o.recalibrate().equals(ValidateOptions.NONE) || o.save().isBlank() ? Optional.empty()
			: Optional.of(ValueList.path(o.save(), ValidateOptions.SAVE));
		save.ifPresent(AtomicFiles::requireWritable);
		ResultFolder.requireWritable(folder);
		progress.update(0, "Validating " + model.id());
		final Validation validation = Validation.of(model, tables, columns);
		final Optional<PrognosticModel> recalibrated = recalibrated(o, validation);
		progress.check();
		final List<String> files = ValidationReport.write(model, validation, folder, new ProgressSpan(progress, 0.5, 1));
		recalibrated.ifPresent(m -> save.ifPresent(file -> ModelFiles.write(m, file)));
		return new ValidateResult(model, validation, recalibrated.map(m -> save.orElse(folder.resolve("model-recalibrated-" + o
			.recalibrate() + ".yaml"))), folder, files);
	}

	private static Optional<PrognosticModel> recalibrated(final ValidateOptions o, final Validation v) {
		if (o.recalibrate().equals(ValidateOptions.NONE)) return Optional.empty();
		final Optional<PrognosticModel> model = o.recalibrate().equals(ValidateOptions.SLOPE) ? v.recalibratedSlope() : v
			.recalibratedBaseline();
		if (model.isEmpty()) throw new InputException("The " + o.recalibrate() +
			" can't be estimated from these patients; nothing was written. " + String.join(" ", v.warnings()));
		return model;
	}
}
