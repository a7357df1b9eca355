package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.report.ReplicationReport;
import io.github.radiomicsnomogram.study.Replication;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The paper's figures beside R's and this software's on the simulated cohort. */
@Command(name = "replicate", description = { "Repeat the study of Zhang et al. 2021 on the simulated cohort and write a" +
	" table: paper, R on the same data, this software. Writes report.html, replication.csv and replication.md." })
final class ReplicateCommand extends Verb {

	@Option(names = "--data", required = true, paramLabel = "CSV", description = "The simulated cohort (cohort114.csv).")
	private Path data;

	@Option(names = "--repeated", paramLabel = "CSV", description = "Its repeated measurements (icc_repeated.csv).")
	private Path repeated;

	@Option(names = "--r", paramLabel = "JSON", description = {
		"R's results of the same steps, as src/test/scripts/study_golden.R writes them (default: built in for cohort114.csv)." })
	private Path r;

	@Option(names = "--out", required = true, paramLabel = "FOLDER", description = {
		"Folder for the results; made if it is missing." })
	private Path out;

	@Override
	void execute() {
		final CsvTable cohort = CsvTable.read(data);
		ResultFolder.requireWritable(out);
		final Replication result;
		try (Interrupt interrupt = interrupt()) {
			result = Replication.of(cohort, Optional.ofNullable(repeated).map(CsvTable::read), r == null
				? Replication.resultsOfR(text(data)) : json(r), interrupt);
			ReplicationReport.write(result, out, interrupt);
		}
		out().print(result.markdown());
	}

	private static String text(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException e) {
			throw new InputException("'" + file + "' can't be read: " + e.getMessage(), e);
		}
	}

	private static JsonObject json(final Path file) {
		try {
			return JsonParser.parseString(text(file)).getAsJsonObject();
		}
		catch (final JsonParseException | IllegalStateException e) {
			throw new InputException("R's results can't be read from '" + file + "': " + e.getMessage(), e);
		}
	}
}
