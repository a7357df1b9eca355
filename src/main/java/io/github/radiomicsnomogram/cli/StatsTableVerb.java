package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.report.Report;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Option;

/** A verb that reads a table of patients. */
abstract class StatsTableVerb extends StatsReportVerb {

	@Option(names = "--data", required = true, paramLabel = "CSV", description = {
		"Table with a header, one patient a row." })
	private Path data;

	@Option(names = "--where", paramLabel = "COLUMN=VALUE", description = {
		"Use these rows only, e.g. --where set=train, --where 'trt!=NA'. May be given several times." })
	private List<String> where = List.of();

	@Option(names = "--levels", paramLabel = "COLUMN=A,B,...", description = {
		"A factor's levels in order, the reference first (default: sorted). May be given several times." })
	private List<String> levels = List.of();

	/** Computes from the rows that the user chose. */
	abstract Report report(Cohort cohort);

	@Override
	final Report report() {
		return report(StatsCells.where(new Cohort(CsvTable.read(data), orders()), where));
	}

	private Map<String, List<String>> orders() {
		final Map<String, List<String>> orders = new HashMap<>();
		for (final String text : levels) {
			final int at = text.indexOf('=');
			if (at < 1) throw usage("--levels must be COLUMN=A,B,..., not '" + text + "'.");
			orders.put(text.substring(0, at), StatsCells.split(text.substring(at + 1)));
		}
		return orders;
	}
}
