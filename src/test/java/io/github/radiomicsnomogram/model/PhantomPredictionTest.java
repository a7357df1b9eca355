package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.phantom.Phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From voxels to survival: the example's prediction is the one that test-images/make_expected.py worked out by plain
 * arithmetic from PyRadiomics' features, and the one that test-images/README.md shows.
 */
class PhantomPredictionTest {

	/** The features hold to 1e-9, and the few operations after them add nothing to speak of. */
	private static final double RELATIVE = 1e-9;

	private static final Path FOLDER = Path.of("test-images");

	private static JsonObject expected;
	private static JsonObject actual;

	@BeforeAll
	static void predict() throws IOException {
		expected = JsonParser.parseString(Files.readString(FOLDER.resolve("expected/prediction.json"))).getAsJsonObject();
		final List<String> header = List.of(clinical(0).split(",")), row = List.of(clinical(1).split(","));
		final PrognosticModel model = ModelFiles.builtIn("zhang-2021");
		final Map<String, String> typed = Map.of("ki67", row.get(header.indexOf("ki67")), "aln", row.get(header.indexOf(
			"aln")));
		final Phantom phantom = Phantom.generate();
		actual = JsonParser.parseString(PredictionJson.write(model.predict(phantom.volume(), phantom.mask(), ClinicalValues
			.parse(model, typed), Progress.NONE))).getAsJsonObject();
	}

	private static String clinical(final int line) throws IOException {
		return Files.readAllLines(FOLDER.resolve("clinical.csv")).get(line);
	}

	@Test
	void isTheOneWorkedOutByHand() {
		assertSame("prediction", expected, actual);
	}

	/** What is expected is there; there may be more. */
	private static void assertSame(final String name, final JsonObject wanted, final JsonObject found) {
		for (final Map.Entry<String, JsonElement> e : wanted.entrySet()) {
			final JsonElement value = found.get(e.getKey());
			final String path = name + "." + e.getKey();
			if (e.getValue().isJsonObject()) assertSame(path, e.getValue().getAsJsonObject(), value.getAsJsonObject());
			else if (e.getValue().getAsJsonPrimitive().isString()) assertEquals(e.getValue(), value, path);
			else assertEquals(1, value.getAsDouble() / e.getValue().getAsDouble(), RELATIVE, path);
		}
	}

	@Test
	void theReadmeShowsIt() throws IOException {
		final String text = Files.readString(FOLDER.resolve("README.md"));
		final JsonObject points = expected.getAsJsonObject("points");
		for (final double v : new double[] { number(expected, "risk_score"), number(expected, "linear_predictor") })
			assertTrue(text.contains(String.format(Locale.ROOT, "**%.6f**", v)), () -> "README lacks " + v);
		for (final double v : new double[] { number(points, "signature"), number(points, "ki67"), number(points, "aln"),
			number(expected, "survival"), number(expected, "survival_low"), number(expected, "survival_high") })
			assertTrue(text.contains(String.format(Locale.ROOT, " %.4f", v)), () -> "README lacks " + v);
		assertTrue(text.contains(String.format(Locale.ROOT, "**%.4f**", number(expected, "points_total"))));
	}

	private static double number(final JsonObject json, final String key) {
		return json.get(key).getAsDouble();
	}
}
