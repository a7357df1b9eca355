package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.report.StudyReport;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.Study;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.study.StudyResult;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains a model, once, for every way into it. Shows nothing; what to show is up to {@link StudyView}. */
public final class TrainJob {

	/** Shares of the work: the training and its figures are quick, the resampling is not. */
	private static final double TRAINED = 0.1, VALIDATED = 0.9;

	private TrainJob() {}

	/**
	 * Trains, and writes the report. A run that fails or is stopped leaves nothing.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if something can't be used; the message says what and what to do
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public static TrainResult run(final TrainOptions options, final Progress progress) {
		final StudyFile file = StudyFile.resolve(options.study());
		final Path folder = TableFiles.folder(options.folder(), TrainOptions.FOLDER);
		final List<CsvTable> tables = options.isExample() ? List.of(ExampleCohort.table(ExampleCohort.PATIENTS,
			ExampleCohort.SEED)) : TableFiles.read(TrainOptions.DATA, options.data(), options.clinical());
		final Optional<CsvTable> icc = options.icc().isBlank() ? Optional.empty() : Optional.of(TableFiles.read(
			TrainOptions.ICC, options.icc()).get(0));
		ResultFolder.requireWritable(folder);
		final StudyResult study = Study.train(tables, icc, file, new ProgressSpan(progress, 0, TRAINED));
		final Optional<HonestValidation> honest = options.quick() ? Optional.empty() : Optional.of(HonestValidation.of(study,
			new ProgressSpan(progress, TRAINED, VALIDATED)));
		final Map<String, String> more = options.isExample() ? Map.of(tables.get(0).name(), ExampleCohort.csv(tables.get(0)))
			: Map.of();
		final List<String> files = StudyReport.write(study, new StudyReport.Extras(honest, more, List.of(), Optional.empty()),
			folder, new ProgressSpan(progress, options.quick() ? TRAINED : VALIDATED, 1));
		return new TrainResult(study, honest, folder, files);
	}
}
