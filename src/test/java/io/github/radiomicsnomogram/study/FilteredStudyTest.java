package io.github.radiomicsnomogram.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.extract.DescribedSettings;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.ClinicalValues;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.model.Signature;
import io.github.radiomicsnomogram.phantom.Phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study on features of filtered, resampled images, from the extraction to the prediction of an image. */
class FilteredStudyTest {

	private static final String PARAMETERS = """
		setting: {binWidth: 10, resampledPixelSpacing: [2, 2, 2], interpolator: sitkLinear, label: 1}
		imageType: {Original: {}, LoG: {sigma: [3.0], binWidth: 5}, Wavelet: {wavelet: haar}}
		""";
	/** As PyRadiomics 3.1.0 writes the same parameters. */
	private static final String PYTHON =
		"{'minimumROIDimensions': 2, 'minimumROISize': None, 'normalize': False, 'normalizeScale': 1, 'removeOutliers': None, 'resampledPixelSpacing': [2, 2, 2], 'interpolator': 'sitkLinear', 'preCrop': False, 'padDistance': 5, 'distances': [1], 'force2D': False, 'force2Ddimension': 0, 'resegmentRange': None, 'label': 7, 'additionalInfo': True, 'binWidth': 10}";
	private static final String PYTHON_TYPES =
		"{'Original': {}, 'LoG': {'sigma': [3.0], 'binWidth': 5}, 'Wavelet': {'wavelet': 'haar'}}";
	private static final Map<String, String> FILTERED = Map.of("original_firstorder_Entropy",
		"log-sigma-3-0-mm-3D_firstorder_Entropy", "original_glcm_Correlation", "wavelet-LLH_glcm_Correlation");

	private static Extraction extracted;

	@TempDir
	private Path folder;

	@BeforeAll
	static void extract() {
		final Phantom phantom = Phantom.generate();
		extracted = new Extractor().extract(phantom.volume(), phantom.mask(), settings(), Progress.NONE);
	}

	private static ExtractionSettings settings() {
		return ParameterFile.parse("params.yaml", PARAMETERS).settings();
	}

