package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.TreatmentEffect;
import io.github.radiomicsnomogram.survival.report.Report;
import io.github.radiomicsnomogram.survival.report.ReportMap;
import io.github.radiomicsnomogram.survival.report.TreatmentEffectReport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Treatment effects in subgroups. */
@Command(name = "subgroup", description = {
	"Effect of a treatment in subgroups: hazard ratios, survival differences, test of interaction (R: coxph)." })
final class StatsSubgroup extends StatsTableVerb {

	@Mixin
	private StatsFollowUp followUp;

	@Option(names = "--treatment", required = true, paramLabel = "COLUMN[=VALUE]", description = {
		"1 or yes for the treated; or the value that means treatment." })
	private String treatment;

	@Option(names = "--groups", required = true, paramLabel = "COLUMNS", description = "Subgroups.")
	private String groups;

	@Option(names = "--at", paramLabel = "T", description = "Time of the survival differences.")
	private double at = Double.NaN;

	@Option(names = "--ties", paramLabel = "RULE", defaultValue = "efron", description = {
		"Tied deaths: efron (default), breslow, exact." })
	private String ties;

	@Override
	Report report(final Cohort cohort) {
		final Ties rule = choice(Ties.class, "--ties", ties);
		final Cohort whole = StatsCells.withFlag(followUp.in(cohort), treatment);
		final Map<String, Report> reports = new LinkedHashMap<>();
		for (final String group : StatsCells.expand(whole, groups, List.of())) {
			final List<String> used = new ArrayList<>(followUp.columns());
			used.add(treatment);
			used.add(group);
			final Cohort rows = StatsCells.complete(whole, used);
			final Factor f = StatsCells.factor(rows, group);
			if (f.levels().size() < 2) throw new InputException("Column '" + group + "' has only one value, '" + f.levels().get(
				0) + "': there are no subgroups.");
			// Without a horizon the differences are not shown; any time will do to compute them.
			final TreatmentEffect effect = TreatmentEffect.of(followUp.times(rows), rows.flags(treatment), f, Double.isNaN(at)
				? 0 : at, rule);
			reports.put(group, new TreatmentEffectReport(effect, at).omitting(cohort.size() - rows.size()));
		}
		return new ReportMap(reports);
	}
}
