package io.github.radiomicsnomogram.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.study.ClinicalFit;
import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.Study;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.StudyTables;
import io.github.radiomicsnomogram.study.TrainedSignature;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.UnivariateScreen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3c.dom.Element;

class StudyReportTest {

	private static final CsvTable TABLE = ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED);
	private static final String FEW = "bootstrap: 5, outer_folds: 3, repeats: 1, permutations: 3";

	@TempDir
	private static Path folder;

	private static StudyResult study;
	private static HonestValidation honest;
	private static List<String> files;
	private static Xhtml page;

	@BeforeAll
	static void writeTheExample() {
		study = train(s -> s.replace("bootstrap: 50, outer_folds: 5, repeats: 1, permutations: 20", FEW));
		assertEquals(5, study.file().settings().honest().bootstrap());
		honest = HonestValidation.of(study, Progress.NONE);
		files = StudyReport.write(study, extras(), folder.resolve("whole"), Progress.NONE);
		page = Xhtml.read(folder.resolve("whole/report.html"));
	}

	private static StudyReport.Extras extras() {
		return new StudyReport.Extras(Optional.of(honest), Map.of("more.csv", "a,b\n"), List.of("repeat <it> & see"), Optional
			.empty());
	}

	/** Fewer figures. */
	private static StudyResult withoutTreatment(final UnaryOperator<String> change) {
		return train(s -> change.apply(s.replaceFirst("(?m)^treatment: .*$", "")));
	}

	private static StudyResult train(final UnaryOperator<String> change) {
		return Study.train(List.of(TABLE), Optional.empty(), StudyFile.parse("study.yaml", change.apply(StudyFile.builtIn(
			"example").text())), Progress.NONE);
	}

	@Test
	void everyFileIsThere() throws IOException {
		for (final String name : files)
			assertTrue(Files.isRegularFile(folder.resolve("whole").resolve(name)), name);
		assertTrue(files.containsAll(StudyTables.files(study).keySet()));
		assertEquals("a,b\n", Files.readString(folder.resolve("whole/more.csv")));
		for (final String figure : List.of("correlation", "lasso", "kaplan-meier", "roc", "calibration", "decision-curve",
			"nomogram", "treatment-whole-nomogram", "selection-frequency", "permutation"))
			for (final String kind : List.of("svg", "pdf", "png"))
				assertTrue(Files.size(folder.resolve("whole/figures/" + figure + "." + kind)) > 500, figure + "." + kind);
	}

	@Test
	void everyFigureIsInThePageOnce() throws IOException {
		try (Stream<Path> figures = Files.list(folder.resolve("whole/figures"))) {
			assertEquals(figures.filter(f -> f.toString().endsWith(".svg")).filter(f -> !f.toString().matches(
				".*treatment-(training|validation).*")).map(f -> "figure-" + f.getFileName().toString()
				.replace(".svg", "")).sorted().toList(), page.elements("figure").stream().map(f -> f.getAttribute("id")).sorted()
					.toList());
		}
		assertEquals(page.elements("figure").size(), page.elements("svg").size());
	}

	@Test
	void thePageNeedsNothingElse() {
		assertEquals(List.of(), page.elements("script"));
		assertEquals(List.of(), page.elements("link"));
		assertEquals(List.of(), page.elements("img"));
		for (final Element a : page.elements("a"))
			assertTrue(a.getAttribute("href").startsWith("#"), a.getAttribute("href"));
		assertFalse(page.source().replace("http://www.w3.org/", "").contains("://"), "an address");
		assertFalse(page.elements("style").get(0).getTextContent().contains("url("));
	}

	@Test
	void everyLinkHasAnAim() {
		final List<String> ids = page.elements("section").stream().map(s -> s.getAttribute("id")).toList();
		assertEquals(ids, page.elements("a").stream().map(a -> a.getAttribute("href").substring(1)).toList());
	}

	@Test
	void nothingIsShownThatOnlyProgrammersRead() {
		for (final String word : List.of("NaN", "null", "Infinity", "Optional", "[D@", "E-", "[I@"))
			assertFalse(page.shown().contains(word), word);
	}

	@Test
	void coxModelsInThePageAreTheResults() {
		final CoxFit cox = study.fit().cox().orElseThrow();
		for (int j = 0; j < cox.names().size(); j++) {
			final List<String> row = page.row("Multivariate Cox regression", CoxTables.label(cox.names().get(j), study));
			near(row.get(1), cox.coefficient(j), cox.standardError(j));
			near(row.get(2), cox.hazardRatio(j), cox.hazardRatioLower(j), cox.hazardRatioUpper(j));
			p(row.get(3), cox.p(j));
			near(row.get(4), study.inflation()[j]);
		}
		for (final ClinicalFit u : study.fit().univariate())
			for (int j = 0; j < u.fit().names().size(); j++) {
				final List<String> row = page.row("Univariate Cox regression", CoxTables.label(u.fit().names().get(j), study));
				assertEquals(List.of(Integer.toString(u.fit().n()), Integer.toString(u.fit().events())), row.subList(1, 3));
				near(row.get(3), u.fit().hazardRatio(j), u.fit().hazardRatioLower(j), u.fit().hazardRatioUpper(j));
				p(row.get(4), u.fit().p(j));
			}
		for (final UnivariateScreen.Row r : study.fit().screen().rows())
			if (study.fit().screened().contains(r.name())) {
				final List<String> row = page.row("passed the univariate screen", r.name());
				near(row.get(1), r.fit().hazardRatio(0), r.fit().hazardRatioLower(0), r.fit().hazardRatioUpper(0));
				p(row.get(2), r.fit().p(0));
				near(row.get(3), r.concordance().c());
			}
	}

	@Test
	void theSignatureInThePageIsTheResults() {
		final TrainedSignature s = study.fit().signature().orElseThrow();
		for (int j = 0; j < s.features().size(); j++) {
			final List<String> row = page.row("The radiomics signature", s.features().get(j));
			near(row.get(1), s.raw()[j]);
			near(row.get(2), s.standardized()[j]);
			near(row.get(3), s.means()[j]);
			near(row.get(4), s.deviations()[j]);
		}
		near(page.row("The radiomics signature", "Intercept").get(1), s.intercept());
	}

	@Test
	void performanceInThePageIsTheResults() {
		for (int k = 0; k < 2; k++) {
			final CohortResult c = study.cohorts().get(k);
			final int column = k + 1;
			near(page.row("Discrimination", "C-index").get(column), c.signature().concordance().c());
			final double[] ci = c.signature().roc().orElseThrow().interval();
			near(page.row("Discrimination", "AUC at 60 months").get(column), c.signature().roc().orElseThrow().auc(), ci[0],
				ci[1]);
			final var low = c.groups().low().orElseThrow();
			near(page.row("Risk groups", "Low risk: 5-year DFS, %").get(column), 100 * low.atHorizon().survival(), 100 * low
				.atHorizon().lower(), 100 * low.atHorizon().upper());
			near(page.row("Risk groups", "Low risk: patients (events)").get(column), low.n(), low.events());
			p(page.row("Risk groups", "Log-rank P").get(column), c.groups().logRank().orElseThrow().test().p());
			near(page.row("Calibration and overall", "Observed over expected risk").get(column), c.calibration().orElseThrow()
				.observedToExpected());
			near(page.row("Calibration and overall", "Integrated calibration index").get(column), c.calibration().orElseThrow()
				.ici());
		}
	}

	@Test
	void honestNumbersInThePageAreTheResults() {
		final var b = honest.bootstrap().orElseThrow();
		final String caption = "apparent and honest";
		near(page.row(caption, "Corrected for optimism").get(1), b.corrected().c());
		near(page.row(caption, "Corrected for optimism").get(2), b.corrected().auc());
		near(page.row(caption, "Nested cross-validation, mean of " + honest.nested().orElseThrow().folds().size() + " folds").get(
			1), honest.nested().orElseThrow().mean().c());
		assertTrue(page.shown().contains(Numbers.pInText(honest.permutation().orElseThrow().p())));
	}

	/** Every number of a cell is a value of the result, rounded: half a unit of its last digit. */
	private static void near(final String cell, final double... values) {
		final String[] numbers = cell.replaceAll("(?<=\\d)–", " ").replace('−', '-').replaceAll("[()]", " ").replace(" to ",
			" ").trim().split("\\s+");
		for (int i = 0; i < values.length; i++) {
			final String number = numbers[i];
			final int e = number.indexOf('e'), end = e < 0 ? number.length() : e, point = number.indexOf('.');
			final double unit = Math.pow(10, (e < 0 ? 0 : Integer.parseInt(number.substring(e + 1))) - (point < 0 ? 0 : end -
				point - 1));
			assertEquals(values[i], Double.parseDouble(number), unit / 2 * (1 + 1e-9), cell);
		}
	}

	private static void p(final String cell, final double p) {
		if (p < 0.001) assertEquals("<0.001", cell);
		else near(cell, p);
	}

	@Test
	void whatUsersWriteStaysText() throws IOException {
		final String evil = "<script>alert(1)</script> & \\\"quoted\\\"";
		final StudyResult r = withoutTreatment(s -> s.replace("title: Example model of synthetic patients", "title: \"" + evil + "\"")
			.replace("label: Age", "label: \"<b>Age</b>\"").replace("population: 150", "population: \"]]> <img src=x> 150")
			.replace("ever lived", "ever lived\""));
		final Path out = folder.resolve("evil");
		StudyReport.write(r, out, Progress.NONE);
		final Xhtml escaped = Xhtml.read(out.resolve("report.html"));
		assertEquals(List.of(), escaped.elements("script"));
		assertEquals(List.of(), escaped.elements("img"));
		assertEquals("<script>alert(1)</script> & \"quoted\"", escaped.elements("h1").get(0).getTextContent());
		assertTrue(escaped.shown().contains("<b>Age</b>") && escaped.shown().contains("]]> <img src=x>"));
		assertTrue(escaped.shown().contains("without resampling nobody knows"), "says that nothing was resampled");
	}

	@Test
	void theSameStudyGivesTheSameBytes() throws IOException {
		final Path again = folder.resolve("again");
		StudyReport.write(study, extras(), again, Progress.NONE);
		final List<Path> all;
		try (Stream<Path> found = Files.walk(again)) {
			all = found.filter(Files::isRegularFile).map(again::relativize).sorted().toList();
		}
		for (final Path file : all)
			assertEquals(-1, Files.mismatch(again.resolve(file), folder.resolve("whole").resolve(file)), file.toString());
	}

	@Test
	void aStoppedReportLeavesNothing() throws IOException {
		for (final int calls : new int[] { 0, 1, 7 }) {
			final Path out = folder.resolve("stopped/deep/folder");
			assertThrows(CancellationException.class, () -> StudyReport.write(study, out, new StopAfter(calls)));
			assertFalse(Files.exists(folder.resolve("stopped")), "after " + calls);
		}
		final Path old = Files.createDirectories(folder.resolve("old"));
		Files.writeString(old.resolve("report.html"), "old");
		assertThrows(CancellationException.class, () -> StudyReport.write(study, old, new StopAfter(5)));
		assertEquals("old", Files.readString(old.resolve("report.html")));
		try (Stream<Path> content = Files.list(old)) {
			assertEquals(1, content.count());
		}
	}

	/** Cancelled after it was asked some times. */
	private static final class StopAfter implements Progress {

		private int left;

		StopAfter(final int calls) {
			left = calls;
		}

		@Override
		public void update(final double fraction, final String message) {
			assertTrue(fraction >= 0 && fraction <= 1, message);
		}

		@Override
		public boolean isCancelled() {
			return left-- <= 0;
		}
	}

	@Test
	void aFolderThatIsThereKeepsOtherFiles() throws IOException {
		final Path old = Files.createDirectories(folder.resolve("kept"));
		Files.writeString(old.resolve("mine.txt"), "mine");
		Files.writeString(old.resolve("model.yaml"), "old");
		final StudyResult small = withoutTreatment(s -> s);
		StudyReport.write(small, old, Progress.NONE);
		assertEquals("mine", Files.readString(old.resolve("mine.txt")));
		assertEquals(StudyTables.files(small).get("model.yaml"), Files.readString(old.resolve("model.yaml")));
		assertTrue(Files.exists(old.resolve("figures/nomogram.pdf")));
		try (Stream<Path> content = Files.list(old)) {
			assertTrue(content.noneMatch(f -> f.getFileName().toString().startsWith(".")));
		}
	}

	@Test
	void theHashesAreThoseOfTheFiles() throws IOException {
		for (final List<String> row : page.table("Files of this folder"))
			assertEquals(row.get(1), Digests.sha256(Files.readString(folder.resolve("whole").resolve(row.get(0)))));
		assertEquals(study.file().sha256(), page.row("made from", "SHA-256 of the study file").get(1));
		assertTrue(page.elements("pre").get(0).getTextContent().contains("repeat <it> & see"));
	}

	@Test
	void aStudyWithoutValidationSaysSo() {
		final StudyResult alone = withoutTreatment(s -> s.replace(
			"split: {method: column, column: set, training: train, validation: validation}", "split: {method: none}").replace(
				"fold_column: foldid, ", ""));
		final Path out = folder.resolve("alone");
		StudyReport.write(alone, out, Progress.NONE);
		final Xhtml one = Xhtml.read(out.resolve("report.html"));
		assertEquals("ATTENTION", one.row("What usually goes wrong", "Validation").get(2));
		assertEquals("−5", one.row("Radiomics quality score", "12. Validation (none −5; same institute 2; others 3 to 5)").get(
			1));
		for (final String word : List.of("NaN", "null"))
			assertFalse(one.shown().contains(word), word);
	}

	@Test
	void checklistsAreComplete() {
		final Facts facts = new Facts(study, Optional.of(honest));
		// TRIPOD+AI has 27 items, 52 with their parts; CLEAR 58; the quality score 16 with 36 points.
		assertEquals(52, TripodAi.of(facts).size());
		assertEquals(58, Clear.of(facts).size());
		assertEquals("original", facts.imageTypes());
		assertEquals(16, QualityScore.of(facts).items().size());
		assertEquals(QualityScore.MOST, QualityScore.of(facts).items().stream().mapToInt(QualityScore.Item::most).sum());
		assertEquals(Arrays.stream(QualityScore.of(facts).items().stream().mapToInt(QualityScore.Item::points).toArray()).sum(),
			Integer.parseInt(page.row("Radiomics quality score", "Total").get(1)));
	}
}
