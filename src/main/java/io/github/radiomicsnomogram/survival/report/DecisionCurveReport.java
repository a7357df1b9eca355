package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.DecisionCurve;
import io.github.radiomicsnomogram.survival.DecisionCurve.Point;

import java.util.List;

/**
 * A decision curve.
 *
 * @param curve net benefit by threshold
 */
public record DecisionCurveReport(DecisionCurve curve) implements Report {

	@Override
	public String summary() {
		final TextTable table = new TextTable("threshold", "net benefit", "treat all", "treat none", "n positive",
			"risk in positive");
		for (final Point p : curve.points())
			table.row(TextTable.general(p.threshold(), 4), TextTable.number(p.netBenefit()), TextTable.number(p.treatAll()), "0",
				p.nTreated() + (p.reached() ? "" : "*"), TextTable.number(p.riskOfTreated()));
		final StringBuilder text = new StringBuilder(table.toString());
		if (curve.points().stream().anyMatch(p -> !p.reached())) text.append(
			"    * their follow-up ends before the horizon; the last known risk was taken\n");
		text.append("Risk of all: ").append(TextTable.number(curve.risk())).append('\n');
		if (curve.winning().isEmpty()) text.append("The model nowhere beats treating all and treating none.\n");
		for (final DecisionCurve.Range r : curve.winning())
			text.append("The model beats treating all and treating none for thresholds ").append(TextTable.general(r.from(), 4))
				.append(" to ").append(TextTable.general(r.to(), 4)).append('\n');
		return text.toString();
	}

	@Override
	public JsonObject json() {
		final List<Point> points = curve.points();
		final JsonObject o = new JsonObject();
		o.add("threshold", Json.numbers(points, Point::threshold));
		o.add("net_benefit", Json.numbers(points, Point::netBenefit));
		o.add("prop_positive", Json.numbers(points, Point::treated));
		o.add("km_risk_in_positive", Json.numbers(points, Point::riskOfTreated));
		o.add("n_positive", Json.numbers(points, p -> p.nTreated() == 0 ? Double.NaN : p.nTreated()));
		final JsonArray reached = new JsonArray();
		points.forEach(p -> reached.add(p.reached()));
		o.add("followup_reaches_t", reached);
		o.add("treat_all", Json.numbers(points, Point::treatAll));
		o.add("treat_none", Json.numbers(new double[points.size()]));
		o.add("overall_risk", Json.number(curve.risk()));
		final JsonArray wins = new JsonArray();
		curve.winning().forEach(r -> wins.add(Json.numbers(new double[] { r.from(), r.to() })));
		o.add("model_wins", wins);
		return o;
	}
}
