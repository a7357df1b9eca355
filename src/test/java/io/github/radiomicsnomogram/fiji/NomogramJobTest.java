package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.command.ShowNomogram;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PredictionJson;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Show Nomogram without its window: engine, macro and command; predictions; bad input. */
class NomogramJobTest {

	private static final String VALUES = "signature:0.3,ki67:20,aln:positive";

	@TempDir
	private Path folder;

	private static NomogramOptions options(final String values, final String prediction) {
		return new NomogramOptions("zhang-2021", values, prediction, "");
	}

	private static Prediction predict(final String ki67, final String aln) {
		final PredictOptions d = PredictOptions.DEFAULTS;
		return PredictJob.run(Example.create(), new PredictOptions(d.roiSource(), d.mask(), d.label(), d.roiFile(), d.roiName(), d.model(),
			ki67, aln, d.clinical(), false), Progress.NONE).prediction();
	}

	/** A prediction of the example as predict writes it. */
	static String prediction(final String ki67, final String aln) {
		return PredictionJson.write(predict(ki67, aln));
	}

	private static void refused(final NomogramOptions options, final String... words) {
		final String message = assertThrows(InputException.class, () -> NomogramJob.run(options)).getMessage();
		for (final String word : words)
			assertTrue(message.contains(word), message);
	}

	/** The coefficients are the logarithms of the published hazard ratios, S0 is 0.948. */
	@Test
	void theNumbersAreTheModels() {
		final NomogramValues values = NomogramJob.run(options(VALUES, ""));
		final double lp = 0.3 * Math.log(30.328) + 20 * Math.log(1.018) + Math.log(2.360);
		// Rounding of a handful of sums and products.
		assertEquals(lp, values.reading().linearPredictor().getAsDouble(), 1e-12);
		assertEquals(Math.pow(0.948, Math.exp(lp)), values.reading().survival().orElseThrow().survival(), 1e-12);
	}

	@Test
	void aPredictionGivesItsOwnNumbers() throws Exception {
		final Prediction p = predict("20", "positive");
		final Path file = Files.writeString(folder.resolve("prediction.json"), PredictionJson.write(p));
		final NomogramValues values = NomogramJob.run(options("", file.toString()));
		assertEquals(p.riskScore(), values.values().get("signature"));
		assertEquals(p.pointsTotal().getAsDouble(), values.reading().total().getAsDouble(), 1e-10);
		assertEquals(p.survival().orElseThrow().survival(), values.reading().survival().orElseThrow().survival(), 1e-12);
		assertEquals(30.0, NomogramJob.run(options("ki67:30", file.toString())).values().get("ki67"), "typed values win");
	}

	@Test
	void whatIsNotKnownStaysSo() throws Exception {
		final Path file = Files.writeString(folder.resolve("prediction.json"), prediction("", "positive"));
		final NomogramValues values = NomogramJob.run(options("", file.toString()));
		assertFalse(values.isComplete());
		assertTrue(values.reading().total().isEmpty());
		assertTrue(values.summary().contains("Not given: Ki-67"), values.summary());
	}

	@Test
	void macroAndCommandGiveTheSame() throws Exception {
		MenuTable.install();
		final Path direct = folder.resolve("direct.svg"), macro = folder.resolve("macro.svg"), command = folder.resolve(
			"command.svg");
		final NomogramValues expected = NomogramJob.run(new NomogramOptions("zhang-2021", VALUES, "", direct.toString()));
		IJ.runMacro("setBatchMode(true); run('Show Nomogram...', 'values=" + VALUES + " save=[" + macro + "]');");
		assertEquals(Files.readString(direct), Files.readString(macro));
		try (Context context = new Context(CommandService.class, StatusService.class)) {
			final CommandModule module = context.service(CommandService.class).run(ShowNomogram.class, true, "values", VALUES,
				"save", command.toString()).get();
			assertFalse(module.isCanceled(), module.getCancelReason());
			assertEquals(expected.reading().total().getAsDouble(), module.getOutput("points"));
			assertEquals(expected.reading().linearPredictor().getAsDouble(), module.getOutput("linear_predictor"));
			assertEquals(expected.reading().survival().orElseThrow().survival(), module.getOutput("survival"));
			final CommandModule less = context.service(CommandService.class).run(ShowNomogram.class, true, "values", "ki67:20")
				.get();
			assertNull(less.getOutput("survival"));
		}
		assertEquals(Files.readString(direct), Files.readString(command));
	}

	@Test
	void wrongValuesAreRefused() {
		refused(options("age:50", ""), "no variable 'age'", "signature, ki67, aln");
		refused(options("ki67", ""), "'ki67'", "name:value");
		refused(options("ki67:20,ki67:30", ""), "given twice");
		refused(options("ki67:much", ""), "'much'", "number");
		refused(options("signature:NaN", ""), "'NaN'", "number");
		refused(options("aln:perhaps", ""), "'perhaps'", "negative or positive");
		refused(new NomogramOptions("zhang-2021", "", "", folder.resolve("n.doc").toString()), "n.doc", ".svg, .pdf, .png");
		refused(new NomogramOptions("zhang-2021", "", "", folder.resolve("no/n.svg").toString()), "no folder");
		refused(new NomogramOptions("nothing", "", "", ""), "nothing");
	}

	@Test
	void aModelWithoutNomogramIsRefused() throws Exception {
		final String text = ModelFiles.builtInText("zhang-2021");
		final int cox = text.indexOf("\ncox:"), baseline = text.indexOf("\nbaseline:"), published = text.indexOf(
			"\npublished_survival:");
		final Path file = Files.writeString(folder.resolve("signature.yaml"), text.substring(0, cox) + text.substring(
			published));
		assertTrue(cox < baseline);
		refused(new NomogramOptions(file.toString(), "", "", ""), "signature alone");
	}

	@Test
	void otherFilesAreNoPredictions() throws Exception {
		refused(options("", folder.resolve("none.json").toString()), "none.json", "can't be read");
		refused(options("", Files.writeString(folder.resolve("a.json"), "[1]").toString()), "a.json", "no prediction");
		refused(options("", Files.writeString(folder.resolve("b.json"), "{\"model\": 1, \"risk_score\": {}}").toString()),
			"b.json", "no prediction");
		refused(options("", Files.writeString(folder.resolve("c.json"), "not JSON {").toString()), "c.json", "no prediction");
		final String json = prediction("20", "positive");
		refused(options("", Files.writeString(folder.resolve("d.json"), json.replace("\"zhang-2021\"", "\"own\"")).toString()),
			"by model 'own'");
		final Path other = Files.writeString(folder.resolve("other.yaml"), ModelFiles.builtInText("zhang-2021").replace(
			"hazard_ratio: 1.018", "hazard_ratio: 1.01").replace("axis: {min: -0.4, max: 0.8}", "axis: {min: -0.4, max: 0.9}"));
		final Path saved = Files.writeString(folder.resolve("e.json"), json);
		refused(new NomogramOptions(other.toString(), "", saved.toString(), ""), "another model of the id");
	}
}
