package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.report.AdjustedPReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.List;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** R's p.adjust. */
@Command(name = "padjust", description = {
	"Corrects P values for their number: Benjamini-Hochberg, Holm, Bonferroni (R: p.adjust)." })
final class StatsPadjust extends StatsTableVerb {

	@Option(names = "--p", required = true, paramLabel = "COLUMN", description = {
		"P values; missing ones stay missing and don't count." })
	private String column;

	@Option(names = "--name", paramLabel = "COLUMN", description = "Names of the tests (default: row numbers).")
	private String name;

	@Override
	Report report(final Cohort cohort) {
		final double[] p = cohort.numeric(column);
		for (int i = 0; i < p.length; i++)
			if (p[i] < 0 || p[i] > 1) throw new InputException("Table '" + cohort.table().name() + "', row " + (i + 1) +
				", column '" + column + "': " + p[i] + " is not a P value.");
		final List<String> names = name == null ? IntStream.rangeClosed(1, p.length).mapToObj(Integer::toString).toList()
			: cohort.table().cells(name);
		return new AdjustedPReport(names, p);
	}
}
