package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cli.Main;
import io.github.radiomicsnomogram.fiji.command.PredictRisk;
import io.github.radiomicsnomogram.model.PredictionJson;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Every way to the main job gives the same numbers, to the last bit: engine, ImageJ macro, SciJava command, Jython
 * script, command line; outlines in a file, in the overlay, and as a label image.
 */
class RoutesTest {

	private static final String IMAGE = "test-images/breast-ct.tif", OUTLINES = "test-images/breast-ct-lesion.zip",
		LABELS = "test-images/breast-ct-labels.tif";

	private static final List<String> NUMBERS = List.of("risk_score", "linear_predictor", "points_total", "survival",
		"survival_low", "survival_high");

	private static List<Double> expected;

	@BeforeAll
	static void predict() throws Exception {
		MenuTable.install();
		final PredictOptions d = PredictOptions.DEFAULTS;
		final PredictResult result = PredictJob.run(outlined(), new PredictOptions(d.roiSource(), d.mask(), d.label(), d
			.roiFile(), d.roiName(), d.model(), "20", "positive", d.clinical(), false), Progress.NONE);
		expected = numbers(JsonParser.parseString(PredictionJson.write(result.prediction())).getAsJsonObject());
		assertEquals(NUMBERS.size(), expected.size());
	}

	@Test
	void anImageJMacro() throws Exception {
		final ImagePlus image = outlined();
		WindowManager.setTempCurrentImage(image);
		try {
			final String macro = Files.readString(Path.of("src/main/resources/script_templates/Radiomics/Predict_Risk.ijm"));
			assertNotEquals("[aborted]", IJ.runMacro(macro));
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
		assertEquals(expected, properties(image));
	}

	@Test
	void aMacroLineWithFiles() {
		assertEquals(expected, macroLine("roi_source=file roi_file=" + OUTLINES));
		assertEquals(expected, macroLine("roi_source=mask mask=[" + LABELS + "] label=1"));
		assertEquals(expected, macroLine("mask=" + LABELS + " show_features"));
		assertNotEquals(expected, macroLine("mask=" + LABELS + " label=2 show_features=true"));
	}

	/** The README's macro; without a screen the example is the macro's current image. */
	@Test
	void theExampleInAMacro() {
		try {
			assertEquals(Double.toString(expected.get(0)), IJ.runMacro("run('Open Example'); run('Predict Risk...', " +
				"'ki67=20 aln=positive'); p = Property.get('radiomics.risk_score'); return p;"));
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
	}

	@Test
	void aSciJavaCommand() throws Exception {
		try (Context context = new Context(CommandService.class, StatusService.class)) {
			final CommandModule module = context.service(CommandService.class).run(PredictRisk.class, true, "image", outlined(),
				"ki67", "20", "aln", "positive").get();
			assertFalse(module.isCanceled(), module.getCancelReason());
			final List<Double> numbers = new ArrayList<>();
			for (final String name : NUMBERS)
				numbers.add((Double) module.getOutput(name.equals("points_total") ? "points" : name));
			assertEquals(expected, numbers);
			assertEquals("high", module.getOutput("risk_group"));
		}
	}

	@Test
	void aJythonScript() throws Exception {
		try (Context context = new Context(CommandService.class, StatusService.class);
				PythonInterpreter python = new PythonInterpreter())
		{
			python.set("command", context.service(CommandService.class));
			python.set("image", outlined());
			python.set("ki67", "20");
			python.set("aln", "positive");
			python.exec(Files.readString(Path.of("src/main/resources/script_templates/Radiomics/Predict_Risk.py")));
			assertEquals(expected.get(0), python.get("risk_score", Double.class));
			assertEquals(expected.get(2), python.get("points", Double.class));
			assertEquals(expected.get(3), python.get("survival", Double.class));
			assertEquals(expected.get(4), python.get("survival_low", Double.class));
			assertEquals(expected.get(5), python.get("survival_high", Double.class));
			assertEquals("high", python.get("risk_group", String.class));
		}
	}

	@Test
	void theCommandLine(@TempDir final Path folder) throws Exception {
		final StringWriter messages = new StringWriter();
		final PrintWriter out = new PrintWriter(messages);
		final Path drawn = folder.resolve("drawn"), labelled = folder.resolve("labelled");
		assertEquals(Main.OK, Main.run(out, out, "predict", "--image", IMAGE, "--roi", OUTLINES, "--ki67", "20", "--aln",
			"positive", "--out", drawn.toString()), messages::toString);
		assertEquals(Main.OK, Main.run(out, out, "predict", "--image", IMAGE, "--mask", LABELS, "--label", "1", "--ki67",
			"20", "--aln", "positive", "--out", labelled.toString()), messages::toString);
		assertEquals(expected, numbers(JsonParser.parseString(Files.readString(drawn.resolve("prediction.json")))
			.getAsJsonObject()));
		assertEquals(expected, numbers(JsonParser.parseString(Files.readString(labelled.resolve("prediction.json")))
			.getAsJsonObject()));
	}

	/** The image as a user opens it, with the outlines in its overlay. */
	private static ImagePlus outlined() {
		final ImagePlus image = IJ.openImage(IMAGE);
		final Overlay overlay = new Overlay();
		for (final Roi roi : RoiFiles.read(Path.of(OUTLINES)))
			overlay.add(roi);
		image.setOverlay(overlay);
		return image;
	}

	private static List<Double> macroLine(final String roi) {
		final ImagePlus image = IJ.openImage(IMAGE);
		WindowManager.setTempCurrentImage(image);
		try {
			IJ.runMacro("run('Predict Risk...', '" + roi + " ki67=20 aln=positive');");
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
		return properties(image);
	}

	private static List<Double> properties(final ImagePlus image) {
		return NUMBERS.stream().map(n -> image.getProp(PredictView.PROPERTY + n)).map(Double::valueOf).toList();
	}

	private static List<Double> numbers(final JsonObject json) {
		return NUMBERS.stream().map(n -> json.get(n).getAsDouble()).toList();
	}
}
