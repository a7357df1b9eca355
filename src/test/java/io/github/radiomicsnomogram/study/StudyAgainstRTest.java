package io.github.radiomicsnomogram.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.RocCurve;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/**
 * A whole study equals R's: src/test/scripts/study_golden.R takes the same steps with survival, glmnet and pROC. glmnet
 * was run with a threshold of 1e-14, which leaves relative errors of about 1e-7 in coefficients; what follows from them
 * has no smaller ones.
 */
class StudyAgainstRTest {

	private static final double TIGHT = 1e-6;

	static JsonObject expected(final String name) throws IOException {
		try (Reader in = new InputStreamReader(StudyAgainstRTest.class.getResourceAsStream("/study/" + name),
			StandardCharsets.UTF_8))
		{
			return JsonParser.parseReader(in).getAsJsonObject();
		}
	}

	static StudyResult example() {
		return Study.train(List.of(ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED)), Optional.empty(), StudyFile
			.builtIn("example"), Progress.NONE);
	}

	@Test
	void theExampleCohortIsTheCommittedOne() throws IOException {
		assertEquals(Files.readString(Path.of("test-images/example-cohort.csv")), ExampleCohort.csv(ExampleCohort.table(
			ExampleCohort.PATIENTS, ExampleCohort.SEED)));
	}

	@Test
	void theExampleFindsTheTruthAndEqualsR() throws IOException {
		final StudyResult r = example();
		final List<String> truth = List.copyOf(ExampleCohort.truth().keySet());
		assertEquals(truth.subList(0, 3), r.fit().signature().orElseThrow().features());
		assertEquals(List.of("signature", "ki67", "aln=positive"), r.fit().cox().orElseThrow().names());
		check(expected("example.json"), r);
	}

	@Test
	void theReplicationEqualsR() throws IOException {
		final CsvTable table = CsvTable.read(Shared.path("golden/survival/data/cohort114.csv"));
		final JsonObject e = Replication.resultsOfR(Files.readString(Shared.path("golden/survival/data/cohort114.csv")));
		final StudyResult r = Study.train(List.of(table), Optional.empty(), Replication.study(), Progress.NONE);
		check(e, r);
		final JsonObject all = e.getAsJsonObject("treatment").getAsJsonObject("all");
		final TreatmentInCohort t = r.treatment().stream().filter(x -> x.cohort().equals("whole") && x.subgroup().equals(
			"all")).findFirst().orElseThrow();
		assertClose(all.get("hr_none_over_chemo").getAsJsonArray().get(0).getAsDouble(), 1 / t.effect().groups().get(0).fit()
			.hazardRatio(0), TIGHT, "treatment");
	}

	private static void check(final JsonObject e, final StudyResult r) {
		final PipelineFit f = r.fit();
		assertEquals(strings(e, "screened"), f.screened());
		assertEquals(strings(e, "kept"), f.collinearity().kept());
		f.screen().rows().forEach(row -> assertClose(e.getAsJsonObject("univariate_coef").get(row.name()).getAsDouble(), row
			.fit().coefficient(0), TIGHT, row.name()));
		assertClose(e.get("lambda_min").getAsDouble(), f.lasso().orElseThrow().lambda(), TIGHT, "lambda");
		final TrainedSignature s = f.signature().orElseThrow();
		assertEquals(List.copyOf(e.getAsJsonObject("selected").keySet()), s.features());
		for (int j = 0; j < s.features().size(); j++) {
			assertClose(e.getAsJsonObject("selected").get(s.features().get(j)).getAsDouble(), s.standardized()[j], 1e-5, s.features()
				.get(j));
			assertClose(e.getAsJsonObject("raw").get(s.features().get(j)).getAsDouble(), s.raw()[j], 1e-5, "raw");
		}
		assertEquals(e.get("intercept").getAsDouble(), s.intercept(), 1e-6);
		assertClose(e.get("cutoff").getAsDouble(), r.cutoff().value(), 1e-5, "cut-off");
		final CoxFit cox = f.cox().orElseThrow();
		final List<String> names = List.copyOf(e.getAsJsonObject("multivariate").keySet());
		assertEquals(names.size(), cox.names().size());
		for (int j = 0; j < names.size(); j++) {
			assertClose(e.getAsJsonObject("multivariate").get(names.get(j)).getAsDouble(), cox.coefficient(j), 1e-5, names.get(j));
			assertClose(e.getAsJsonObject("se").get(names.get(j)).getAsDouble(), cox.standardError(j), 1e-5, "se");
			assertClose(e.getAsJsonObject("hr_high").get(names.get(j)).getAsDouble(), r.model().cox().get(j).ciHigh(), 1e-4, "hr");
		}
		assertClose(e.get("h0").getAsDouble(), -Math.log(r.model().baseline().orElseThrow().survival()), 1e-5, "baseline");
		cohort(e.getAsJsonObject("training"), r.training());
		cohort(e.getAsJsonObject("validation"), r.validation().orElseThrow());
	}

	private static void cohort(final JsonObject e, final CohortResult c) {
		assertEquals(e.get("n_high").getAsInt(), c.groups().high().orElseThrow().n());
		assertClose(number(e, "survival_low_high", 0), c.groups().low().orElseThrow().atHorizon().survival(), TIGHT, "low");
		assertClose(number(e, "survival_low_high", 1), c.groups().high().orElseThrow().atHorizon().survival(), TIGHT, "high");
		assertClose(e.get("logrank_chisq").getAsDouble(), c.groups().logRank().orElseThrow().test().statistic(), TIGHT,
			"log-rank");
		discrimination(e, "signature", c.signature());
		discrimination(e, "nomogram", c.nomogram().orElseThrow());
		for (int i = 0; i < c.scores().risk().length; i++)
			assertEquals(number(e, "risk", i), c.scores().risk()[i], 1e-6, "risk " + i);
	}

	private static void discrimination(final JsonObject e, final String name, final Discrimination d) {
		assertClose(number(e, "c_" + name, 0), d.concordance().c(), TIGHT, "C " + name);
		assertClose(number(e, "c_" + name, 1), d.concordance().standardError(), TIGHT, "se of C " + name);
		final RocCurve roc = d.roc().orElseThrow();
		assertClose(number(e, "auc_" + name, 0), roc.auc(), TIGHT, "AUC " + name);
		assertClose(number(e, "auc_" + name, 1), roc.interval()[0], TIGHT, "AUC " + name);
		assertClose(number(e, "auc_" + name, 2), roc.interval()[1], TIGHT, "AUC " + name);
	}

	private static double number(final JsonObject o, final String key, final int i) {
		return o.getAsJsonArray(key).get(i).getAsDouble();
	}

	private static List<String> strings(final JsonObject o, final String key) {
		return o.getAsJsonArray(key).asList().stream().map(x -> x.getAsString()).toList();
	}

	private static void assertClose(final double expected, final double actual, final double relative, final String what) {
		assertTrue(Math.abs(expected - actual) <= relative * Math.abs(expected), what + ": expected " + expected + ", got " +
			actual);
	}
}
