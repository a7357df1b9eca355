package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.RocCurve.Best;
import io.github.radiomicsnomogram.survival.RocCurve.Direction;
import io.github.radiomicsnomogram.survival.RocCurve.Point;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A ROC curve as pROC's roc, ci.auc, coords and roc.test tell of it.
 *
 * @param curve of the score
 * @param medians direction that the medians suggest
 * @param cuts thresholds that are wanted; may be empty
 * @param limits a sensitivity and a specificity that are wanted at least; NaN for those that are not
 * @param other curve of another score of the same patients; null for none
 * @param groups curves of two groups of the patients, by name; empty for none
 */
public record RocReport(RocCurve curve, Direction medians, double[] cuts, double[] limits, RocCurve other,
	Map<String, RocCurve> groups) implements Report
{

	@Override
	public String summary() {
		final boolean larger = curve.direction() == Direction.LARGER;
		final double[] ci = curve.interval();
		final StringBuilder text = new StringBuilder(curve.controls() + " controls " + symbol(curve.direction()) + " " + curve
			.cases() + " cases: " + (larger ? "larger" : "smaller") + " scores mean cases.\n");
		text.append("Area under the curve: ").append(TextTable.number(curve.auc())).append("\n95% CI: ").append(TextTable
			.number(ci[0])).append('-').append(TextTable.number(ci[1])).append(" (DeLong)\n");
		if (medians != curve.direction()) text.append(
			"Warning: the medians of cases and controls suggest the other direction.\n");
		final TextTable table = new TextTable("", "threshold", "sensitivity", "specificity", "accuracy", "ppv", "npv", "tp",
			"fp", "tn", "fn");
		curve.best(Best.YOUDEN).forEach(p -> row(table, "Youden", p));
		curve.best(Best.CLOSEST_TOPLEFT).forEach(p -> row(table, "closest to the corner", p));
		for (final double c : cuts)
			row(table, "given", curve.at(c));
		if (!Double.isNaN(limits[0])) row(table, "sensitivity >= " + TextTable.general(limits[0], 3), curve
			.withSensitivity(limits[0]));
		if (!Double.isNaN(limits[1])) row(table, "specificity >= " + TextTable.general(limits[1], 3), curve
			.withSpecificity(limits[1]));
		text.append('\n').append(table);
		if (other != null) text.append('\n').append(comparison());
		if (!groups.isEmpty()) text.append('\n').append(groupComparison());
		return text.toString();
	}

	private String groupComparison() {
		final TextTable table = new TextTable("", "controls", "cases", "AUC", "lower .95", "upper .95");
		groups.forEach((name, g) -> table.row(name, Integer.toString(g.controls()), Integer.toString(g.cases()), TextTable
			.number(g.auc()), TextTable.number(g.interval()[0]), TextTable.number(g.interval()[1])));
		final RocCurve.Comparison c = unpaired();
		return "DeLong's test for two ROC curves\nD = " + TextTable.number(c.statistic(), 5) + ", df = " + TextTable.number(c
			.df(), 5) + ", p-value = " + TextTable.number(c.p()) + "\n95 percent confidence interval of the difference: " +
			TextTable.number(c.lower(), 5) + " " + TextTable.number(c.upper(), 5) + "\n" + table;
	}

	private RocCurve.Comparison unpaired() {
		final Iterator<RocCurve> two = groups.values().iterator();
		return two.next().compareUnpaired(two.next());
	}

	private String comparison() {
		final RocCurve.Comparison c = curve.comparePaired(other);
		return "DeLong's test for two correlated ROC curves\nZ = " + TextTable.number(c.statistic(), 5) + ", p-value = " +
			TextTable.number(c.p()) + "\n95 percent confidence interval of the difference: " + TextTable.number(c.lower(), 5) +
			" " + TextTable.number(c.upper(), 5) + "\nAUC of the scores: " + TextTable.number(curve.auc(), 7) + " " + TextTable
				.number(other.auc(), 7) + "\n";
	}

	private static void row(final TextTable table, final String name, final Point p) {
		table.row(name, TextTable.number(p.threshold()), TextTable.number(p.sensitivity()), TextTable.number(p
			.specificity()), TextTable.number(p.accuracy()), TextTable.number(p.ppv()), TextTable.number(p.npv()), Integer
				.toString(p.tp()), Integer.toString(p.fp()), Integer.toString(p.tn()), Integer.toString(p.fn()));
	}

	private static String symbol(final Direction d) {
		return d == Direction.LARGER ? "<" : ">";
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.addProperty("n", curve.cases() + curve.controls());
		o.addProperty("n_cases", curve.cases());
		o.add("auc", Json.number(curve.auc()));
		o.add("ci_delong", Json.numbers(curve.interval()));
		o.add("var_delong", Json.number(curve.variance()));
		o.add("best_youden", points(curve.best(Best.YOUDEN), true));
		o.add("best_closest_topleft", points(curve.best(Best.CLOSEST_TOPLEFT), true));
		o.add("curve", points(curve.points(), false));
		if (cuts.length > 0) o.add("at_cuts", points(Arrays.stream(cuts).mapToObj(curve::at).toList(), true));
		o.addProperty("direction", symbol(curve.direction()));
		o.addProperty("auto_direction", symbol(medians));
		if (!Double.isNaN(limits[0])) o.add("at_sensitivity", points(List.of(curve.withSensitivity(limits[0])), true));
		if (!Double.isNaN(limits[1])) o.add("at_specificity", points(List.of(curve.withSpecificity(limits[1])), true));
		if (other != null) o.add("delong_paired", comparisonJson());
		if (!groups.isEmpty()) o.add("delong_unpaired", unpairedJson());
		return o;
	}

	private JsonObject unpairedJson() {
		final RocCurve.Comparison c = unpaired();
		final JsonObject o = new JsonObject();
		o.add("d", Json.number(c.statistic()));
		o.add("df", Json.number(c.df()));
		o.add("p", Json.number(c.p()));
		o.add("ci_diff", Json.numbers(new double[] { c.lower(), c.upper() }));
		final JsonObject areas = new JsonObject();
		groups.forEach((name, g) -> {
			final JsonObject own = new JsonObject();
			own.addProperty("n", g.cases() + g.controls());
			own.addProperty("n_cases", g.cases());
			own.add("auc", Json.number(g.auc()));
			own.add("ci_delong", Json.numbers(g.interval()));
			areas.add(name, own);
		});
		o.add("groups", areas);
		return o;
	}

	private JsonObject comparisonJson() {
		final RocCurve.Comparison c = curve.comparePaired(other);
		final JsonObject o = new JsonObject();
		o.add("auc1", Json.number(curve.auc()));
		o.add("auc2", Json.number(other.auc()));
		o.add("z", Json.number(c.statistic()));
		o.add("p", Json.number(c.p()));
		o.add("ci_diff", Json.numbers(new double[] { c.lower(), c.upper() }));
		return o;
	}

	private static JsonObject points(final List<Point> points, final boolean all) {
		final JsonObject o = new JsonObject();
		o.add("threshold", Json.numbers(points, Point::threshold));
		o.add("sensitivity", Json.numbers(points, Point::sensitivity));
		o.add("specificity", Json.numbers(points, Point::specificity));
		if (!all) return o;
		o.add("accuracy", Json.numbers(points, Point::accuracy));
		o.add("ppv", Json.numbers(points, Point::ppv));
		o.add("npv", Json.numbers(points, Point::npv));
		o.add("tp", Json.numbers(points, Point::tp));
		o.add("fp", Json.numbers(points, Point::fp));
		o.add("tn", Json.numbers(points, Point::tn));
		o.add("fn", Json.numbers(points, Point::fn));
		return o;
	}
}
