package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.model.ClinicalValues;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {

	private static final List<String> FILES = List.of("features.csv", "nomogram.png", "nomogram.svg", "overlay.png",
		"prediction.json");

	@TempDir
	private Path folder;
	private Path image;
	private Path mask;
	private Path out;

	@BeforeEach
	void prepare() {
		image = SmallCase.image(folder);
		mask = SmallCase.mask(folder);
		out = folder.resolve("new").resolve("results");
	}

	private Cli predict(final Object... more) {
		final List<Object> arguments = new ArrayList<>(List.of("predict", "--image", image, "--mask", mask, "--out", out));
		arguments.addAll(List.of(more));
		return Cli.run(arguments.toArray());
	}

	private JsonObject result() throws IOException {
		return JsonParser.parseString(Files.readString(out.resolve("prediction.json"))).getAsJsonObject();
	}

	private void nothingIsLeft() {
		assertFalse(Files.exists(out.getParent()), "a folder was left behind");
	}

	@Test
	void writesWhatTheEngineComputes() throws IOException {
		final Cli run = predict("--ki67", 20, "--aln", "positive");
		assertEquals(Main.OK, run.exitCode(), run.err());
		assertEquals("", run.err());
		assertEquals(FILES, Cli.content(out));
		final PrognosticModel model = ModelFiles.builtIn("zhang-2021");
		final ImageFiles files = ImageFiles.with();
		final Prediction engine = model.predict(files.read(image, Progress.NONE), files.readMask(mask, 1, Progress.NONE),
			ClinicalValues.parse(model, Map.of("ki67", "20", "aln", "positive")), Progress.NONE);
		assertEquals(engine.riskScore(), result().get("risk_score").getAsDouble());
		assertEquals(engine.linearPredictor().orElseThrow(), result().get("linear_predictor").getAsDouble());
		assertEquals(engine.survival().orElseThrow().survival(), result().get("survival").getAsDouble());
		final CsvTable features = CsvTable.read(out.resolve("features.csv"));
		assertEquals(String.valueOf(result().getAsJsonObject("features").get("original_glcm_Correlation").getAsDouble()),
			features.cells("original_glcm_Correlation").get(0));
		assertTrue(features.header().contains("original_shape_MeshVolume"), "all features are there");
		assertEquals(40, features.cells("diagnostics_Image-original_Hash").get(0).length(), "the image is described");
	}

	@Test
	void printsATableForPeople() {
		final String table = predict("--ki67", 20, "--aln", "positive").out();
		for (final String word : List.of("Risk score", "Total points", "Ki-67 at surgery", "5-year DFS",
			"reconstructed baseline survival", "as published", "24 voxels", "Warning: ", "Research use only", out.toString()))
			assertTrue(table.contains(word), word + " is not in\n" + table);
	}

	@Test
	void aMissingClinicalValueIsNamedAndNotReplaced() throws IOException {
		final Cli run = predict("--aln", "negative");
		assertEquals(Main.OK, run.exitCode());
		assertTrue(run.out().contains("Missing: Ki-67 at surgery (ki67) is not given"), run.out());
		assertFalse(run.out().contains("reconstructed baseline survival)"), run.out());
		assertTrue(result().get("survival").isJsonNull() && result().get("points_total").isJsonNull());
		assertTrue(result().get("risk_score").isJsonPrimitive());
	}

	@Test
	void clinicalValuesMayBeNamed() throws IOException {
		predict("--ki67", 20, "--aln", "positive");
		final String first = Files.readString(out.resolve("prediction.json"));
		assertEquals(Main.OK, predict("--clinical", "ki67=20", "--clinical", "aln=positive").exitCode());
		assertEquals(first, Files.readString(out.resolve("prediction.json")));
		predict("--clinical", "ki67=20", "--ki67", 20).misusedWith("'ki67' is given twice");
		predict("--clinical", "age=50").refusedWith("no clinical variable 'age'; it has: ki67, aln");
	}

	@Test
	void refusesClinicalValuesThatAreNone() {
		predict("--ki67", "abc", "--aln", "positive").refusedWith("'abc' is no value of Ki-67 at surgery (ki67)",
			"a number from 0 to 100");
		predict("--ki67", "20,5").refusedWith("dot as decimal sign");
		predict("--aln", "maybe").refusedWith("'maybe'", "negative or positive");
		nothingIsLeft();
	}

	@Test
	void refusesBrokenModels() throws IOException {
		predict("--model", "no-model").refusedWith("'no-model' is neither a built-in model (zhang-2021) nor a model file");
		final Path broken = Files.writeString(folder.resolve("broken.yaml"), ModelFiles.builtInText("zhang-2021").replace(
			"cutoff:", "cutof:"));
		predict("--model", broken).refusedWith("broken.yaml", "cutof");
		nothingIsLeft();
	}

	@Test
	void takesAModelFile() throws IOException {
		final Path own = Files.writeString(folder.resolve("own.yaml"), ModelFiles.builtInText("zhang-2021").replace(
			"id: zhang-2021", "id: my-model"));
		assertEquals(Main.OK, predict("--model", own).exitCode());
		assertEquals("my-model", result().getAsJsonObject("model").get("id").getAsString());
	}

	@Test
	void refusesImagesAndRoisThatCannotBeUsed() {
		predict("--label", SmallCase.VOXEL).refusedWith("single voxel");
		predict("--label", 9).refusedWith("no voxel with label 9");
		mask = SmallCase.empty(folder);
		predict().refusedWith("it is 0 everywhere");
		mask = SmallCase.shorter(folder);
		predict().refusedWith("different grids (size along z: 5 against 4 voxels)");
		mask = SmallCase.mask(folder);
		image = SmallCase.hole(folder);
		predict().refusedWith("is NaN");
		image = SmallCase.flat(folder);
		predict().refusedWith("No risk score for ROI", "has no value of its own there");
		nothingIsLeft();
	}

	@Test
	void refusesFoldersThatCannotBeWritten() throws IOException {
		out = Files.writeString(folder.resolve("file"), "x");
		predict().refusedWith("Can't write to the folder", "there is a file of that name");
		out = out.resolve("below");
		predict().refusedWith("Can't write to the folder");
		out = Files.createDirectories(folder.resolve("taken").resolve("overlay.png")).getParent();
		predict().refusedWith("Can't write", "there is a folder of that name");
		assertEquals(List.of("overlay.png"), Cli.content(out));
	}

	@Test
	void olderResultsStayIfSomethingFails() throws IOException {
		Files.createDirectories(out);
		Files.writeString(out.resolve("prediction.json"), "old");
		predict("--label", 9).refusedWith("no voxel with label 9");
		assertEquals("old", Files.readString(out.resolve("prediction.json")));
		assertEquals(List.of("prediction.json"), Cli.content(out));
		assertEquals(Main.OK, predict().exitCode());
		assertEquals(FILES, Cli.content(out));
	}

	@Test
	void aRoiFileAndItsLabelImageGiveTheSame() throws IOException {
		final Path images = Path.of("test-images");
		image = images.resolve("breast-ct.tif");
		mask = images.resolve("breast-ct-labels.tif");
		assertEquals(Main.OK, predict("--ki67", 20, "--aln", "positive").exitCode());
		final JsonObject byLabels = result();
		final Cli run = Cli.run("predict", "--image", image, "--roi", images.resolve("breast-ct-lesion.zip"), "--ki67", 20,
			"--aln", "positive", "--out", out);
		assertEquals(Main.OK, run.exitCode(), run.err());
		assertEquals(byLabels.get("features"), result().get("features"));
		assertEquals(byLabels.get("survival"), result().get("survival"));
	}
}
