package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.Reclassification;

/**
 * What a new model adds to an old one.
 *
 * @param result net reclassification and integrated discrimination improvement
 * @param cuts between the risk categories; none for the category-free NRI
 */
public record ReclassificationReport(Reclassification result, double[] cuts) implements Report {

	private static final double Z95 = 1.959963984540054;

	@Override
	public String summary() {
		final TextTable table = new TextTable("", "Estimate", "se", "lower .95", "upper .95", "Pr(>|z|)");
		row(table, cuts.length == 0 ? "NRI (category-free)" : "NRI", result.nri(), result.nriError(), result.nriP());
		table.row("  events", TextTable.number(result.events()));
		table.row("  non-events", TextTable.number(result.nonEvents()));
		row(table, "IDI", result.idi(), result.idiError(), result.idiP());
		return table.toString();
	}

	private static void row(final TextTable table, final String name, final double v, final double se, final double p) {
		table.row(name, TextTable.number(v), TextTable.number(se), TextTable.number(v - Z95 * se), TextTable.number(v + Z95 *
			se), TextTable.p(p));
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.add("cuts", Json.numbers(cuts));
		o.add("nri", Json.number(result.nri()));
		o.add("nri_se", Json.number(result.nriError()));
		o.add("nri_p", Json.number(result.nriP()));
		o.add("nri_events", Json.number(result.events()));
		o.add("nri_nonevents", Json.number(result.nonEvents()));
		o.add("idi", Json.number(result.idi()));
		o.add("idi_se", Json.number(result.idiError()));
		o.add("idi_p", Json.number(result.idiP()));
		return o;
	}
}
