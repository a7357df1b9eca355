package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.TimeDependentRoc;

import java.util.List;

/**
 * Time-dependent areas under the ROC curve, weighted for censoring, and Brier scores.
 *
 * @param areas one for each time
 * @param curves points of the curve of each time
 * @param brier Brier score at each time; empty for none
 * @param integrated integrated Brier score over the times; NaN for none
 */
public record TimeDependentRocReport(List<TimeDependentRoc> areas, List<List<TimeDependentRoc.Point>> curves,
	List<TimeDependentRoc.Brier> brier, double integrated) implements Report
{

	@Override
	public String summary() {
		final TextTable table = new TextTable("times", "AUC", "se", "lower .95", "upper .95", "cases", "controls", "Brier", "se");
		for (int i = 0; i < areas.size(); i++) {
			final TimeDependentRoc a = areas.get(i);
			table.row(TextTable.general(a.time(), 4), TextTable.number(a.auc()), TextTable.number(a.standardError(), 3),
				TextTable.number(a.lower()), TextTable.number(a.upper()), Integer.toString(a.cases()), Integer.toString(a
					.controls()), brier.isEmpty() ? "" : TextTable.number(brier.get(i).score()), brier.isEmpty() ? "" : TextTable
						.number(brier.get(i).standardError(), 3));
		}
		return table + (Double.isNaN(integrated) ? "" : "Integrated Brier score: " + TextTable.number(integrated) + "\n");
	}

	@Override
	public JsonObject json() {
		final JsonArray auc = new JsonArray(), scores = new JsonArray();
		for (int i = 0; i < areas.size(); i++) {
			final TimeDependentRoc a = areas.get(i);
			final JsonObject o = new JsonObject();
			o.add("t", Json.number(a.time()));
			o.add("auc", Json.number(a.auc()));
			o.add("se", Json.number(a.standardError()));
			o.add("lower", Json.number(a.lower()));
			o.add("upper", Json.number(a.upper()));
			o.addProperty("n_case", a.cases());
			o.addProperty("n_control", a.controls());
			o.add("sum_w_case", Json.number(a.weight()));
			final JsonObject roc = new JsonObject();
			roc.add("threshold", Json.numbers(curves.get(i), TimeDependentRoc.Point::threshold));
			roc.add("tpr_marker_ge_threshold", Json.numbers(curves.get(i), TimeDependentRoc.Point::sensitivity));
			roc.add("fpr", Json.numbers(curves.get(i), TimeDependentRoc.Point::falsePositives));
			o.add("roc", roc);
			auc.add(o);
			if (!brier.isEmpty()) {
				final JsonObject b = new JsonObject();
				b.add("times", Json.number(a.time()));
				b.add("Brier", Json.number(brier.get(i).score()));
				b.add("se", Json.number(brier.get(i).standardError()));
				b.add("lower", Json.number(brier.get(i).lower()));
				b.add("upper", Json.number(brier.get(i).upper()));
				scores.add(b);
			}
		}
		final JsonObject o = new JsonObject();
		o.add("auc", auc);
		o.add("brier", scores);
		o.add("integrated_brier", Json.number(integrated));
		return o;
	}
}
