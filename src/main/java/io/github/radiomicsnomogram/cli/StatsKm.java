package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.ConfidenceType;
import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.LogRank;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.report.KaplanMeierReport;
import io.github.radiomicsnomogram.survival.report.LogRankReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R's survfit and survdiff. */
@Command(name = "km", description = {
	"Kaplan-Meier curves, median, restricted mean, and log-rank test of groups (R: survfit, survdiff)." })
final class StatsKm extends StatsTableVerb {

	@Mixin
	private StatsFollowUp followUp;

	@Option(names = "--group", paramLabel = "COLUMN", description = "One curve for each value of this column.")
	private String group;

	@Option(names = "--at", paramLabel = "T,...", description = "Times at which survival is wanted.")
	private String at = "";

	@Option(names = "--conf-type", paramLabel = "SCALE", defaultValue = "log", description = {
		"Intervals that are shown: log (default), log-log, plain. The JSON has all." })
	private String type;

	@Option(names = "--rmean", paramLabel = "T", description = {
		"Upper limit of the restricted mean (default: the last time of all curves)." })
	private double limit = Double.NaN;

	@Option(names = "--rho", paramLabel = "R", defaultValue = "0", description = {
		"Weight of early times in the test: 0 log-rank (default), 1 Peto and Peto." })
	private double rho;

	@Option(names = "--strata", paramLabel = "COLUMN", description = "Stratify the test by this column.")
	private String strata;

	@Override
	Report report(final Cohort cohort) {
		if (strata != null && group == null) throw usage("--strata belongs to --group.");
		final ConfidenceType scale = choice(ConfidenceType.class, "--conf-type", type);
		final double[] times = StatsCells.numbers("--at", at);
		final List<String> used = new ArrayList<>(followUp.columns());
		if (group != null) used.add(group);
		final Cohort whole = followUp.in(cohort), complete = StatsCells.complete(whole, used);
		final int omitted = cohort.size() - complete.size();
		final SurvivalTimes all = followUp.times(complete);
		if (group == null) return new KaplanMeierReport(List.of(), List.of(new KaplanMeier(all)), times, scale, limit, null)
			.omitting(omitted);
		final Factor f = StatsCells.factor(complete, group);
		final int[] codes = f.codes();
		final List<KaplanMeier> curves = IntStream.range(0, f.levels().size()).mapToObj(g -> new KaplanMeier(all.rows(
			IntStream.range(0, codes.length).filter(i -> codes[i] == g).toArray()))).toList();
		return new KaplanMeierReport(names(f), curves, times, scale, limit, test(whole)).omitting(omitted);
	}

	/** Among those whose stratum is known; null for a single group. */
	private LogRankReport test(final Cohort whole) {
		final List<String> used = new ArrayList<>(followUp.columns());
		used.add(group);
		if (strata != null) used.add(strata);
		final Cohort complete = StatsCells.complete(whole, used);
		final Factor f = StatsCells.factor(complete, group);
		if (f.levels().size() < 2) {
			warn("There is only 1 group: nothing to compare.");
			return null;
		}
		return new LogRankReport(names(f), LogRank.of(followUp.times(complete), f.codes(), strata == null ? null : complete
			.factor(strata).codes(), rho));
	}

	private List<String> names(final Factor f) {
		return f.levels().stream().map(l -> group + "=" + l).toList();
	}
}
