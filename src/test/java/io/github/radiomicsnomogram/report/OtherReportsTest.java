package io.github.radiomicsnomogram.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.Replication;
import io.github.radiomicsnomogram.study.Reproducibility;
import io.github.radiomicsnomogram.study.Study;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.study.StudySettings;
import io.github.radiomicsnomogram.study.Validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherReportsTest {

	private static final CsvTable LONG = CsvTable.parse("long.csv",
		"id,reader,f_a,f_<b>\n1,A,1,5\n1,B,1.1,6\n2,A,2,5\n2,B,2.2,7\n3,A,4,1\n3,B,3.8,2\n");

	@TempDir
	private Path folder;

	@Test
	void aValidationHasItsPage() {
		final PrognosticModel model = Study.train(List.of(ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED)),
			Optional.empty(), StudyFile.builtIn("example"), Progress.NONE).model();
		final Validation v = Validation.of(model, List.of(ExampleCohort.table(200, 7)), new Validation.Columns("the <others>",
			"id", "dfs_months", "dfs_event", Map.of(), 3, new StudySettings.Thresholds(0.01, 0.99, 0.01)));
		final List<String> files = ValidationReport.write(model, v, folder.resolve("v"), Progress.NONE);
		assertTrue(files.containsAll(List.of("report.html", "model-recalibrated-baseline.yaml", "model-recalibrated-slope.yaml")));
		final Xhtml page = Xhtml.read(folder.resolve("v/report.html"));
		assertEquals(Numbers.fixed(v.cohort().calibration().orElseThrow().ici(), 3), page.row("Calibration and overall",
			"Integrated calibration index").get(1));
		assertTrue(page.shown().contains("the <others>"));
		assertFalse(page.shown().contains("NaN"));
		assertTrue(Files.exists(folder.resolve("v/figures/calibration.pdf")));
	}

	@Test
	void repeatabilityHasItsPage() {
		final List<String> names = List.of("f_a", "f_<b>");
		final Reproducibility r = Reproducibility.of(Reproducibility.ofLong(LONG, "id", "reader", "", names), names, 0.9);
		ReproducibilityReport.write(r, folder.resolve("r"), Progress.NONE);
		final Xhtml page = Xhtml.read(folder.resolve("r/report.html"));
		final double icc = r.comparisons().get(0).features().get("f_<b>").agreement().value();
		assertTrue(page.row("of each feature", "f_<b>").get(1).startsWith(Numbers.fixed(icc, 3)));
		assertEquals("no", page.row("of each feature", "f_<b>").get(2));
		assertEquals("yes", page.row("of each feature", "f_a").get(2));
		assertTrue(Files.exists(folder.resolve("r/reproducibility.csv")));
		assertEquals(1, page.elements("svg").size());
	}

	@Test
	void theReplicationIsATable() {
		final Replication r = new Replication(List.of(new Replication.Row("part", "AUC", 0.78, 0.8, 0.8, ""), new Replication.Row(
			"part", "cut-off", Double.NaN, 1, 1.1, "a < b")));
		assertEquals(List.of("report.html", "replication.csv", "replication.md"), ReplicationReport.write(r, folder.resolve(
			"p"), Progress.NONE));
		final Xhtml page = Xhtml.read(folder.resolve("p/report.html"));
		assertEquals(List.of("AUC", "0.78", "0.8", "0.8", "yes", ""), page.row("Each published figure", "AUC"));
		assertEquals(List.of("cut-off", "", "1", "1.1", "no"), page.row("Each published figure", "cut-off").subList(0, 5));
	}
}
