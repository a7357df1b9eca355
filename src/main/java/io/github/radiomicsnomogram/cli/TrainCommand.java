package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.report.StudyReport;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.HonestTables;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.Study;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.StudySummary;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A whole study from tables: model file, tables, numbers. */
@Command(name = "train", description = { "Train a signature and a nomogram from tables of features, follow-up and" +
	" clinical variables by the choices of a study file. Writes report.html, figures, model.yaml, numbers.json and tables." })
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
		ResultFolder.requireWritable(out);
		final Map<String, String> more = example ? Map.of(tables.get(0).name(), ExampleCohort.csv(tables.get(0))) : Map.of();
		final StudyResult result;
		final Optional<HonestValidation> honest;
		final List<String> files;
		try (Interrupt interrupt = interrupt()) {
			result = Study.train(tables, reproducibility, file, interrupt);
			honest = quick ? Optional.empty() : Optional.of(HonestValidation.of(result, interrupt));
			files = StudyReport.write(result, new StudyReport.Extras(honest, more, commands(), Optional.empty()), out,
				interrupt);
		}
		result.warnings().forEach(this::warn);
		out().print(StudySummary.of(result));
		honest.ifPresent(h -> out().print("\n" + HonestTables.summary(result, h)));
		out().println("Written to " + out + ": figures, " + String.join(", ", files));
	}

	/** What to type to repeat the study with the study file that is among the results. */
	private List<String> commands() {
		if (example) return List.of("radiomics-nomogram train --example --out FOLDER");
		final StringBuilder line = new StringBuilder("radiomics-nomogram train");
		data.forEach(d -> line.append(" --data ").append(d.getFileName()));
		if (icc != null) line.append(" --icc ").append(icc.getFileName());
		return List.of(line.append(" --study study.yaml").append(quick ? " --quick" : "").append(" --out FOLDER").toString());
	}
}
