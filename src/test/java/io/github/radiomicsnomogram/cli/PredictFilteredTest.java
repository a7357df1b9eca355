package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signature of resampled, LoG and wavelet images: a model file with PyRadiomics' parameters, applied. */
class PredictFilteredTest {

	private static final String JSON_PARAMETERS = "{\"setting\": {\"binWidth\": 10, \"resampledPixelSpacing\": [1, 1, 1]}, " +
		"\"imageType\": {\"Original\": {}, \"LoG\": {\"sigma\": [1.5], \"binWidth\": 2}, \"Wavelet\": {\"wavelet\": \"db2\"}}}";

	private static final List<String> COLUMNS = List.of("log-sigma-1-5-mm-3D_glcm_Idm", "wavelet-HLL_firstorder_Mean",
		"original_shape_Sphericity");

	private static final double[] WEIGHTS = { 2, -0.25, 3 };

	@TempDir
	private Path folder;

	private Path model(final String parameters, final List<String> columns) {
		final StringBuilder terms = new StringBuilder("signature:\n  label: Toy\n  intercept: 0.5\n  features:\n");
		for (int i = 0; i < columns.size(); i++)
			terms.append("    - {column: ").append(columns.get(i)).append(", coefficient: ").append(WEIGHTS[i]).append("}\n");
		final String text = ModelFiles.builtInText("zhang-2021").replaceFirst("(?s)\nsignature:.*?\n(?=\n?#)", "\n" + terms)
			.replace("\n  binWidth: 25\n", "\n  parameters: " + parameters + "\n");
		try {
			return Files.writeString(folder.resolve("toy.yaml"), text);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void theScoreIsThatOfTheExtractedFeatures() throws IOException {
		final Path image = SmallCase.image(folder), mask = SmallCase.mask(folder), out = folder.resolve("results");
		final Cli run = Cli.run("predict", "--image", image, "--mask", mask, "--out", out, "--model", model(JSON_PARAMETERS,
			COLUMNS));
		assertEquals(Main.OK, run.exitCode(), run.err());
		final ImageFiles files = ImageFiles.with();
		final Extraction all = new Extractor().extract(files.read(image, Progress.NONE), files.readMask(mask, 1,
			Progress.NONE), ParameterFile.parse("toy", JSON_PARAMETERS).settings(), Progress.NONE);
		double score = 0.5;
		for (int i = 0; i < WEIGHTS.length; i++)
			score += WEIGHTS[i] * all.value(COLUMNS.get(i)).orElseThrow().value();
		final JsonObject result = JsonParser.parseString(Files.readString(out.resolve("prediction.json"))).getAsJsonObject();
		assertEquals(score, result.get("risk_score").getAsDouble(), 1e-14 * Math.abs(score), "the same sum");
	}

	@Test
	void theModelIsWrittenAndReadBack() {
		final PrognosticModel model = ModelFiles.read(model(JSON_PARAMETERS, COLUMNS));
		final Path file = folder.resolve("again.yaml");
		ModelFiles.write(model, file);
		assertEquals(model, ModelFiles.read(file));
		assertEquals(COLUMNS, model.signature().columns());
	}

	@Test
	void columnsThatTheParametersDontGiveAreRefused() {
		refuses(JSON_PARAMETERS, "log-sigma-2-0-mm-3D_glcm_Idm", "makes no image 'log-sigma-2-0-mm-3D' for it");
		refuses(JSON_PARAMETERS, "square_glcm_Idm", "Its image types: Original, LoG, Wavelet; others go under");
		refuses(JSON_PARAMETERS, "wavelet-HLL_shape_Sphericity", "makes no image 'wavelet-HLL' for it");
		refuses(JSON_PARAMETERS, "wavelet-HLL_glcm_Id2", "which is no feature; features of its family: wavelet-HLL_glcm_");
		refuses("{setting: {binWdth: 3}}", "original_glcm_Idm", "toy.yaml', line ");
		refuses("{}\n  binWidth: 3", "original_glcm_Idm", "extraction.parameters holds all settings");
	}

	private void refuses(final String parameters, final String column, final String message) {
		final Path file = model(parameters, List.of(column));
		final String refusal = assertThrows(InputException.class, () -> ModelFiles.read(file)).getMessage();
		assertTrue(refusal.contains(message), refusal);
	}
}