	/** The example cohort with two of the true features named as those of filtered images, and some columns more. */
	private static CsvTable table(final Map<String, IntFunction<String>> more) {
		final CsvTable plain = ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED);
		final List<String> header = new ArrayList<>(plain.header().stream().map(c -> FILTERED.getOrDefault(c, c)).toList());
		final List<String> names = more.keySet().stream().sorted().toList();
		header.addAll(names);
		final List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < plain.rows().size(); i++) {
			final List<String> row = new ArrayList<>(plain.rows().get(i));
			for (final String name : names)
				row.add(more.get(name).apply(i));
			rows.add(row);
		}
		return new CsvTable("features.csv", header, rows);
	}

	private static CsvTable described() {
		final Map<String, String> p = extracted.provenance();
		return table(Map.of("Image", i -> "image" + i + ".nrrd", DescribedSettings.SETTINGS, i -> i % 2 == 0 ? PYTHON : p.get(
			DescribedSettings.SETTINGS), DescribedSettings.IMAGE_TYPES, i -> i % 2 == 0 ? PYTHON_TYPES : p.get(
				DescribedSettings.IMAGE_TYPES)));
	}

	private static String study(final String extraction) {
		final String text = StudyFile.builtIn("example").text().replace("[\"original_*\"]", "[\"*\"]");
		return text.substring(0, text.indexOf("\nextraction:") + 1) + extraction;
	}

	private static StudyResult train(final CsvTable table, final StudyFile file) {
		return Study.train(List.of(table), Optional.empty(), file, Progress.NONE);
	}

	private static StudyFile file(final String extraction) {
		return StudyFile.parse("study.yaml", study(extraction));
	}

	private StudyFile beside() throws IOException {
		Files.writeString(folder.resolve("params.yaml"), PARAMETERS);
		return StudyFile.read(Files.writeString(folder.resolve("study.yaml"), study(
			"extraction: {parameters: params.yaml, source: Ours}\n")));
	}

	/** The same sum of the same features, so the very same number. */
	private static void assertPredicts(final PrognosticModel trained) {
		final PrognosticModel model = ModelFiles.parse("model.yaml", ModelFiles.toYaml(trained));
		final List<String> columns = model.signature().columns();
		assertTrue(columns.containsAll(FILTERED.values()), columns.toString());
		final Phantom phantom = Phantom.generate();
		final Prediction p = model.predict(phantom.volume(), phantom.mask(), ClinicalValues.parse(model, Map.of()),
			Progress.NONE);
		final Signature s = model.signature();
		assertEquals(s.score(columns.stream().mapToDouble(c -> extracted.value(c).orElseThrow().value()).toArray()), p
			.riskScore());
	}

	@Test
	void theTablesSettingsMakeAModelThatPredictsImages() {
		final StudyResult r = train(described(), file(""));
		assertEquals(DescribedSettings.essence(settings()), DescribedSettings.essence(r.model().settings()));
		assertFalse(r.data().training().features().contains("Image"));
		assertPredicts(r.model());
	}

	@Test
	void theStudyFileMayStateThemOrNameAFile() throws IOException {
		final StudyResult inside = train(table(Map.of()), file("extraction:\n  source: Ours\n  parameters:\n" + PARAMETERS
			.indent(4)));
		final StudyResult beside = train(table(Map.of()), beside());
		assertEquals(inside.model().settings(), beside.model().settings());
		assertPredicts(beside.model());
		assertEquals(beside.model().settings(), train(described(), beside()).model().settings());
		assertEquals(beside.model().settings(), train(table(Map.of(DescribedSettings.SETTINGS, i -> PYTHON)), beside()).model()
			.settings());
	}

	@Test
	void differentOrContradictingSettingsAreAnError() {
		final CsvTable mixed = table(Map.of(DescribedSettings.SETTINGS, i -> i == 4 ? PYTHON.replace("[2, 2, 2]", "None")
			: PYTHON, DescribedSettings.IMAGE_TYPES, i -> PYTHON_TYPES));
		final String message = assertThrows(InputException.class, () -> train(mixed, file(""))).getMessage();
		assertTrue(message.contains("2 different settings") && message.contains("E1005"), message);
		final StudyFile other = file("extraction:\n  source: Ours\n  parameters:\n" + PARAMETERS.replace("haar", "coif1")
			.indent(4));
		final String contradiction = assertThrows(InputException.class, () -> train(described(), other)).getMessage();
		assertTrue(contradiction.contains("contradicts table 'features.csv'") && contradiction.contains("other image types"),
			contradiction);
		final String unknown = assertThrows(InputException.class, () -> train(table(Map.of()), file(""))).getMessage();
		assertTrue(unknown.contains("extraction.parameters"), unknown);
	}

	@Test
	void validationTellsWhoseFeaturesAreOther() {
		final PrognosticModel model = train(described(), file("")).model();
		final Validation.Columns columns = new Validation.Columns("new", "id", "dfs_months", "dfs_event", Map.of(), 3,
			new StudySettings.Thresholds(0.1, 0.9, 0.1));
		assertFalse(warnings(model, described(), columns).contains("other settings"));
		final CsvTable other = table(Map.of(DescribedSettings.SETTINGS, i -> PYTHON, DescribedSettings.IMAGE_TYPES,
			i -> i == 4 ? PYTHON_TYPES.replace("haar", "db2") : PYTHON_TYPES));
		final String text = warnings(model, other, columns);
		assertTrue(text.contains("other settings than the model's in 1 patients (E1005)"), text);
	}

	private static String warnings(final PrognosticModel model, final CsvTable table, final Validation.Columns columns) {
		return String.join("\n", Validation.of(model, List.of(table), columns).warnings());
	}
}
