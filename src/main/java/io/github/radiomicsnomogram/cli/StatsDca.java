package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.DecisionCurve;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.report.DecisionCurveReport;
import io.github.radiomicsnomogram.survival.report.Report;
import io.github.radiomicsnomogram.survival.report.ReportMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Decision curves. */
@Command(name = "dca", description = {
	"Decision curve: net benefit of predicted risks, for survival by Kaplan-Meier (R: stdca, dcurves)." })
final class StatsDca extends StatsTableVerb {

	@Option(names = "--time", paramLabel = "COLUMN", description = "Follow-up times; with --event and --at.")
	private String time;

	@Option(names = "--event", paramLabel = "COLUMN[=VALUE]", description = "Events; with --time and --at.")
	private String event;

	@Option(names = "--at", paramLabel = "T", description = "Horizon of the risk.")
	private double at = Double.NaN;

	@Option(names = "--outcome", paramLabel = "COLUMN[=VALUE]", description = {
		"In place of follow-up: an outcome that is known of everybody." })
	private String outcome;

	@Option(names = "--risk", required = true, paramLabel = "COLUMN,...", description = {
		"Predicted risks, 0 to 1; several models may be given." })
	private String risk;

	@Option(names = "--thresholds", paramLabel = "FROM:TO:STEP", defaultValue = "0.01:0.99:0.01", description = {
		"Thresholds, or a list (default: 0.01:0.99:0.01)." })
	private String thresholds;

	@Option(names = "--or-equal", description = "Treat a risk that equals the threshold, as dcurves does; stdca doesn't.")
	private boolean orEqual;

	@Override
	Report report(final Cohort cohort) {
		final boolean follow = time != null && event != null && !Double.isNaN(at);
		if (outcome == null ? !follow : time != null || event != null) throw usage(
			"Give either --outcome or all of --time, --event and --at.");
		final double[] pt = StatsCells.numbers("--thresholds", thresholds);
		for (final double t : pt)
			if (!(t > 0 && t < 1)) throw usage("--thresholds must lie between 0 and 1, not at " + t + ".");
		final String flag = outcome == null ? event : outcome;
		final Cohort whole = StatsCells.withFlag(cohort, flag);
		final List<String> risks = StatsCells.expand(whole, risk, List.of(flag)), used = new ArrayList<>(risks);
		used.add(flag);
		if (outcome == null) used.add(time);
		final Cohort rows = StatsCells.complete(whole, used);
		final Map<String, Report> reports = new LinkedHashMap<>();
		for (final String column : risks)
			reports.put(column, new DecisionCurveReport(curve(rows, flag, risk(rows, column), pt)));
		final Report report = risks.size() == 1 ? reports.get(risks.get(0)) : new ReportMap(reports);
		return report.omitting(cohort.size() - rows.size());
	}

	private DecisionCurve curve(final Cohort rows, final String flag, final double[] predicted, final double[] pt) {
		if (outcome != null) return DecisionCurve.ofOutcome(rows.flags(flag), predicted, pt, orEqual);
		return DecisionCurve.of(new SurvivalTimes(rows.numeric(time), rows.flags(flag)), predicted, at, pt, orEqual);
	}

	private static double[] risk(final Cohort rows, final String column) {
		final double[] v = rows.numeric(column);
		for (int i = 0; i < v.length; i++)
			if (!(v[i] >= 0 && v[i] <= 1)) throw new InputException("Table '" + rows.table().name() + "', column '" + column +
				"': " + v[i] + " is not a risk between 0 and 1.");
		return v;
	}
}
