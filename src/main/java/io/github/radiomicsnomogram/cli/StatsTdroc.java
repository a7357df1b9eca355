package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.TimeDependentRoc;
import io.github.radiomicsnomogram.survival.report.Report;
import io.github.radiomicsnomogram.survival.report.TimeDependentRocReport;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Time-dependent ROC curves. */
@Command(name = "tdroc", description = {
	"Time-dependent AUC (cumulative/dynamic) and Brier score, weighted for censoring (R: timeROC, riskRegression)." })
final class StatsTdroc extends StatsTableVerb {

	@Mixin
	private StatsMarker marker;

	@Option(names = "--at", required = true, paramLabel = "T,...", description = "Times.")
	private String at;

	@Option(names = "--risk", paramLabel = "COLUMN,...", description = {
		"Predicted risk by each of the times, for the Brier score (default: by the model of --covariates)." })
	private String risk;

	@Override
	Report report(final Cohort cohort) {
		final double[] times = StatsCells.numbers("--at", at);
		if (times.length == 0) throw usage("--at names no time.");
		final List<String> columns = risk == null ? List.of() : StatsCells.split(risk);
		if (risk != null && columns.size() != times.length) throw usage("--risk must name one column for each of the " +
			times.length + " times.");
		final Cohort used = StatsCells.complete(cohort, columns);
		final StatsMarker.Marked m = marker.in(used, this);
		final List<TimeDependentRoc> areas = Arrays.stream(times).mapToObj(t -> TimeDependentRoc.of(m.times(), m.marker(), t))
			.toList();
		final List<List<TimeDependentRoc.Point>> curves = Arrays.stream(times).mapToObj(t -> TimeDependentRoc.curve(m.times(),
			m.marker(), t)).toList();
		final double[][] risks = risk != null ? columns.stream().map(m.rows()::numeric).toArray(double[][]::new) : m
			.fit() != null ? Arrays.stream(times).mapToObj(m::risk).toArray(double[][]::new) : new double[0][];
		final List<TimeDependentRoc.Brier> brier = IntStream.range(0, risks.length).mapToObj(k -> TimeDependentRoc.brierScore(m
			.times(), risks[k], times[k])).toList();
		final double whole = brier.size() < 2 ? Double.NaN : TimeDependentRoc.integratedBrier(m.times(), risks, times);
		return new TimeDependentRocReport(areas, curves, brier, whole).omitting(cohort.size() - m.rows().size());
	}
}
