package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.Concordance;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Concordance with one or several weights of time.
 *
 * @param results by name: harrell, S, S_over_G, uno_n_over_G2, unweighted_I, harrell_ymax, uno_ymax
 * @param ymax events after this time don't count in those named so; NaN if there are none
 * @param events number of events
 * @param missing patients left out for missing values
 */
public record ConcordanceReport(Map<String, Concordance> results, double ymax, int events, int missing)
	implements Report
{

	private static final double Z95 = 1.959963984540054;

	public ConcordanceReport {
		results = new LinkedHashMap<>(results);
	}

	@Override
	public String summary() {
		final TextTable table = new TextTable("", "Concordance", "se", "lower .95", "upper .95", "concordant", "discordant",
			"tied.x", "tied.y", "tied.xy");
		results.forEach((name, c) -> table.row(name, TextTable.number(c.c()), TextTable.number(c.standardError()), TextTable
			.number(c.c() - Z95 * c.standardError()), TextTable.number(c.c() + Z95 * c.standardError()), TextTable.general(c
				.concordant(), 6), TextTable.general(c.discordant(), 6), TextTable.general(c.tiedMarker(), 6), TextTable.general(c
					.tiedTime(), 6), TextTable.general(c.tiedBoth(), 6)));
		final Concordance first = results.values().iterator().next();
		return "n= " + first.n() + ", number of events= " + events + ", Dxy= " + TextTable.number(2 * first.c() - 1) + "\n" +
			table + (Double.isNaN(ymax) ? "" : "ymax= " +
			TextTable.general(ymax, 6) + "\n");
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		results.forEach((name, c) -> o.add(name, json(c)));
		if (!Double.isNaN(ymax)) o.add("ymax", Json.number(ymax));
		o.add("rcorr_cens_of_minus_marker", rcorrCens(results.values().iterator().next()));
		return o;
	}

	/** Hmisc's rcorr.cens of the marker with its sign turned: it counts each pair twice, and tied markers a half. */
	private JsonObject rcorrCens(final Concordance c) {
		final double relevant = 2 * (c.concordant() + c.discordant() + c.tiedMarker());
		final JsonObject o = new JsonObject();
		o.add("C Index", Json.number(c.c()));
		o.add("Dxy", Json.number(2 * c.c() - 1));
		o.add("S.D.", Json.number(2 * c.standardError()));
		o.addProperty("n", c.n());
		o.addProperty("missing", missing);
		o.addProperty("uncensored", events);
		o.add("Relevant Pairs", Json.number(relevant));
		o.add("Concordant", Json.number(2 * c.concordant() + c.tiedMarker()));
		o.add("Uncertain", Json.number(c.n() * (c.n() - 1.0) - relevant - 2 * (c.tiedTime() + c.tiedBoth())));
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
