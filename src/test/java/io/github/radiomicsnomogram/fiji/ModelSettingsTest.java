package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.model.ModelFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prediction computes its features as the model's file says, with the same numbers as an extraction. */
class ModelSettingsTest {

	@TempDir
	private Path folder;

	@Test
	void thePredictionsFeaturesAreThoseOfAnExtraction() throws IOException {
		final Extraction predicted = PredictJob.run(Example.create(), options("binCount: 16"), Progress.NONE).prediction()
			.extraction();
		final Extraction extracted = ExtractJob.run(Example.create(), ExtractOptions.of(MacroOptions.parse("bin_count=16",
			ExtractOptions.KEYS)), Progress.NONE).rois().get(0).extraction().orElseThrow();
		assertEquals(4, predicted.entries().size());
		for (final Extraction.Entry e : predicted.entries())
			assertEquals(extracted.value(e.column()).orElseThrow(), e.value());
	}

	/** What the file asks for and the format doesn't hold is never left out in silence. */
	@Test
	void settingsThatAModelFileCannotHoldAreNamed() throws IOException {
		final String message = refusal(options("binWidth: 25\n  resampledPixelSpacing: [1, 1, 1]"));
		assertTrue(message.contains("resampledPixelSpacing"), message);
	}

	private String refusal(final PredictOptions options) {
		return assertThrows(InputException.class, () -> PredictJob.run(Example.create(), options, Progress.NONE))
			.getMessage();
	}

	private PredictOptions options(final String extraction) throws IOException {
		final Path model = Files.writeString(folder.resolve("model.yaml"), ModelFiles.builtInText("zhang-2021").replace(
			"binWidth: 25", extraction));
		final PredictOptions d = PredictOptions.DEFAULTS;
		return new PredictOptions(d.roiSource(), d.mask(), d.label(), d.roiFile(), d.roiName(), model.toString(), "", d.aln(), "", false);
	}
}
