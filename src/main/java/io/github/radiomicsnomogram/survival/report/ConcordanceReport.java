package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.Concordance;

import java.util.Map;

/**
 * Concordance with one or several weights of time.
 *
 * @param results by name: harrell, S, S_over_G, uno_n_over_G2, unweighted_I
 */
public record ConcordanceReport(Map<String, Concordance> results) implements Report {

	@Override
	public String summary() {
		final TextTable table = new TextTable("", "C", "se", "lower .95", "upper .95", "concordant", "discordant", "tied");
		results.forEach((name, c) -> table.row(name, TextTable.number(c.c()), TextTable.number(c.standardError(), 3), TextTable
			.number(c.c() - 1.959964 * c.standardError()), TextTable.number(c.c() + 1.959964 * c.standardError()), TextTable
				.number(c.concordant(), 5), TextTable.number(c.discordant(), 5), TextTable.number(c.tiedMarker(), 5)));
		return table.toString();
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		results.forEach((name, c) -> o.add(name, json(c)));
		return o;
	}

	static JsonObject json(final Concordance c) {
		final JsonObject o = new JsonObject();
		o.add("c", Json.number(c.c()));
		o.add("se", Json.number(c.standardError()));
		final JsonObject counts = new JsonObject();
		counts.add("concordant", Json.number(c.concordant()));
		counts.add("discordant", Json.number(c.discordant()));
		counts.add("tied.x", Json.number(c.tiedMarker()));
		counts.add("tied.y", Json.number(c.tiedTime()));
		counts.add("tied.xy", Json.number(c.tiedBoth()));
		o.add("counts", counts);
		o.addProperty("n", c.n());
		return o;
	}
}
