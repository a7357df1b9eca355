package io.github.radiomicsnomogram.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;

class StudyDataTest {

	private static final CsvTable TABLE = ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED);
	private static final String GIVEN = "split: {method: column, column: set, training: train, validation: validation}";
	private static final String FOLDS = "fold_column: foldid, ";

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

	private static StudyFile study(final String from, final String to) {
		final String text = StudyFile.builtIn("example").text();
		assertTrue(text.contains(from), from);
		return StudyFile.parse("study.yaml", text.replace(from, to).replace(from.equals(GIVEN) ? FOLDS : "\0", ""));
	}

	private static StudyData data(final CsvTable table, final StudyFile file) {
		return StudyData.of(List.of(table), Optional.empty(), file.settings());
	}

	private static boolean warned(final List<String> warnings, final String words) {
		return warnings.stream().anyMatch(w -> w.contains(words));
	}

	@Test
	void aRandomSplitIsTheSeedsAndMayBeStratified() {
		final StudyFile plain = study(GIVEN, "split: {method: random, fraction: 0.6, seed: 3}");
		final StudyFile other = study(GIVEN, "split: {method: random, fraction: 0.6, seed: 4}");
		final StudyFile stratified = study(GIVEN, "split: {method: random, fraction: 0.6, seed: 3, stratified: true}");
		final StudyData a = data(TABLE, plain), b = data(TABLE, plain), c = data(TABLE, other), d = data(TABLE, stratified);
		assertEquals(90, a.training().size());
		assertEquals(a.training().ids(), b.training().ids());
		assertTrue(!a.training().ids().equals(c.training().ids()));
		final Set<String> both = new HashSet<>(a.training().ids());
		both.addAll(a.validation().orElseThrow().ids());
		assertEquals(150, both.size());
		final int events = d.training().times().events() + d.validation().orElseThrow().times().events();
		assertEquals(Math.round(0.6 * events), d.training().times().events());
	}

	@Test
	void aTemporalSplitTrainsOnThePast() {
		final CsvTable dated = with("set", (i, c) -> String.format("20%02d-06-01", 10 + i % 8));
		final StudyData d = data(dated, study(GIVEN, "split: {method: temporal, column: set, training_until: 2014-12-31}"));
		assertEquals(95, d.training().size());
		assertEquals(55, d.validation().orElseThrow().size());
		final InputException e = assertThrows(InputException.class, () -> data(TABLE, study(GIVEN,
			"split: {method: temporal, column: set, training_until: 2014-12-31}")));
		assertTrue(e.getMessage().contains("'train' can't be compared"), e.getMessage());
	}

	@Test
	void whatIsMissingIsToldOf() {
		final CsvTable noTime = with("dfs_months", (i, c) -> i < 3 ? "NA" : c);
		assertTrue(warned(data(noTime, StudyFile.builtIn("example")).warnings(), "3 patients have no follow-up"));
		final CsvTable noFeature = with("original_glcm_Idm", (i, c) -> i == 0 ? "nan" : c);
		final StudyData d = data(noFeature, StudyFile.builtIn("example"));
		assertTrue(warned(d.warnings(), "original_glcm_Idm"));
		assertEquals(17, d.training().features().size());
		final CsvTable noKi67 = with("ki67", (i, c) -> i < 4 ? "" : c);
		final StudyResult r = Study.train(List.of(noKi67), Optional.empty(), StudyFile.builtIn("example"), Progress.NONE);
		assertTrue(warned(r.warnings(), "training patients lack a clinical value"), r.warnings().toString());
		assertTrue(warned(r.warnings(), "validation cohort lack a clinical value"), r.warnings().toString());
	}

	@Test
	void unknownExtractionSettingsAreToldOf() {
		final String text = StudyFile.builtIn("example").text();
		final StudyFile file = StudyFile.parse("study.yaml", text.substring(0, text.indexOf("\nextraction:") + 1));
		final StudyResult r = Study.train(List.of(TABLE), Optional.empty(), file, Progress.NONE);
		assertTrue(warned(r.warnings(), "How the features were extracted is not known"));
		assertTrue(r.model().settingsSource().startsWith("Assumed"));
	}

	@Test
	void aRiskGroupWithoutEventsIsToldOf() {
		final StudyFile file = study("cutoff: {method: youden}", "cutoff: {method: fixed, value: -2.2}");
		final StudyResult r = Study.train(List.of(TABLE), Optional.empty(), file, Progress.NONE);
		assertEquals(0, r.training().groups().low().orElseThrow().events());
		assertTrue(warned(r.warnings(), "risk group of the training cohort has no events"), r.warnings().toString());
		final StudyFile all = study("cutoff: {method: youden}", "cutoff: {method: fixed, value: -99}");
		assertTrue(warned(Study.train(List.of(TABLE), Optional.empty(), all, Progress.NONE).warnings(),
			"All patients of the training cohort are in the high risk group"));
	}

	@Test
	void aValidationCohortWithoutEventsIsToldOf() {
		final CsvTable none = with("dfs_event", (i, c) -> i % 3 < 2 ? c : "0");
		final StudyResult r = Study.train(List.of(none), Optional.empty(), StudyFile.builtIn("example"), Progress.NONE);
		assertTrue(warned(r.warnings(), "No patient of the validation cohort had the event"), r.warnings().toString());
		assertTrue(StudyTables.files(r).containsKey("numbers.json"));
	}

	@Test
	void unrepeatableFeaturesDontTakePart() {
		final StringBuilder icc = new StringBuilder("feature,icc21\n");
		TABLE.header().stream().filter(c -> c.startsWith("original_")).forEach(c -> icc.append(c).append(',').append(c
			.equals("original_glcm_Correlation") ? 0.5 : 0.9).append('\n'));
		final StudyFile file = study("univariate: {p: 0.1}",
			"reproducibility: {threshold: 0.75}\nunivariate: {p: 0.1}");
		final StudyResult r = Study.train(List.of(TABLE), Optional.of(CsvTable.parse("icc.csv", icc.toString())), file,
			Progress.NONE);
		assertEquals(17, r.data().training().features().size());
		assertTrue(!r.model().signature().columns().contains("original_glcm_Correlation"));
		assertTrue(StudyTables.files(r).get("reproducibility.csv").contains("original_glcm_Correlation,0.5,false"));
	}
}
