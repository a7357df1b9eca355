package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.RocCurve.Direction;
import io.github.radiomicsnomogram.survival.report.Report;
import io.github.radiomicsnomogram.survival.report.RocReport;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** pROC's roc. */
@Command(name = "roc", description = {
	"ROC curve, DeLong's interval, best cut-offs; DeLong's test of two scores (R: pROC's roc, ci.auc, coords, roc.test)." })
final class StatsRoc extends StatsTableVerb {

	@Mixin
	private StatsOutcome outcome;

	@Option(names = "--score", required = true, paramLabel = "COLUMN", description = "Score.")
	private String score;

	@Option(names = "--score2", paramLabel = "COLUMN", description = "Another score, to be compared with the first.")
	private String other;

	@Option(names = "--cuts", paramLabel = "C,...", description = "Thresholds that are wanted.")
	private String cuts = "";

	@Option(names = "--direction", paramLabel = "D", defaultValue = "larger", description = {
		"Which scores mean cases: larger (default), smaller, or auto by the medians." })
	private String direction;

	@Override
	Report report(final Cohort cohort) {
		final Direction way = direction.equals("auto") ? null : choice(Direction.class, "--direction", direction);
		final double[] at = StatsCells.numbers("--cuts", cuts);
		final StatsOutcome.Known known = outcome.in(cohort, other == null ? List.of(score) : List.of(score, other), this);
		final RocCurve auto = RocCurve.ofMedians(known.cases(), known.rows().numeric(score));
		final RocCurve second = other == null ? null : curve(known, other, way);
		return new RocReport(curve(known, score, way), auto.direction(), at, second).omitting(known.omitted());
	}

	private static RocCurve curve(final StatsOutcome.Known known, final String column, final Direction way) {
		final double[] v = known.rows().numeric(column);
		return way == null ? RocCurve.ofMedians(known.cases(), v) : new RocCurve(known.cases(), v, way);
	}
}
