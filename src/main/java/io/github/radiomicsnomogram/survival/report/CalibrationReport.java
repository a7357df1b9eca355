package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.BootstrapValidation;
import io.github.radiomicsnomogram.survival.BootstrapValidation.Indices;
import io.github.radiomicsnomogram.survival.Calibration;
import io.github.radiomicsnomogram.survival.Calibration.Group;

import java.util.List;

/**
 * Calibration of predicted survival at a time, as rms's calibrate and validate tell of it.
 *
 * @param calibration groups, slope, smooth curve
 * @param at the time
 * @param groupSize patients wanted in each group
 * @param predicted survival, patient by patient
 * @param validation of the model by bootstrap; null for none
 * @param seed of the bootstrap
 */
public record CalibrationReport(Calibration calibration, double at, int groupSize, double[] predicted,
	BootstrapValidation validation, long seed) implements Report
{

	private static final List<String> INDICES = List.of("Dxy", "R2", "Slope", "D", "U", "Q", "g");
	private static final List<String> COLUMNS = List.of("index.orig", "training", "test", "optimism", "index.corrected",
		"n");

	@Override
	public String summary() {
		final TextTable table = new TextTable("mean.predicted", "n", "events", "KM", "KM - predicted", "std.err of log KM");
		for (final Group g : calibration.groups())
			table.row(TextTable.number(g.predicted()), Integer.toString(g.n()), Integer.toString(g.events()), TextTable.number(g
				.observed()), TextTable.number(g.observed() - g.predicted()), TextTable.number(g.logError()));
		final StringBuilder text = new StringBuilder("Survival at " + TextTable.general(at, 4) + "\n" + table);
		text.append("\nCalibration slope: ").append(TextTable.number(calibration.slope())).append("  (se = ").append(TextTable
			.number(calibration.slopeError(), 3)).append(" )\nObserved / expected risk: ").append(TextTable.number(calibration
				.observedToExpected())).append("\nIntegrated calibration index: ").append(TextTable.number(calibration.ici()))
			.append('\n');
		if (validation == null) return text.toString();
		final TextTable indices = new TextTable("", "index.orig", "training", "test", "optimism", "index.corrected", "n");
		final double[][] v = indices();
		for (int i = 0; i < v.length; i++)
			indices.row(INDICES.get(i), TextTable.number(v[i][0]), TextTable.number(v[i][1]), TextTable.number(v[i][2]), TextTable
				.number(v[i][3]), TextTable.number(v[i][4]), TextTable.general(v[i][5], 4));
		return text.append("\nBootstrap, seed ").append(seed).append('\n').append(indices).toString();
	}

	private static double[] values(final Indices i) {
		return new double[] { i.dxy(), i.r2(), i.slope(), i.d(), i.u(), i.q(), i.g() };
	}

	private double[][] indices() {
		final double[][] columns = { values(validation.apparent()), values(validation.training()), values(validation.test()),
			values(validation.optimism()), values(validation.corrected()) };
		final double[][] rows = new double[INDICES.size()][COLUMNS.size()];
		for (int i = 0; i < rows.length; i++) {
			for (int k = 0; k < columns.length; k++)
				rows[i][k] = columns[k][i];
			rows[i][columns.length] = validation.samples();
		}
		return rows;
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.add("u", Json.number(at));
		o.addProperty("m", groupSize);
		o.add("predicted", Json.numbers(predicted));
		o.add("cuts_of_quantile_c_0_1_pred", Json.numbers(Calibration.cuts(predicted, groupSize)));
		final List<Group> groups = calibration.groups();
		final JsonObject g = new JsonObject();
		g.add("mean_predicted", Json.numbers(groups, Group::predicted));
		g.add("n", Json.numbers(groups, Group::n));
		g.add("events", Json.numbers(groups, Group::events));
		g.add("km", Json.numbers(groups, Group::observed));
		g.add("std_err_of_log_km", Json.numbers(groups, Group::logError));
		o.add("apparent_groups", g);
		o.add("slope", Json.number(calibration.slope()));
		o.add("slope_se", Json.number(calibration.slopeError()));
		o.add("observed_to_expected", Json.number(calibration.observedToExpected()));
		o.add("ici", Json.number(calibration.ici()));
		final JsonObject smooth = new JsonObject();
		smooth.add("predicted", Json.numbers(calibration.smooth(), Calibration.Point::predicted));
		smooth.add("observed", Json.numbers(calibration.smooth(), Calibration.Point::observed));
		o.add("smooth", smooth);
		if (validation == null) return o;
		o.addProperty("B", validation.samples());
		o.addProperty("seed", seed);
		o.add("validate", Json.matrix(INDICES, COLUMNS, indices()));
		return o;
	}
}
