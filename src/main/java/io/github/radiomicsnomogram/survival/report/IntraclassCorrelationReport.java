package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.IntraclassCorrelation;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation.Estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Intraclass correlations of one or several measurements. The JSON of one is an object of its numbers; that of several
 * is a data frame: an object of columns, the first being "feature".
 *
 * @param results by name
 * @param subjects number of subjects
 * @param raters number of measurements of each
 */
public record IntraclassCorrelationReport(Map<String, IntraclassCorrelation> results, int subjects, int raters)
	implements Report
{

	public IntraclassCorrelationReport {
		results = new LinkedHashMap<>(results);
	}

	@Override
	public String summary() {
		final String head = " Number of subjects = " + subjects + "     Number of raters = " + raters + "\n";
		return head + (results.size() == 1 ? single(results.values().iterator().next()) : many());
	}

	/** As psych's ICC prints one measurement. */
	private TextTable single(final IntraclassCorrelation c) {
		final TextTable table = new TextTable("", "type", "ICC", "F", "df1", "df2", "p", "lower bound", "upper bound");
		final int within = subjects * (raters - 1), residual = (subjects - 1) * (raters - 1);
		row(table, "Single_raters_absolute", "ICC1", c.oneWay(), c.f1(), within, c.p1());
		row(table, "Single_random_raters", "ICC2", c.agreement(), c.f3(), residual, c.p3());
		row(table, "Single_fixed_raters", "ICC3", c.consistency(), c.f3(), residual, c.p3());
		row(table, "Average_raters_absolute", "ICC1k", c.oneWayMeanInterval(raters), c.f1(), within, c.p1());
		row(table, "Average_random_raters", "ICC2k", c.agreementMeanInterval(raters), c.f3(), residual, c.p3());
		row(table, "Average_fixed_raters", "ICC3k", c.consistencyMeanInterval(raters), c.f3(), residual, c.p3());
		return table;
	}

	private void row(final TextTable table, final String name, final String type, final Estimate e, final double f,
		final int df2, final double p)
	{
		table.row(name, type, number(e.value()), TextTable.number(f), Integer.toString(subjects - 1), Integer.toString(df2),
			TextTable.p(p), number(e.lower()), number(e.upper()));
	}

	private TextTable many() {
		final TextTable table = new TextTable("", "ICC(1,1)", "ICC(2,1)", "lower .95", "upper .95", "ICC(3,1)", "lower .95",
			"upper .95", "ICC(2,k)", "p");
		results.forEach((name, c) -> table.row(name, number(c.oneWay().value()), number(c.agreement().value()), number(c
			.agreement().lower()), number(c.agreement().upper()), number(c.consistency().value()), number(c.consistency()
				.lower()), number(c.consistency().upper()), number(c.agreementMean()), TextTable.p(c.p3())));
		return table;
	}

	private static String number(final double v) {
		return TextTable.fixed(v, 3);
	}

	@Override
	public JsonObject json() {
		final List<JsonObject> all = new ArrayList<>();
		results.values().forEach(c -> all.add(json(c)));
		if (all.size() == 1) return all.get(0);
		final JsonObject columns = new JsonObject();
		columns.add("feature", Json.texts(List.copyOf(results.keySet())));
		for (final String key : all.get(0).keySet()) {
			final JsonArray column = new JsonArray();
			all.forEach(o -> column.add(o.get(key)));
			columns.add(key, column);
		}
		return columns;
	}

	private JsonObject json(final IntraclassCorrelation c) {
		final JsonObject o = new JsonObject();
		add(o, "icc11", c.oneWay());
		add(o, "icc21", c.agreement());
		add(o, "icc31", c.consistency());
		add(o, "icc1k", c.oneWayMeanInterval(raters));
		add(o, "icc2k", c.agreementMeanInterval(raters));
		add(o, "icc3k", c.consistencyMeanInterval(raters));
		o.add("F1", Json.number(c.f1()));
		o.add("p1", Json.number(c.p1()));
		o.add("F3", Json.number(c.f3()));
		o.add("p3", Json.number(c.p3()));
		o.add("MSR", Json.number(c.meanSquares().subjects()));
		o.add("MSC", Json.number(c.meanSquares().raters()));
		o.add("MSE", Json.number(c.meanSquares().residual()));
		o.add("MSW", Json.number(c.meanSquares().within()));
		return o;
	}

	private static void add(final JsonObject o, final String key, final Estimate e) {
		o.add(key, Json.number(e.value()));
		o.add(key + "_lo", Json.number(e.lower()));
		o.add(key + "_hi", Json.number(e.upper()));
	}
}
