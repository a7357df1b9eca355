package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.RocCurve.Direction;
import io.github.radiomicsnomogram.survival.report.Report;
import io.github.radiomicsnomogram.survival.report.RocReport;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

	@Option(names = "--sensitivity", paramLabel = "S", description = {
		"Also the threshold with at least this sensitivity and the best specificity." })
	private double sensitivity = Double.NaN;

	@Option(names = "--specificity", paramLabel = "S", description = {
		"Also the threshold with at least this specificity and the best sensitivity." })
	private double specificity = Double.NaN;

	@Option(names = "--group", paramLabel = "COLUMN", description = {
		"Compare the score's curves of the two groups of this column, which share no patients." })
	private String group;

	@Option(names = "--direction", paramLabel = "D", defaultValue = "larger", description = {
		"Which scores mean cases: larger (default), smaller, or auto by the medians." })
	private String direction;

	@Override
	Report report(final Cohort cohort) {
		final Direction way = direction.equals("auto") ? null : choice(Direction.class, "--direction", direction);
		final double[] at = StatsCells.numbers("--cuts", cuts);
		for (final double limit : new double[] { sensitivity, specificity })
			if (limit < 0 || limit > 1) throw usage("--sensitivity and --specificity must lie between 0 and 1, not at " + limit +
				".");
		final List<String> used = Stream.of(score, other, group).filter(c -> c != null).toList();
		final StatsOutcome.Known known = outcome.in(cohort, used, this);
		final RocCurve auto = RocCurve.ofMedians(known.cases(), known.rows().numeric(score));
		final RocCurve second = other == null ? null : curve(known, other, way), first = curve(known, score, way);
		return new RocReport(first, auto.direction(), at, new double[] { sensitivity, specificity }, second, group == null
			? Map.of() : groups(known, first.direction())).omitting(known.omitted());
	}

	private static RocCurve curve(final StatsOutcome.Known known, final String column, final Direction way) {
		final double[] v = known.rows().numeric(column);
		return way == null ? RocCurve.ofMedians(known.cases(), v) : new RocCurve(known.cases(), v, way);
	}

	/** The curve of each of the two groups, in the same direction. */
	private Map<String, RocCurve> groups(final StatsOutcome.Known known, final Direction way) {
		final Factor f = StatsCells.factor(known.rows(), group);
		if (f.levels().size() != 2) throw new InputException("Column '" + group + "' has " + f.levels().size() +
			" values where 2 groups are wanted: " + String.join(", ", f.levels()) + ". Choose two with --where.");
		final double[] v = known.rows().numeric(score);
		final Map<String, RocCurve> curves = new LinkedHashMap<>();
		for (int g = 0; g < 2; g++) {
			final int code = g;
			final int[] rows = IntStream.range(0, v.length).filter(i -> f.codes()[i] == code).toArray();
			final boolean[] cases = new boolean[rows.length];
			for (int i = 0; i < rows.length; i++)
				cases[i] = known.cases()[rows[i]];
			curves.put(f.levels().get(g), new RocCurve(cases, Arrays.stream(rows).mapToDouble(i -> v[i]).toArray(), way));
		}
		return curves;
	}
}
