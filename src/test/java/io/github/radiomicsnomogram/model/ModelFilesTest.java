package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.texture.Binning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFilesTest {

	private static final String TEXT = ModelFiles.builtInText("zhang-2021");

	@TempDir
	private Path folder;

	@Test
	void theBuiltInModelIsWhatThePaperSays() {
		final PrognosticModel m = ModelFiles.builtIn("zhang-2021");
		assertEquals(List.of("original_firstorder_Kurtosis", "original_glcm_Correlation",
			"original_glcm_MaximumProbability", "original_glszm_LargeAreaEmphasis"), m.signature().columns());
		assertEquals(List.of(-5.570173e-03, 1.004042e+00, -9.648413e-01, 1.643472e-08), m.signature().terms().stream().map(
			Signature.Term::coefficient).toList());
		assertEquals(0, m.signature().intercept());
		assertEquals(m.signature().columns(), m.settings().features().stream().map(f -> f.column("original")).toList());
		assertEquals(new Binning.FixedWidth(25), m.settings().binning());
		assertEquals(0.185, m.cutoff().value());
		assertEquals(RiskGroup.LOW, m.cutoff().group(0.185), "high is strictly above");
		assertEquals(RiskGroup.HIGH, m.cutoff().group(Math.nextUp(0.185)));
		assertEquals(List.of("signature 30.328 2.677 343.55 0.006", "ki67 1.018 1.001 1.035 0.041",
			"aln 2.36 1.032 5.397 0.042"), m.cox().stream().map(t -> t.variable() + " " + t.hazardRatio() + " " + t.ciLow() +
				" " + t.ciHigh() + " " + t.p().orElseThrow()).toList());
		assertEquals(Math.log(30.328), m.cox().get(0).beta());
		assertEquals("5-year DFS", m.endpoint().title());
		assertEquals(0.48, m.published().get(0).of(RiskGroup.HIGH));
		assertEquals(0.86, m.published().get(1).of(RiskGroup.LOW));
		assertEquals("10.3389/fonc.2020.523327", m.citation().doi());
	}

	@Test
	void whatIsWrittenReadsBackEqual() {
		for (final PrognosticModel m : List.of(Examples.zhang(), Examples.withGrade(), signatureAlone())) {
			final Path file = folder.resolve(m.id() + ".yaml");
			ModelFiles.write(m, file);
			assertEquals(m, ModelFiles.read(file));
		}
	}

	/** A scaled signature with 32 bins, without Cox model; texts that YAML would take for something else. */
	private static PrognosticModel signatureAlone() {
		return read(TEXT.replaceAll("(?s)\ncox:.*\npublished_survival:", "\npublished_survival:").replaceAll(
			"(?s)\nclinical:.*?\n(?=#)", "\n").replace("binWidth: 25", "binCount: 32").replace(
				"      coefficient: 1.004042\n",
				"      coefficient: 1.0E-300\n      scaling: {mean: -0.1, sd: 3}\n").replace("low: low risk", "low: \"1e5\"").replace(
					"high: high risk", "high: \"yes: #1\"").replace("id: zhang-2021", "id: signature-alone"));
	}

	@Test
	void aModelMayBeASignatureAlone() {
		final PrognosticModel m = signatureAlone();
		assertTrue(m.nomogram().isEmpty());
		final Prediction p = m.predict(Examples.extraction(m, 3, 0.4, 0.2, 1e5), Examples.facts(), ClinicalValues.NONE);
		assertTrue(p.linearPredictor().isEmpty() && p.points().isEmpty() && p.survival().isEmpty() && p.missing().isEmpty());
		assertEquals("1e5", m.cutoff().lowLabel());
	}

	@Test
	void jsonIsReadToo() {
		final String json = "{\"format\": \"radiomics-nomogram-model\", \"format_version\": 2}";
		assertEquals("m.yaml, line 1: format_version is 2; it must be 1, the version that this software reads.",
			refusal(json));
	}

	/**
	 * One change each to the built-in file. The line is that of the change, or where @ stands in it; if a key is gone, it is
	 * that of its section.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
		"format_version: 1|format_version: 7|format_version is 7; it must be 1, the version that this software reads",
		"format: radiomics|format: tomics|format is 'tomics-nomogram-model'; allowed: radiomics-nomogram-model",
		"id: zhang-2021|idd: zhang-2021|id is missing; keys here: format, format_version, idd, title",
		"title: CT|titel: x\\ntitle: CT|titel is no known key; known here: format, format_version, signature, extraction",		"intercept: 0|intercept: zero|signature.intercept is 'zero'; it must be a finite number, with a dot as decimal sign",
		"intercept: 0|intercept: .inf|signature.intercept is '.inf'; it must be a finite number",
		"intercept: 0|intercept: \"0\"|signature.intercept is the text '0'; it must be a number, without quotes",
		"intercept: 0|intercept: 0\\n  @intercept: 1|signature.intercept is there twice",
		"coefficient: 1.004042|coefficient: 1,004042|signature.features[2].coefficient is '1,004042'; it must be a finite",
		"coefficient: 1.004042|coeficient: 1.004042|signature.features[2].coefficient is missing; keys here: column, coeficient",
		"column: original_glcm_Correlation|column: wavelet-LLL_glcm_Correlation|signature.features[2].column is wavelet-LLL",
		"column: original_glcm_Correlation|column: original_glcm_Corelation|which is no feature; features of its family: original_glcm_Autocorrelation",
		"column: original_glcm_Correlation|column: original_Correlation|which is no feature; a column reads original_FAMILY_NAME",
		"column: original_glcm_Correlation|column: original_firstorder_Kurtosis|which is in the list already",
		"binWidth: 25|binWidth: -25|extraction.binWidth is -25; it must be greater than 0",
		"binWidth: 25|binWidth: 25\\n  binCount: 32|extraction.binWidth or binCount must be there, one of them",
		"binWidth: 25|binCount: 2.5|extraction.binCount is 2.5; it must be a whole number from 1 up",
		"high_if: score > cutoff|high_if: score < cutoff|cutoff.high_if is 'score < cutoff'; allowed: score > cutoff, score >= cutoff",
		"kind: binary|kind: boolean|clinical[2].kind is 'boolean'; allowed: binary, categorical, numeric",
		"range: {min: 0, max: 100}|range: {min: 100, max: 0}|clinical[1].range.max is 0; it must be greater than min, 100",
		"id: aln|id: ki67|clinical[2].id is 'ki67', which is taken already",
		"id: aln|id: ALN|clinical[2].id is 'ALN'; it must be lower case letters, digits and _, a letter first",
		"reference: negative|reference: positive|clinical[2].reference is 'positive'; it must be the first of the levels",
		"id: positive\\n        aliases: [\"pos\"|id: positive\\n        aliases: [\"NEG\"|clinical[2].levels[2].id or an alias of it is 'NEG', which stands for a level",
		"variable: ki67|variable: ki76|cox[2].variable is 'ki76'; allowed: signature, ki67, aln",
		"variable: ki67|variable: signature|cox[2].variable is 'signature', which has a term already",
		"level: positive|level: negative|cox[3].level is 'negative'; allowed: positive",
		"hazard_ratio: 1.018|hazard_ratio: 0|cox[2].hazard_ratio is 0; it must be greater than 0",
		"ci_low: 1.001|ci_low: 1.1|cox[2].ci_low is 1.1; it must be greater than 0 and at most the hazard ratio, 1.018",
		"ci_high: 1.035|ci_high: 1.01|cox[2].ci_high is 1.01; it must be at least the hazard ratio, 1.018",
		"p: 0.041|p: 4.1|cox[2].p is 4.1; it must be from 0 to 1",
		"    ci_level: 0.95\\n    p: 0.041|    ci_level: 95\\n    p: 0.041|cox[2].ci_level is 95; it must be between 0 and 1, ends excluded",
		"survival: 0.948|survival: 94.8|baseline.survival is 94.8; it must be between 0 and 1, ends excluded",
		"low: 0.90\\n|low: 0.95\\n|baseline.low is 0.95; it must be greater than 0 and at most the survival, 0.948",
		"provenance: reconstructed|provenance: guessed|baseline.provenance is 'guessed'; allowed: estimated, published, reconstructed",
		"patients: 76|patients: 7.6|published_survival[1].patients is 7.6; it must be a whole number from 0 up",
		"contrast: true|contrast: venous|acquisition.contrast is 'venous'; allowed: false, true",
		"bone_above: 300|bone_above: -300|roi.bone_above is -300; it must be greater than air_below, -200",
		"doi: 10|dio: 10|citation.doi is missing; keys here: short, text, dio" })
	void everyFaultNamesFileLineAndKey(final String from, final String to, final String message) {
		final String was = from.replace("\\n", "\n"), is = to.replace("\\n", "\n");
		assertTrue(TEXT.contains(was), "the built-in file holds " + was);
		final String marked = TEXT.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is.contains("@") ? is : "@" +
			is));
		final String refusal = refusal(marked.replace("@", ""));
		assertTrue(refusal.contains(message), refusal);
		final int line = (int) marked.substring(0, marked.indexOf('@') + 1).lines().count();
		if (!message.contains("is missing")) assertTrue(refusal.startsWith("m.yaml, line " + line + ": "), line + ": " +
			refusal);
		else assertTrue(Integer.parseInt(refusal.replaceAll("(?s)^m.yaml, line (\\d+):.*", "$1")) <= line, refusal);
	}

	@Test
	void theLineIsThatOfTheValue() {
		final int line = (int) TEXT.lines().takeWhile(l -> !l.contains("hazard_ratio: 1.018")).count() + 1;
		assertEquals("m.yaml, line " + line + ": cox[2].hazard_ratio is 'abc'; it must be a finite number, with a dot as " +
			"decimal sign.", refusal(TEXT.replace("hazard_ratio: 1.018", "hazard_ratio: abc")));
	}

	@Test
	void whatIsNoYamlIsSaidSo() {
		assertTrue(refusal("a: [1, 2\nb: 3\n").startsWith("m.yaml, line 2: not YAML: "), refusal("a: [1, 2\nb: 3\n"));
		assertEquals("m.yaml is empty; a model file was expected.", refusal("# nothing\n"));
		assertEquals("m.yaml, line 1: the file must hold keys with values, one 'key: value' a line.", refusal("- 1\n"));
		assertTrue(refusal("a: 1\n--- \nb: 2\n").startsWith("m.yaml, line 2: not YAML: "), "two documents");
		assertTrue(refusal("a: \u0000\n").startsWith("m.yaml: not YAML: "), refusal("a: \u0000\n"));
	}

	@Test
	void idsAndPathsAreResolved() throws IOException {
		assertEquals(Examples.zhang(), ModelFiles.resolve(" zhang-2021 "));
		final Path file = folder.resolve("my model.yaml");
		Files.writeString(file, TEXT.replace("id: zhang-2021", "id: mine"));
		assertEquals("mine", ModelFiles.resolve(file.toString()).id());
		for (final String nothing : List.of("zhang-2022", "", folder.toString(), "a\u0000b"))
			assertEquals("'" + nothing + "' is neither a built-in model (zhang-2021) nor a model file.", assertThrows(
				InputException.class, () -> ModelFiles.resolve(nothing)).getMessage());
		final Path gone = folder.resolve("gone.yaml");
		assertEquals("The model file " + gone + " can't be read: there is no such file.", assertThrows(InputException.class,
			() -> ModelFiles.read(gone)).getMessage());
		final Path latin = folder.resolve("latin.yaml");
		Files.write(latin, new byte[] { 'a', ':', ' ', (byte) 0xe4 });
		assertTrue(assertThrows(InputException.class, () -> ModelFiles.read(latin)).getMessage().contains("not UTF-8"));
	}

	private static PrognosticModel read(final String text) {
		return ModelReader.read("m.yaml", text);
	}

	private static String refusal(final String text) {
		return assertThrows(InputException.class, () -> read(text)).getMessage();
	}
}
