package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.report.ReproducibilityReport;
import io.github.radiomicsnomogram.study.Reproducibility;
import io.github.radiomicsnomogram.study.Reproducibility.Measurement;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Intraclass correlations of repeated extractions. */
@Command(name = "reproducibility", description = { "Intraclass correlation of every feature from repeated extractions:" +
	" one long table, a wide one, or one table a measurement. Writes report.html, reproducibility.csv (for train --icc) and details.csv." })
final class ReproducibilityCommand extends Verb {

	@Option(names = "--data", required = true, paramLabel = "CSV", description = {
		"Table with a header; given several times, each table is one measurement of the same subjects." })
	private List<Path> data;

	@Option(names = "--subject", paramLabel = "COLUMN", defaultValue = "id", description = {
		"Who was measured (default: id)." })
	private String subject;

	@Option(names = "--reader", paramLabel = "COLUMN", defaultValue = "", description = "Long table: who drew the lesion.")
	private String reader;

	@Option(names = "--session", paramLabel = "COLUMN", defaultValue = "", description = {
		"Long table: in which session of the reader." })
	private String session;

	@Option(names = "--suffix", paramLabel = "SUFFIX", split = ",", description = {
		"Wide table: what follows a feature's name in the columns of each measurement, e.g. _r1,_r2." })
	private List<String> suffixes = List.of();

	@Option(names = "--features", paramLabel = "COLUMN", split = ",", defaultValue = "original_*", description = {
		"Columns or patterns (default: original_*)." })
	private List<String> features;

	@Option(names = "--threshold", paramLabel = "ICC", defaultValue = "0.75", description = {
		"Smallest ICC(2,1) of a repeatable feature (default: ${DEFAULT-VALUE})." })
	private double threshold;

	@Option(names = "--out", required = true, paramLabel = "FOLDER", description = {
		"Folder for the results; made if it is missing." })
	private Path out;

	@Override
	void execute() {
		if (!(threshold >= -1 && threshold <= 1)) throw usage("--threshold must be from -1 to 1, not " + threshold + ".");
		if (suffixes.size() == 1) throw usage("--suffix needs two suffixes or more.");
		if (data.size() > 1 && (!reader.isEmpty() || !session.isEmpty() || !suffixes.isEmpty())) throw usage(
			"Several tables are one measurement each; --reader, --session and --suffix are of a single table.");
		final List<CsvTable> tables = data.stream().map(CsvTable::read).toList();
		ResultFolder.requireWritable(out);
		final Reproducibility result = Reproducibility.of(measurements(tables), names(tables.get(0)), threshold);
		final List<String> files = write(result);
		result.warnings().forEach(this::warn);
		for (final Reproducibility.Comparison c : result.comparisons())
			out().print(line(c));
		out().println(result.repeatable().size() + " of " + result.worst().size() + " features reach " + threshold +
			" in every comparison. Written to " + out + ": figures, " + String.join(", ", files));
	}

	private List<String> write(final Reproducibility result) {
		try (Interrupt interrupt = interrupt()) {
			return ReproducibilityReport.write(result, out, interrupt);
		}
	}

	private List<Measurement> measurements(final List<CsvTable> tables) {
		if (tables.size() > 1) return Reproducibility.ofTables(tables, subject, features);
		return suffixes.isEmpty() ? Reproducibility.ofLong(tables.get(0), subject, reader, session, features)
			: Reproducibility.ofWide(tables.get(0), subject, suffixes, features);
	}

	private List<String> names(final CsvTable table) {
		return suffixes.isEmpty() ? Reproducibility.bases(table, List.of(""), features) : Reproducibility.bases(table, suffixes,
			features);
	}

	private static String line(final Reproducibility.Comparison c) {
		final double[] v = c.features().values().stream().mapToDouble(i -> i.agreement().value()).toArray();
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY, sum = 0;
		for (final double x : v) {
			min = Math.min(min, x);
			max = Math.max(max, x);
			sum += x;
		}
		return String.format(Locale.ROOT, "%s: %d subjects, ICC(2,1) mean %.3f, %.3f to %.3f%n", c.name(), c.subjects(), sum /
			v.length, min, max);
	}
}
