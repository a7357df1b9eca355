package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.study.Replication;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The replication of the published study as a folder: report.html, replication.csv, replication.md. */
public final class ReplicationReport {

	private static final double SAME = 1e-5;

	private ReplicationReport() {}

	/**
	 * Writes the table: paper, R on the same data, this software.
	 *
	 * @param folder appears whole or not at all; files of the same names in one that is there are replaced
	 * @return names of the files
	 * @throws io.github.radiomicsnomogram.InputException if the folder can't be written
	 * @throws java.util.concurrent.CancellationException if the caller stopped it; nothing is left
	 */
	public static List<String> write(final Replication replication, final Path folder, final Progress progress) {
		final Map<String, String> files = new LinkedHashMap<>();
		files.put("replication.csv", replication.csv());
		files.put("replication.md", replication.markdown());
		final Page page = new Page("Replication of Zhang et al. 2021", List.of(
			"Frontiers in Oncology 2021, doi:10.3389/fonc.2020.523327"));
		ReportFiles.write(folder, List.of(), files, progress, (figures, lacking) -> fill(page, replication, files), page);
		return List.of(ReportFiles.PAGE, "replication.csv", "replication.md");
	}

	private static void fill(final Page page, final Replication replication, final Map<String, String> files) {
		page.section("result", "Paper, R, this software", p -> {
			page.paragraph(replication.agreement());
			page.table(table(replication));
		});
		page.section("files", "Files", p -> page.table(ReportFiles.hashes(files)));
	}

	private static Table table(final Replication replication) {
		final Table table = new Table("Each published figure, R's on the simulated patients, and this software's on the same.",
			true, "Figure", "Paper", "R, same data", "Ours", "Ours equals R", "Note");
		String part = "";
		for (final Replication.Row row : replication.rows()) {
			if (!row.part().equals(part)) table.group(row.part());
			part = row.part();
			table.row(row.figure(), number(row.paper()), number(row.r()), number(row.ours()), Double.isNaN(row.r()) ? ""
				: isSame(row) ? "yes" : "no", row.note());
		}
		return table;
	}

	private static boolean isSame(final Replication.Row row) {
		return Math.abs(row.r() - row.ours()) <= SAME * Math.max(Math.abs(row.r()), 1e-12);
	}

	private static String number(final double v) {
		if (Double.isNaN(v)) return "";
		return v == Math.rint(v) && Math.abs(v) < 1e6 ? Numbers.fixed(v, 0) : Numbers.significant(v, 4);
	}
}
