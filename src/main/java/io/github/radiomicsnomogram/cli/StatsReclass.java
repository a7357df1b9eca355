package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Reclassification;
import io.github.radiomicsnomogram.survival.report.ReclassificationReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** NRI and IDI. */
@Command(name = "reclass", description = {
	"Net reclassification and integrated discrimination improvement of a new risk over an old one." })
final class StatsReclass extends StatsTableVerb {

	@Mixin
	private StatsOutcome outcome;

	@Option(names = "--old", required = true, paramLabel = "COLUMN", description = "Risk by the old model.")
	private String before;

	@Option(names = "--new", required = true, paramLabel = "COLUMN", description = "Risk by the new model.")
	private String after;

	@Option(names = "--cuts", paramLabel = "R,...", description = {
		"Between risk categories (default: none, the category-free NRI)." })
	private String cuts = "";

	@Override
	Report report(final Cohort cohort) {
		final double[] between = StatsCells.numbers("--cuts", cuts);
		final StatsOutcome.Known k = outcome.in(cohort, List.of(before, after), this);
		int cases = 0;
		for (final boolean c : k.cases())
			if (c) cases++;
		if (cases < 2 || k.cases().length - cases < 2) throw new InputException("Reclassification needs 2 or more cases and controls; there are " +
			cases + " and " + (k.cases().length - cases) + ".");
		return new ReclassificationReport(Reclassification.of(k.cases(), k.rows().numeric(before), k.rows().numeric(after),
			between), between).omitting(k.omitted());
	}
}
