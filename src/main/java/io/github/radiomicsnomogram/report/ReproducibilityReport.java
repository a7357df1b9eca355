package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.study.Reproducibility;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repeatability of features as a folder: report.html, a figure for each comparison, reproducibility.csv, details.csv. */
public final class ReproducibilityReport {

	private static final String METHODS = "ICC(2,1): two-way random effects, single measurement, absolute agreement (Shrout " +
		"and Fleiss 1979, doi:10.1037/0033-2909.86.2.420; psych::ICC in R). A feature counts as repeatable if its smallest value " +
		"of all comparisons reaches the threshold.";

	private final Reproducibility result;
	private final Page page = new Page("Repeatability of radiomics features", List.of());
	private final Map<String, String> files = new LinkedHashMap<>();

	private ReproducibilityReport(final Reproducibility result) {
		this.result = result;
		files.put("reproducibility.csv", result.table());
		files.put("details.csv", result.details());
	}

	/**
	 * Writes a measurement of repeatability.
	 *
	 * @param folder appears whole or not at all; files of the same names in one that is there are replaced
	 * @return names of the files, figures without
	 * @throws io.github.radiomicsnomogram.InputException if the folder can't be written
	 * @throws java.util.concurrent.CancellationException if the caller stopped it; nothing is left
	 */
	public static List<String> write(final Reproducibility result, final Path folder, final Progress progress) {
		final ReproducibilityReport report = new ReproducibilityReport(result);
		ReportFiles.write(folder, ReportFigures.of(result), report.files, progress, report::fill, report.page);
		final List<String> names = new ArrayList<>(List.of(ReportFiles.PAGE));
		names.addAll(report.files.keySet());
		return names;
	}

	private void fill(final FigureBox figures, final Optional<String> lacking) {
		page.section("result", "Result", p -> {
			page.paragraph(result.repeatable().size() + " of " + Numbers.count(result.worst().size(), "feature") +
				" have an ICC of " + Numbers.plain(result.threshold()) + " or more in every comparison. " + METHODS);
			final List<String> told = new ArrayList<>(result.warnings());
			lacking.ifPresent(told::add);
			page.items(told);
			page.table(comparisons());
			figures.put(page, "icc");
		});
		page.section("features", "Features", p -> page.table(features()));
		page.section("files", "Files", p -> page.table(ReportFiles.hashes(files)));
	}

	private Table comparisons() {
		final Table table = new Table("ICC(2,1) of all features in each comparison.", false, "Comparison", "Subjects", "Mean",
			"Smallest", "Median", "Largest", "At the threshold or above");
		for (final Reproducibility.Comparison c : result.comparisons()) {
			final double[] v = c.features().values().stream().mapToDouble(i -> i.agreement().value()).filter(x -> !Double.isNaN(
				x)).sorted().toArray();
			if (v.length == 0) continue;
			final double median = (v[(v.length - 1) / 2] + v[v.length / 2]) / 2;
			table.row(c.name(), Integer.toString(c.subjects()), Numbers.fixed(Arrays.stream(v).average().orElseThrow(), 3), Numbers
				.fixed(v[0], 3), Numbers.fixed(median, 3), Numbers.fixed(v[v.length - 1], 3), Arrays.stream(v).filter(x -> x >= result
					.threshold()).count() + " of " + c.features().size());
		}
		return table;
	}

	private Table features() {
		final List<String> header = new ArrayList<>(List.of("Feature"));
		result.comparisons().forEach(c -> header.add(c.name()));
		header.add("Repeatable");
		final Table table = new Table("ICC(2,1) of each feature (95% CI).", false, header.toArray(String[]::new));
		final List<String> good = result.repeatable();
		for (final String name : result.worst().keySet()) {
			final List<String> cells = new ArrayList<>(List.of(name));
			for (final Reproducibility.Comparison c : result.comparisons()) {
				final IntraclassCorrelation.Estimate e = c.features().get(name).agreement();
				cells.add(Numbers.interval(e.value(), e.lower(), e.upper(), 3));
			}
			cells.add(good.contains(name) ? "yes" : "no");
			table.row(cells);
		}
		return table;
	}
}
