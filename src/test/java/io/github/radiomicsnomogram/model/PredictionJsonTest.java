package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.util.List;

import org.junit.jupiter.api.Test;

class PredictionJsonTest {

	@Test
	void holdsEveryNumberAtFullPrecision() {
		final Prediction p = Examples.high();
		final JsonObject json = parse(p);
		assertEquals("zhang-2021", json.getAsJsonObject("model").get("id").getAsString());
		assertEquals(p.riskScore(), json.get("risk_score").getAsDouble());
		assertEquals("high", json.get("risk_group").getAsString());
		assertEquals(0.185, json.get("cutoff").getAsDouble());
		assertEquals(p.linearPredictor().orElseThrow(), json.get("linear_predictor").getAsDouble());
		assertEquals(p.pointsTotal().orElseThrow(), json.get("points_total").getAsDouble());
		assertEquals(p.points().get(1).points().orElseThrow(), json.getAsJsonObject("points").get("ki67").getAsDouble());
		final PredictedSurvival s = p.survival().orElseThrow();
		assertEquals(s.survival(), json.get("survival").getAsDouble());
		assertEquals(s.low(), json.get("survival_low").getAsDouble());
		assertEquals(s.high(), json.get("survival_high").getAsDouble());
		assertEquals("reconstructed", json.get("survival_provenance").getAsString());
		assertEquals(60, json.get("horizon_months").getAsDouble());
		assertEquals(0.48, json.getAsJsonObject("published_group_survival").get("training").getAsDouble());
		assertEquals(0.27, json.getAsJsonObject("published_group_survival").get("validation").getAsDouble());
		assertEquals(4e6, json.getAsJsonObject("features").get("original_glszm_LargeAreaEmphasis").getAsDouble());
		assertEquals(20, json.getAsJsonObject("clinical").get("ki67").getAsDouble());
		assertEquals("positive", json.getAsJsonObject("clinical").get("aln").getAsString());
		assertEquals(0, json.getAsJsonArray("warnings").size());
		assertEquals(5000, json.get("voxels").getAsLong());
		assertEquals(25, json.getAsJsonObject("settings").get("binWidth").getAsDouble());
		assertEquals("lesion", json.getAsJsonObject("roi").get("name").getAsString());
		assertFalse(json.getAsJsonObject("software").get("version").getAsString().isEmpty());
		assertTrue(json.get("research_use").getAsString().startsWith("Research use only"));
	}

	@Test
	void whatIsAbsentIsNullWithAReason() {
		final String text = PredictionJson.write(Examples.lowWithoutNodes());
		final JsonObject json = JsonParser.parseString(text).getAsJsonObject();
		for (final String key : List.of("linear_predictor", "points_total", "survival", "survival_low", "survival_high",
			"survival_provenance"))
			assertTrue(json.get(key).isJsonNull(), key);
		assertTrue(json.getAsJsonObject("points").get("aln").isJsonNull());
		assertTrue(json.getAsJsonObject("clinical").get("aln").isJsonNull());
		assertEquals("aln", json.getAsJsonArray("missing").get(0).getAsJsonObject().get("id").getAsString());
		assertFalse(text.contains("NaN"));
		assertTrue(text.endsWith("}\n"));
	}

	private static JsonObject parse(final Prediction p) {
		return JsonParser.parseString(PredictionJson.write(p)).getAsJsonObject();
	}
}
