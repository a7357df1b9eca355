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
	double[] brier, double integrated) implements Report
{

	@Override
	public String summary() {
		final TextTable table = new TextTable("times", "AUC", "cases", "controls", "Brier");
		for (int i = 0; i < areas.size(); i++) {
			final TimeDependentRoc a = areas.get(i);
			table.row(TextTable.general(a.time(), 4), TextTable.number(a.auc()), Integer.toString(a.cases()), Integer.toString(a
				.controls()), brier.length == 0 ? "" : TextTable.number(brier[i]));
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
			o.addProperty("n_case", a.cases());
			o.addProperty("n_control", a.controls());
			o.add("sum_w_case", Json.number(a.weight()));
			final JsonObject roc = new JsonObject();
			roc.add("threshold", Json.numbers(curves.get(i), TimeDependentRoc.Point::threshold));
			roc.add("tpr_marker_ge_threshold", Json.numbers(curves.get(i), TimeDependentRoc.Point::sensitivity));
			roc.add("fpr", Json.numbers(curves.get(i), TimeDependentRoc.Point::falsePositives));
			o.add("roc", roc);
			auc.add(o);
			if (brier.length > 0) {
				final JsonObject b = new JsonObject();
				b.add("times", Json.number(a.time()));
				b.add("Brier", Json.number(brier[i]));
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
