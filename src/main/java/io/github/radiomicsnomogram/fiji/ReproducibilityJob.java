package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.report.ReproducibilityReport;
import io.github.radiomicsnomogram.study.Reproducibility;
import io.github.radiomicsnomogram.study.Reproducibility.Measurement;

import java.nio.file.Path;
import java.util.List;

/** Reproducibility of features, once, for every way into it. Shows nothing; what to show is up to {@link StudyView}. */
public final class ReproducibilityJob {

	private ReproducibilityJob() {}

	/**
	 * Compares repeated extractions, and writes the report.
	 *
	 * @throws InputException if something can't be used; the message says what and what to do
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public static ReproducibilityResult run(final ReproducibilityOptions o, final Progress progress) {
		final double threshold = TableFiles.number(o.threshold(), ReproducibilityOptions.THRESHOLD, -1, 1);
		final List<String> suffixes = ValueList.words(o.suffix()), features = ValueList.words(o.features());
		if (suffixes.size() == 1) throw new InputException("One suffix (" + ReproducibilityOptions.SUFFIX +
			") is one measurement; give two or more, _r1,_r2.");
		final Path folder = TableFiles.folder(o.folder(), ReproducibilityOptions.FOLDER);
		final List<CsvTable> tables = TableFiles.read(ReproducibilityOptions.DATA, o.data(), o.second());
		if (tables.size() > 1 && !(o.reader().isBlank() && o.session().isBlank() && suffixes.isEmpty()))
			throw new InputException("Several tables are one measurement each; leave reader, session and suffix empty, or give " +
				"a single table.");
		ResultFolder.requireWritable(folder);
		progress.update(0, "Comparing measurements");
		final Reproducibility result = Reproducibility.of(measurements(o, tables, suffixes, features), Reproducibility.bases(
			tables.get(0), suffixes.isEmpty() ? List.of("") : suffixes, features), threshold);
		progress.check();
		return new ReproducibilityResult(result, folder, ReproducibilityReport.write(result, folder, new ProgressSpan(
			progress, 0.5, 1)));
	}

	private static List<Measurement> measurements(final ReproducibilityOptions o, final List<CsvTable> tables,
		final List<String> suffixes, final List<String> features)
	{
		final String subject = o.subject().trim();
		if (tables.size() > 1) return Reproducibility.ofTables(tables, subject, features);
		return suffixes.isEmpty() ? Reproducibility.ofLong(tables.get(0), subject, o.reader().trim(), o.session().trim(),
			features) : Reproducibility.ofWide(tables.get(0), subject, suffixes, features);
	}
}
