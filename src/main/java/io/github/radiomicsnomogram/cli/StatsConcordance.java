package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Concordance;
import io.github.radiomicsnomogram.survival.Concordance.TimeWeight;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.report.ConcordanceReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R's concordance. */
@Command(name = "concordance", description = {
	"Concordance of a marker or of a Cox model with survival, Harrell's and Uno's among them (R: concordance)." })
final class StatsConcordance extends StatsTableVerb {

	@Mixin
	private StatsMarker marker;

	@Option(names = "--ymax", paramLabel = "T", description = {
		"Also Harrell's and Uno's without the events after this time." })
	private double ymax = Double.NaN;

	@Override
	Report report(final Cohort cohort) {
		final StatsMarker.Marked m = marker.in(cohort, this);
		final SurvivalTimes times = m.times();
		final Map<String, Concordance> results = new LinkedHashMap<>();
		results.put("harrell", Concordance.of(times, m.marker()));
		final double all = Double.POSITIVE_INFINITY;
		results.put("S", Concordance.of(times, m.marker(), TimeWeight.S, all));
		results.put("S_over_G", Concordance.of(times, m.marker(), TimeWeight.S_OVER_G, all));
		results.put("uno_n_over_G2", Concordance.of(times, m.marker(), TimeWeight.N_OVER_G2, all));
		results.put("unweighted_I", Concordance.of(times, m.marker(), TimeWeight.I, all));
		if (!Double.isNaN(ymax)) {
			results.put("harrell_ymax", Concordance.of(times, m.marker(), TimeWeight.N, ymax));
			results.put("uno_ymax", Concordance.of(times, m.marker(), TimeWeight.N_OVER_G2, ymax));
		}
		return new ConcordanceReport(results, ymax, times.events(), m.omitted()).omitting(m.omitted());
	}
}
