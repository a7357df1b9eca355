package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.ConfidenceType;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.SurvivalEstimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Kaplan-Meier curves as R's survfit prints them, with restricted mean, median and survival at chosen times.
 *
 * @param groups names such as sex=1; empty for a single curve of all patients
 * @param curves one for each group, or one
 * @param times at which survival is wanted; may be empty
 * @param type of the intervals that are printed; the JSON has all three
 * @param limit of the restricted mean; NaN for the last time of all curves, as R does
 * @param logRank comparison of the groups; null for none
 */
public record KaplanMeierReport(List<String> groups, List<KaplanMeier> curves, double[] times, ConfidenceType type,
	double limit, LogRankReport logRank) implements Report
{

	private static final List<String> TABLE = List.of("records", "n.max", "n.start", "events", "rmean", "se(rmean)",
		"median", "0.95LCL", "0.95UCL");

	public KaplanMeierReport {
		groups = List.copyOf(groups);
		curves = List.copyOf(curves);
		times = times.clone();
	}

	private String name(final int curve) {
		return groups.isEmpty() ? "" : groups.get(curve);
	}

	private double upperLimit() {
		return Double.isNaN(limit) ? curves.stream().flatMapToDouble(c -> Arrays.stream(c.times())).max().orElse(Double.NaN)
			: limit;
	}

	@Override
	public String summary() {
		final TextTable table = new TextTable("", "n", "events", "rmean*", "se(rmean)", "median", "0.95LCL", "0.95UCL");
		for (int g = 0; g < curves.size(); g++) {
			final double[] v = tableRow(curves.get(g), type);
			table.row(name(g), TextTable.general(v[0], 3), TextTable.general(v[3], 3), TextTable.general(v[4], 4), TextTable
				.general(v[5], 3), TextTable.general(v[6], 4), TextTable.general(v[7], 4), TextTable.general(v[8], 4));
		}
		final StringBuilder text = new StringBuilder(table.toString());
		text.append("    * restricted mean with upper limit =  ").append(TextTable.general(upperLimit(), 4)).append('\n');
		for (int g = 0; times.length > 0 && g < curves.size(); g++)
			text.append('\n').append(groups.isEmpty() ? "" : "                " + name(g) + " \n").append(atTimes(curves.get(
				g)));
		if (logRank != null) text.append('\n').append(logRank.summary());
		return text.toString();
	}

	private TextTable atTimes(final KaplanMeier curve) {
		final TextTable table = new TextTable(" time", "n.risk", "n.event", "survival", "std.err", "lower 95% CI",
			"upper 95% CI");
		double before = Double.NEGATIVE_INFINITY;
		for (final double t : times) {
			final double from = before;
			final int events = IntStream.range(0, curve.times().length).filter(i -> curve.times()[i] > from && curve
				.times()[i] <= t).map(i -> curve.events()[i]).sum();
			final SurvivalEstimate s = curve.at(t, type);
			table.row(" " + TextTable.general(t, 4), Integer.toString(curve.atRiskAt(t)), Integer.toString(events), TextTable
				.general(s.survival(), 3), TextTable.number(s.standardError(), 3), TextTable.general(s.lower(), 3), TextTable
					.general(s.upper(), 3));
			before = t;
		}
		return table;
	}

	private double[] tableRow(final KaplanMeier c, final ConfidenceType interval) {
		final double[] mean = c.restrictedMean(upperLimit()), median = c.medianInterval(interval);
		return new double[] { c.n(), c.n(), c.n(), c.totalEvents(), mean[0], mean[1], c.median(), median[0], median[1] };
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.add("curve", curve());
		final JsonObject at = new JsonObject();
		for (final ConfidenceType t : ConfidenceType.values())
			at.add(t.key(), at(t));
		o.add("at_times", at);
		o.add("rmean_upper_limit", Json.number(upperLimit()));
		if (logRank != null) o.add("logrank", logRank.json());
		return o;
	}

	private JsonObject curve() {
		final JsonObject o = new JsonObject();
		o.add("time", all(KaplanMeier::times));
		o.add("n_risk", all(c -> doubles(c.atRisk())));
		o.add("n_event", all(c -> doubles(c.events())));
		o.add("n_censor", all(c -> doubles(c.censored())));
		o.add("surv", all(KaplanMeier::survival));
		o.add("std_err_of_logsurv", all(KaplanMeier::standardErrorOfLog));
		o.add("cumhaz", all(KaplanMeier::cumulativeHazard));
		o.add("strata_sizes", groups.isEmpty() ? JsonNull.INSTANCE : Json.named(groups, g -> curves.get(g)
			.times().length));
		return o;
	}

	private JsonArray all(final Function<KaplanMeier, double[]> values) {
		final JsonArray array = new JsonArray();
		curves.forEach(c -> array.addAll(Json.numbers(values.apply(c))));
		return array;
	}

	private static double[] doubles(final int[] v) {
		return Arrays.stream(v).asDoubleStream().toArray();
	}

	private JsonObject at(final ConfidenceType interval) {
		final JsonObject o = new JsonObject();
		o.add("time", all(c -> times));
		if (groups.isEmpty()) o.add("strata", JsonNull.INSTANCE);
		else o.add("strata", Json.texts(groups.stream().flatMap(g -> Arrays.stream(times).mapToObj(t -> g)).toList()));
		o.add("n_risk", all(c -> Arrays.stream(times).map(c::atRiskAt).toArray()));
		o.add("surv", estimates(interval, SurvivalEstimate::survival));
		o.add("std_err_of_surv", estimates(interval, SurvivalEstimate::standardError));
		o.add("lower95", estimates(interval, SurvivalEstimate::lower));
		o.add("upper95", estimates(interval, SurvivalEstimate::upper));
		final JsonObject table = Json.matrix(groups, TABLE, curves.stream().map(c -> tableRow(c, interval)).toArray(
			double[][]::new));
		if (groups.isEmpty()) table.add("rows", JsonNull.INSTANCE);
		o.add("table", table);
		return o;
	}

	private JsonArray estimates(final ConfidenceType interval, final ToDoubleFunction<SurvivalEstimate> value) {
		return all(c -> Arrays.stream(times).mapToObj(t -> c.at(t, interval)).mapToDouble(value).toArray());
	}
}
