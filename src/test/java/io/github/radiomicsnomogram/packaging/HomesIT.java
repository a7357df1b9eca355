package io.github.radiomicsnomogram.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts each jar in a class path like its home's, in a process of its own, and does the main job there on the example
 * in test-images. All give the same score to the last digit.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomesIT {

	private static final Path IMAGE = Path.of("test-images/breast-ct.tif").toAbsolutePath();
	private static final Path ROI = Path.of("test-images/breast-ct-lesion.zip").toAbsolutePath();
	private static final Path LABELS = Path.of("test-images/breast-ct-labels.tif").toAbsolutePath();

	/** The score with PyRadiomics' features; sums in another order part us by rounding. */
	private static final double RELATIVE = 1e-9;

	@TempDir
	private Path folder;

	private static JsonObject json(final Path file) throws IOException {
		return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
	}

	private static double expectedScore() throws IOException {
		return json(Path.of("test-images/expected/prediction.json")).get("risk_score").getAsDouble();
	}

	private static void assertExpected(final String score) throws IOException {
		assertEquals(expectedScore(), Double.parseDouble(score), RELATIVE * Math.abs(expectedScore()));
	}

	private static String lastLine(final ChildJvm child) {
		assertEquals(0, child.exitCode(), child.err());
		final List<String> lines = child.out().lines().toList();
		assertFalse(lines.isEmpty(), child.err());
		return lines.get(lines.size() - 1);
	}

	private static ChildJvm inTheShell(final Path out) {
		return ChildJvm.runJar(Jars.CLI, List.of("predict", "--image", IMAGE.toString(), "--roi", ROI.toString(),
			"--ki67", "20", "--aln", "positive", "--out", out.toString()));
	}

	private static ChildJvm inPlainImageJ() {
		final List<Path> classPath = new ArrayList<>(List.of(Jars.IMAGEJ, Jars.testClasses()));
		classPath.addAll(Jars.libraries("ij"));
		return ChildJvm.run(classPath, PlainImageJHome.class.getName(), List.of(IMAGE.toString(), "roi_file=[" + ROI +
			"] ki67=20 aln=positive"));
	}

	private static ChildJvm inFiji() {
		final List<Path> classPath = new ArrayList<>(List.of(Jars.FIJI, Jars.testClasses()));
		classPath.addAll(Jars.libraries("ij", "imglib2", "scijava-common", "parsington", "commons-math3", "gson"));
		return ChildJvm.run(classPath, FijiHome.class.getName(), List.of(IMAGE.toString(), ROI.toString(), "20", "positive"));
	}

	@Test
	void everyHomeGivesTheSameScore() throws IOException {
		final Path out = folder.resolve("result");
		final ChildJvm shell = inTheShell(out);
		assertEquals(0, shell.exitCode(), shell.err());
		assertEquals("", shell.err());
		assertTrue(shell.out().contains("Risk score"), shell.out());
		for (final String name : List.of("prediction.json", "features.csv", "overlay.png", "nomogram.png", "nomogram.svg"))
			assertTrue(Files.size(out.resolve(name)) > 0, name);
		final String score = json(out.resolve("prediction.json")).get("risk_score").getAsString();
		assertExpected(score);
		assertEquals(score, lastLine(inPlainImageJ()));
		final ChildJvm fiji = inFiji();
		assertEquals(score, lastLine(fiji));
		assertTrue(fiji.out().contains("Plugins > Radiomics > Predict Risk..."), fiji.out());
	}

	@Test
	void theShellsJarExtracts() throws IOException {
		final Path out = folder.resolve("features.csv");
		final ChildJvm child = ChildJvm.runJar(Jars.CLI, List.of("extract", "--image", IMAGE.toString(), "--mask",
			LABELS.toString(), "--out", out.toString()));
		assertEquals(0, child.exitCode(), child.err());
		assertEquals("", child.out());
		assertTrue(Files.readString(out).startsWith("Image,Mask,diagnostics_Versions_"));
	}

	@Test
	void theShellsJarRefusesWithoutAStackTrace() {
		final ChildJvm child = ChildJvm.runJar(Jars.CLI, List.of("extract", "--image", "none.tif", "--mask",
			LABELS.toString(), "--out", folder.resolve("f.csv").toString()));
		assertEquals(1, child.exitCode());
		assertEquals("There is no file '" + Path.of("none.tif").toAbsolutePath() + "'. Check the path.", child.err().trim());
		assertEquals(2, ChildJvm.runJar(Jars.CLI, List.of("extract")).exitCode());
	}
}
