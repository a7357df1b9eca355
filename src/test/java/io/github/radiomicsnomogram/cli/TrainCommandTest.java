package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.StudyFile;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

	private static final CsvTable TABLE = ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED);

	@TempDir
	private Path folder;

	private Path out() {
		return folder.resolve("new").resolve("results");
	}

	private Path write(final String name, final CsvTable table) throws IOException {
		return Files.writeString(folder.resolve(name), ExampleCohort.csv(table));
	}

	private Path study(final UnaryOperator<String> change) throws IOException {
		return Files.writeString(folder.resolve("study.yaml"), change.apply(StudyFile
			.builtIn("example").text()));
	}

	/** The example with another cell in a column, row by row. */
	private static CsvTable with(final String column, final BiFunction<Integer, String, String> cell) {
		final int at = TABLE.column(column);
		final List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < TABLE.rows().size(); i++) {
			final List<String> row = new ArrayList<>(TABLE.rows().get(i));
			row.set(at, cell.apply(i, row.get(at)));
			rows.add(row);
		}
		return new CsvTable(TABLE.name(), TABLE.header(), rows);
	}

	private void refused(final CsvTable table, final UnaryOperator<String> change, final String... words)
		throws IOException
	{
		Cli.run("train", "--data", write("t.csv", table), "--study", study(change), "--out", out()).refusedWith(words);
		assertFalse(Files.exists(out().getParent()), "a folder was left behind");
	}

	@Test
	void theTrainedModelPredictsAtOnce() throws IOException {
		final Cli run = Cli.run("train", "--example", "--out", out());
		assertEquals(Main.OK, run.exitCode(), run.err());
		final List<String> files = Cli.content(out());
		assertTrue(files.containsAll(List.of("model.yaml", "numbers.json", "study.yaml", "table1.txt", "warnings.txt",
			"patients.csv", "multivariate.csv", "univariate_features.csv", "lasso_path.csv", "lasso_cv.csv", "roc.csv",
			"calibration.csv", "decision_curve.csv", "kaplan_meier.csv", "treatment.csv")), files.toString());
		JsonParser.parseString(Files.readString(out().resolve("numbers.json")));
		final Path predicted = folder.resolve("predicted");
		final Cli predict = Cli.run("predict", "--model", out().resolve("model.yaml"), "--image", SmallCase.image(folder),
			"--mask", SmallCase.mask(folder), "--clinical", "ki67=30", "--clinical", "aln=positive", "--out", predicted);
		assertEquals(Main.OK, predict.exitCode(), predict.err());
		final JsonObject o = JsonParser.parseString(Files.readString(predicted.resolve("prediction.json"))).getAsJsonObject();
		final PrognosticModel model = ModelFiles.read(out().resolve("model.yaml"));
		final CsvTable features = CsvTable.read(predicted.resolve("features.csv"));
		final double score = model.signature().score(model.signature().columns().stream().mapToDouble(c -> Double.parseDouble(
			features.cells(c).get(0))).toArray());
		assertEquals(score, o.get("risk_score").getAsDouble(), 1e-12);
		assertTrue(model.training().orElseThrow().variables().stream().anyMatch(v -> v.id().equals("ki67")));
	}

	@Test
	void exampleAndDataExcludeEachOther() {
		Cli.run("train", "--out", out()).misusedWith("--data", "--example");
		Cli.run("train", "--example", "--study", "zhang-2021", "--out", out()).misusedWith("--study");
	}

	@Test
	void badPatientsAreRefused() throws IOException {
		refused(with("dfs_event", (i, c) -> "0"), s -> s, "100 training patients are censored", "dfs_event");
		refused(with("dfs_event", (i, c) -> i == 0 || i == 3 ? "1" : "0"), s -> s, "Only 2 of 100");
		refused(with("id", (i, c) -> i == 7 ? "E1001" : c), s -> s, "twice", "E1001");
		refused(with("dfs_event", (i, c) -> i == 4 ? "maybe" : c), s -> s, "row 5", "maybe");
		refused(with("dfs_months", (i, c) -> i == 4 ? "0" : c), s -> s, "E1005", "greater than 0");
		refused(with("aln", (i, c) -> i == 4 ? "perhaps" : c), s -> s, "row 5", "perhaps", "positive or pos");
		refused(with("original_glcm_Idm", (i, c) -> i == 4 ? "high" : c), s -> s, "original_glcm_Idm", "row 5");
		refused(with("foldid", (i, c) -> "NA"), s -> s, "foldid", "lacks the fold");
		refused(with("set", (i, c) -> "all"), s -> s, "'train'", "all");
	}

	@Test
	void badColumnsAreRefused() throws IOException {
		refused(TABLE, s -> s.replace("time: dfs_months", "time: months"), "no column 'months'");
		refused(TABLE, s -> s.replace("original_*", "wavelet_*"), "no column like 'wavelet_*'");
		refused(TABLE, s -> s.replace("id: grade,", "id: grade, column: stage,"), "no column 'stage'");
		refused(TABLE, s -> s.replace("univariate: {p: 0.1}", "univariate: {p: 1.0e-30}"), "No radiomics signature", "0 passed univariate");
		refused(TABLE, s -> s.replace("months: 60", "months: 900"), "cut-off can't be found", "known");
	}

	@Test
	void aStudyFileIsReadStrictly() throws IOException {
		refused(TABLE, s -> s.replace("lambda: min", "lambda: best"), "line 21", "lasso.lambda", "1se, min");
		refused(TABLE, s -> s.replace("folds: 5", "folds: 2"), "line 21", "lasso.folds", "3 up");
		refused(TABLE, s -> s.replace("alpha: 1", "alpha: one"), "line 21", "lasso.alpha", "number");
		refused(TABLE, s -> s.replace("cutoff: {", "cutof: {"), "cutoff is missing");
		refused(TABLE, s -> s + "surprise: 1\n", "surprise", "no known key");
		refused(TABLE, s -> s.replace("threshold: 0.9", "threshold: 1.9"), "correlation.threshold", "at most 1");
		Cli.run("train", "--data", write("t.csv", TABLE), "--study", "nothing", "--out", out()).refusedWith("neither a built-in study");
	}

	@Test
	void tablesThatDontMatchAreRefused() throws IOException {
		final CsvTable other = new CsvTable("f.csv", List.of("id", "original_ngtdm_Coarseness"), TABLE.rows().stream().map(
			r -> List.of("X" + r.get(0), "1")).toList());
		Cli.run("train", "--data", write("t.csv", TABLE), "--data", write("f.csv", other), "--study", "example", "--out",
			out()).refusedWith("No patient of table 't.csv' is in table 'f.csv'");
		final CsvTable fewer = new CsvTable("f.csv", List.of("id", "original_ngtdm_Coarseness"), TABLE.rows().stream().skip(2)
			.map(r -> List.of(r.get(0), "0." + r.get(0).substring(1))).toList());
		Cli.run("train", "--data", write("t.csv", TABLE), "--data", write("f.csv", fewer), "--study", "example", "--out",
			out()).refusedWith("2 of 150 patients", "E1001", "unmatched: drop");
	}

	@Test
	void theTablesExtractionSettingsGoIntoTheModelFile() throws IOException {
		final String settings = "{'minimumROIDimensions': 2, 'minimumROISize': None, 'normalize': False, 'binWidth': 10, 'label': 1}";
		final List<String> header = new ArrayList<>(TABLE.header());
		header.add("diagnostics_Configuration_Settings");
		final List<List<String>> rows = TABLE.rows().stream().map(r -> {
			final List<String> row = new ArrayList<>(r);
			row.add('"' + settings + '"');
			return row;
		}).<List<String>> map(List::copyOf).toList();
		final Cli run = Cli.run("train", "--data", write("t.csv", new CsvTable("t.csv", header, rows)), "--study", "example",
			"--out", out());
		assertEquals(Main.OK, run.exitCode(), run.err());
		assertTrue(Files.readString(out().resolve("model.yaml")).contains("binWidth: 10"));
		final Cli other = Cli.run("validate", "--model", "zhang-2021", "--data", write("v.csv", renamed(new CsvTable("v.csv",
			header, rows))), "--time", "dfs_months", "--event", "dfs_event", "--out", folder.resolve("v"));
		assertEquals(Main.OK, other.exitCode(), other.err());
		assertTrue(other.err().contains("other settings than the model's"), other.err());
	}

	/** Features that the published model needs, whatever their values. */
	private static CsvTable renamed(final CsvTable table) {
		final List<String> header = table.header().stream().map(c -> c.equals("original_glcm_Idm")
			? "original_glcm_MaximumProbability" : c.equals("original_glszm_ZoneEntropy") ? "original_glszm_LargeAreaEmphasis"
				: c).toList();
		return new CsvTable(table.name(), header, table.rows());
	}

	@Test
	void validationRecalibratesAModel() throws IOException {
		Cli.run("train", "--example", "--out", out());
		final Path cohort = write("cohort.csv", ExampleCohort.table(400, 7));
		final Path validated = folder.resolve("validated");
		final Cli run = Cli.run("validate", "--model", out().resolve("model.yaml"), "--data", cohort, "--time", "dfs_months",
			"--event", "dfs_event", "--out", validated);
		assertEquals(Main.OK, run.exitCode(), run.err());
		for (final String kind : List.of("baseline", "slope")) {
			final Path again = folder.resolve(kind);
			final Path model = validated.resolve("model-recalibrated-" + kind + ".yaml");
			assertEquals(1, ModelFiles.read(model).training().orElseThrow().lineage().size());
			final Cli second = Cli.run("validate", "--model", model, "--data", cohort, "--time", "dfs_months", "--event",
				"dfs_event", "--out", again);
			assertEquals(Main.OK, second.exitCode(), second.err());
			final JsonObject c = JsonParser.parseString(Files.readString(again.resolve("numbers.json"))).getAsJsonObject()
				.getAsJsonObject("calibration");
			assertEquals(0, c.get("in_the_large_log").getAsDouble(), 1e-9, kind);
			// Predictions next to certainty are cut at 1e-10, which the slope feels.
			if (kind.equals("slope")) assertEquals(1, c.get("slope").getAsDouble(), 5e-3);
		}
		Cli.run("validate", "--model", "zhang-2021", "--data", cohort, "--time", "dfs_months", "--event", "dfs_event", "--out",
			folder.resolve("x")).refusedWith("original_glcm_MaximumProbability");
	}
}
