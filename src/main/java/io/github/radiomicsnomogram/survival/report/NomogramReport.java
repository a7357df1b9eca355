package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.NomogramScale;
import io.github.radiomicsnomogram.survival.NomogramScale.Axis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A nomogram's axes as rms's nomogram prints them.
 *
 * @param scale the axes
 * @param fit the model
 * @param horizon of the survival axis
 * @param references first level of each factor, by term
 */
public record NomogramReport(NomogramScale scale, CoxFit fit, double horizon, Map<String, String> references)
	implements Report
{

	public NomogramReport {
		references = Map.copyOf(references);
	}

	private List<String> labels(final Axis axis) {
		if (!references.containsKey(axis.name())) return axis.values();
		return IntStream.range(0, axis.values().size()).mapToObj(i -> i == 0 ? references.get(axis.name())
			: axis.values().get(i)).toList();
	}

	@Override
	public String summary() {
		final StringBuilder text = new StringBuilder("Points per unit of linear predictor: " + TextTable.number(scale
			.pointsPerUnit(), 7) + "\nLinear predictor units per point: " + TextTable.number(1 / scale.pointsPerUnit(), 7) +
			"\n");
		for (final Axis axis : scale.axes()) {
			final TextTable table = new TextTable(axis.name(), "Points");
			final List<String> labels = labels(axis);
			for (int i = 0; i < labels.size(); i++)
				table.row(text(labels.get(i)), TextTable.fixed(axis.points()[i], 1));
			text.append('\n').append(table);
		}
		final TextTable total = new TextTable("Survival at " + TextTable.general(horizon, 4), "Total Points");
		for (final double s : scale.survivalTicks())
			total.row(TextTable.general(s, 3), TextTable.fixed(scale.totalPointsOfSurvival(s), 1));
		return text.append('\n').append(total).toString();
	}

	private static String text(final String label) {
		return label.endsWith(".0") ? label.substring(0, label.length() - 2) : label;
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.add("coef", Json.named(fit.names(), fit::coefficient));
		o.add("center", Json.number(scale.centre()));
		o.addProperty("n", fit.n());
		o.add("surv_units_time", Json.number(horizon));
		o.add("S0_at_t_centered", Json.number(scale.survival(scale.totalPoints(scale.centre()))));
		o.add("S0_at_t_lp_uncentered_zero", Json.number(scale.survival(scale.totalPoints(0))));
		o.add("points_per_lp", Json.number(scale.pointsPerUnit()));
		o.add("lp_at_zero_points", Json.number(scale.predictorAtZero()));
		o.add("range_xbeta", range());
		final JsonObject variables = new JsonObject();
		scale.axes().forEach(a -> variables.add(a.name(), axis(a)));
		o.add("variables", variables);
		final double[] total = scale.totalTicks(), patients = Arrays.stream(fit.linearPredictors()).map(scale::totalPoints)
			.toArray();
		o.add("total_points_axis", Json.numbers(total));
		o.add("lp_axis", pair("lp_centered", scale.predictorTicks(), Arrays.stream(scale.predictorTicks()).map(lp -> scale
			.totalPoints(lp + scale.centre())).toArray()));
		o.add("surv_axis", pair("surv", scale.survivalTicks(), Arrays.stream(scale.survivalTicks()).map(
			scale::totalPointsOfSurvival).toArray()));
		o.add("surv_at_total_points", Json.numbers(Arrays.stream(total).map(scale::survival).toArray()));
		o.add("total_points_of_patients", Json.numbers(patients));
		o.add("surv_of_patients", Json.numbers(Arrays.stream(patients).map(scale::survival).toArray()));
		return o;
	}

	private JsonObject range() {
		final List<Axis> axes = scale.axes();
		final JsonObject o = Json.matrix(List.of(), axes.stream().map(Axis::name).toList(), new double[][] { axes.stream()
			.mapToDouble(a -> Arrays.stream(a.effects()).min().orElseThrow()).toArray(), axes.stream().mapToDouble(a -> Arrays
				.stream(a.effects()).max().orElseThrow()).toArray() });
		o.add("rows", JsonNull.INSTANCE);
		return o;
	}

	private JsonObject axis(final Axis axis) {
		final JsonArray values = new JsonArray();
		labels(axis).forEach(v -> values.add(references.containsKey(axis.name()) ? new JsonPrimitive(v) : number(v)));
		final JsonObject o = new JsonObject();
		o.add("value", values);
		o.add("xbeta", Json.numbers(axis.effects()));
		o.add("points", Json.numbers(axis.points()));
		return o;
	}

	private static JsonElement number(final String v) {
		return Json.number(Double.parseDouble(v));
	}

	private static JsonObject pair(final String name, final double[] values, final double[] points) {
		final JsonObject o = new JsonObject();
		o.add(name, Json.numbers(values));
		o.add("total_points", Json.numbers(points));
		return o;
	}
}
