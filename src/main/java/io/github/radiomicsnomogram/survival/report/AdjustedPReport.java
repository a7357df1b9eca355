package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.PAdjust;

import java.util.List;

/**
 * P values corrected for their number, as R's p.adjust does.
 *
 * @param names of the tests
 * @param p values as they are
 */
public record AdjustedPReport(List<String> names, double[] p) implements Report {

	public AdjustedPReport {
		names = List.copyOf(names);
		p = p.clone();
	}

	@Override
	public String summary() {
		final double[] bh = PAdjust.BENJAMINI_HOCHBERG.adjust(p), holm = PAdjust.HOLM.adjust(p), bonferroni =
			PAdjust.BONFERRONI.adjust(p);
		final TextTable table = new TextTable("", "p", "BH", "holm", "bonferroni");
		for (int i = 0; i < p.length; i++)
			table.row(names.get(i), TextTable.p(p[i]), TextTable.p(bh[i]), TextTable.p(holm[i]), TextTable.p(bonferroni[i]));
		return table.toString();
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.add("name", Json.texts(names));
		o.add("p", Json.numbers(p));
		o.add("BH", Json.numbers(PAdjust.BENJAMINI_HOCHBERG.adjust(p)));
		o.add("holm", Json.numbers(PAdjust.HOLM.adjust(p)));
		o.add("bonferroni", Json.numbers(PAdjust.BONFERRONI.adjust(p)));
		return o;
	}
}
