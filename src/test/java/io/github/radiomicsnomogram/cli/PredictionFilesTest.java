package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.model.ClinicalValues;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionFilesTest {

	@TempDir
	private Path folder;

	@Test
	void withoutFontsTheNumbersAreWrittenAllTheSame() throws IOException {
		final ImageFiles files = ImageFiles.with();
		final PrognosticModel model = ModelFiles.builtIn("zhang-2021");
		final Inputs.Loaded loaded = new Inputs.Loaded(files.read(SmallCase.image(folder), Progress.NONE), files.readMask(
			SmallCase.mask(folder), 1, Progress.NONE));
		final Prediction prediction = model.predict(loaded.volume(), loaded.mask(), ClinicalValues.NONE, Progress.NONE);
		final PredictionFiles writer = new PredictionFiles(loaded, Map.of(), (scene, file) -> {
			throw new InputException("Install a font.");
		});
		final List<String> warned = new ArrayList<>();
		final Path out = folder.resolve("results");
		try (ResultFolder results = new ResultFolder(out)) {
			writer.write(prediction, results, warned::add);
			results.finish();
		}
		assertEquals(List.of("No PNG was drawn. Install a font."), warned);
		assertEquals(List.of("features.csv", "nomogram.svg", "prediction.json"), Cli.content(out));
		final String json = Files.readString(out.resolve("prediction.json"));
		assertTrue(json.contains("figure_missing") && json.contains("Install a font."), json);
	}
}
