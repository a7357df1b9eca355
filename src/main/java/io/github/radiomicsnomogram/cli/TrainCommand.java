package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.HonestTables;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.Study;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.StudySummary;
import io.github.radiomicsnomogram.study.StudyTables;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A whole study from tables: model file, tables, numbers. */
@Command(name = "train", description = { "Train a signature and a nomogram from tables of features, follow-up and" +
	" clinical variables by the choices of a study file. Writes model.yaml, numbers.json and tables." })
final class TrainCommand extends Verb {

	@Option(names = "--data", paramLabel = "CSV", description = {
		"Table with a header, one patient a row; given several times, the tables are joined by the patient's id." })
	private List<Path> data;

	@Option(names = "--example", description = {
		"In place of --data and --study: the example, synthetic patients with a known truth; also writes their table." })
	private boolean example;

	@Option(names = "--icc", paramLabel = "CSV", description = {
		"Table of reproducibility, as the verb reproducibility writes it." })
	private Path icc;

	@Option(names = "--study", paramLabel = "STUDY", description = {
		"Built-in study (zhang-2021) or study file (default: zhang-2021)." })
	private String study;

	@Option(names = "--quick", description = "Leave out the honest validation, which repeats the training many times.")
	private boolean quick;

	@Option(names = "--out", required = true, paramLabel = "FOLDER", description = {
		"Folder for the results; made if it is missing." })
	private Path out;

	@Override
	void execute() {
		if (example == (data != null)) throw usage("Give either --data or --example.");
		if (example && study != null) throw usage("--example has its own study file; leave out --study.");
		final StudyFile file = StudyFile.resolve(example ? "example" : study == null ? "zhang-2021" : study);
		final List<CsvTable> tables = example ? List.of(ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED)) : data
			.stream().map(CsvTable::read).toList();
		final Optional<CsvTable> reproducibility = Optional.ofNullable(icc).map(CsvTable::read);
		try (ResultFolder folder = new ResultFolder(out)) {
			final StudyResult result = Study.train(tables, reproducibility, file, Progress.NONE);
			final Map<String, String> files = new LinkedHashMap<>(StudyTables.files(result));
			final Optional<HonestValidation> honest = quick ? Optional.empty() : Optional.of(HonestValidation.of(result,
				Progress.NONE));
			honest.ifPresent(h -> files.putAll(HonestTables.files(result, h)));
			if (example) files.put(tables.get(0).name(), ExampleCohort.csv(tables.get(0)));
			files.forEach((name, text) -> AtomicFiles.writeText(folder.file(name), text));
			folder.finish();
			result.warnings().forEach(this::warn);
			out().print(StudySummary.of(result));
			honest.ifPresent(h -> out().print("\n" + HonestTables.summary(result, h)));
			out().println("Written to " + folder.path() + ": " + String.join(", ", files.keySet()));
		}
	}
}
