package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.texture.Binning;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.OptionalDouble;

/**
 * A prediction as JSON: every number at full double precision, absent ones null. The keys are part of the public
 * interface, as are those of the macros.
 */
public final class PredictionJson {

	private static final Gson GSON = new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping()
		.create();

	private PredictionJson() {}

	/** The prediction as indented JSON text, with a line break at the end. */
	public static String write(final Prediction p) {
		return GSON.toJson(toJson(p)) + "\n";
	}

	private static JsonObject toJson(final Prediction p) {
		final JsonObject json = new JsonObject();
		json.add("model", model(p.model()));
		json.addProperty("risk_score", p.riskScore());
		json.addProperty("risk_group", p.group().id());
		json.addProperty("risk_group_label", p.groupLabel());
		json.addProperty("cutoff", p.model().cutoff().value());
		json.addProperty("cutoff_rule", p.model().cutoff().rule().text());
		json.add("linear_predictor", number(p.linearPredictor()));
		json.add("points_total", number(p.pointsTotal()));
		json.add("points", points(p));
		survival(json, p);
		json.add("features", features(p));
		json.add("clinical", clinical(p));
		json.add("missing", missing(p));
		json.add("warnings", warnings(p));
		json.add("notes", texts(p.model().notes()));
		json.add("image", image(p));
		json.add("roi", roi(p));
		json.addProperty("voxels", p.image().voxels());
		json.add("settings", settings(p.model().settings()));
		json.add("provenance", provenance(p));
		json.add("software", software());
		json.addProperty("research_use", p.model().use());
		return json;
	}

	private static JsonObject model(final PrognosticModel m) {
		final JsonObject json = new JsonObject();
		json.addProperty("id", m.id());
		json.addProperty("title", m.title());
		json.addProperty("citation", m.citation().text());
		json.addProperty("doi", m.citation().doi());
		return json;
	}

	private static JsonObject points(final Prediction p) {
		final JsonObject json = new JsonObject();
		p.points().forEach(v -> json.add(v.id(), number(v.points())));
		return json;
	}

	private static void survival(final JsonObject json, final Prediction p) {
		json.add("survival", number(p.survival().map(s -> OptionalDouble.of(s.survival())).orElse(OptionalDouble.empty())));
		json.add("survival_low", number(p.survival().map(s -> OptionalDouble.of(s.low())).orElse(OptionalDouble.empty())));
		json.add("survival_high", number(p.survival().map(s -> OptionalDouble.of(s.high())).orElse(OptionalDouble
			.empty())));
		json.add("survival_level", number(p.survival().map(s -> OptionalDouble.of(s.level())).orElse(OptionalDouble
			.empty())));
		json.addProperty("survival_provenance", p.survival().map(s -> s.provenance().id()).orElse(null));
		json.addProperty("endpoint", p.model().endpoint().name());
		json.addProperty("horizon_months", p.model().endpoint().months());
		final JsonObject published = new JsonObject();
		p.model().published().forEach(c -> published.addProperty(c.cohort(), c.of(p.group())));
		json.add("published_group_survival", published);
	}

	private static JsonObject features(final Prediction p) {
		final JsonObject json = new JsonObject();
		p.features().forEach(f -> json.addProperty(f.column(), f.value()));
		return json;
	}

	private static JsonObject clinical(final Prediction p) {
		final JsonObject json = new JsonObject();
		for (final ClinicalVariable v : p.model().clinical()) {
			final OptionalDouble value = p.clinical().value(v.id());
			if (value.isEmpty()) json.add(v.id(), JsonNull.INSTANCE);
			else if (v.kind() == ClinicalVariable.Kind.NUMERIC) json.addProperty(v.id(), value.getAsDouble());
			else json.addProperty(v.id(), v.format(value.getAsDouble()));
		}
		return json;
	}

	private static JsonArray missing(final Prediction p) {
		final JsonArray json = new JsonArray();
		for (final Prediction.Missing m : p.missing()) {
			final JsonObject item = new JsonObject();
			item.addProperty("id", m.id());
			item.addProperty("label", m.label());
			item.addProperty("reason", m.reason());
			json.add(item);
		}
		return json;
	}

	private static JsonArray warnings(final Prediction p) {
		final JsonArray json = new JsonArray();
		for (final Warning w : p.warnings()) {
			final JsonObject item = new JsonObject();
			item.addProperty("code", w.code().id());
			item.addProperty("message", w.message());
			json.add(item);
		}
		return json;
	}

	private static JsonArray texts(final Iterable<String> texts) {
		final JsonArray json = new JsonArray();
		texts.forEach(json::add);
		return json;
	}

	private static JsonObject image(final Prediction p) {
		final ImageFacts facts = p.image();
		final JsonObject json = new JsonObject();
		json.addProperty("name", facts.info().name());
		json.addProperty("value_unit", facts.info().valueUnit());
		final JsonArray size = new JsonArray(), spacing = new JsonArray();
		for (int d = 0; d < 3; d++) {
			size.add(facts.geometry().size(d));
			spacing.add(facts.geometry().spacing(d));
		}
		json.add("size", size);
		json.add("spacing_mm", spacing);
		return json;
	}

	private static JsonObject roi(final Prediction p) {
		final ImageFacts facts = p.image();
		final JsonObject json = new JsonObject();
		json.addProperty("name", facts.roiName());
		json.addProperty("volume_mm3", facts.volume());
		json.addProperty("minimum", facts.roiMin());
		json.addProperty("maximum", facts.roiMax());
		return json;
	}

	private static JsonObject settings(final ExtractionSettings settings) {
		final JsonObject json = new JsonObject();
		if (settings.binning() instanceof Binning.FixedWidth w) json.addProperty("binWidth", w.binWidth());
		if (settings.binning() instanceof Binning.FixedCount c) json.addProperty("binCount", c.binCount());
		return json;
	}

	private static JsonObject software() {
		final JsonObject json = new JsonObject();
		json.addProperty("name", Software.NAME);
		json.addProperty("version", Software.version());
		return json;
	}

	private static JsonObject provenance(final Prediction p) {
		final JsonObject json = new JsonObject();
		p.extraction().provenance().forEach(json::addProperty);
		return json;
	}

	private static JsonElement number(final OptionalDouble v) {
		return v.isPresent() ? new JsonPrimitive(v.getAsDouble()) : JsonNull.INSTANCE;
	}
}
