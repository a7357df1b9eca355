package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.io.ResultFolder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What all reports share: figures, tables and the page go into one folder, which appears whole or not at all. */
final class ReportFiles {

	/** Name of the page. */
	static final String PAGE = "report.html";

	private ReportFiles() {}

	/**
	 * Writes a folder.
	 *
	 * @param figures drawn into the folder figures
	 * @param files other files by name
	 * @param page fills the page; gets the figures that were not put anywhere else at its end, and what could not be written
	 */
	static void write(final Path folder, final List<ReportFigure> figures, final Map<String, String> files,
		final Progress progress, final BiConsumer<FigureBox, Optional<String>> page, final Page into)
	{
		try (ResultFolder out = new ResultFolder(folder)) {
			progress.check();
			final Optional<String> lacking = ReportFigures.write(figures, out, progress);
			files.forEach((name, text) -> AtomicFiles.writeText(out.file(name), text));
			progress.check();
			page.accept(new FigureBox(figures), lacking);
			AtomicFiles.writeText(out.file(PAGE), into.html());
			progress.check();
			out.finish();
		}
		progress.update(1, "Done");
	}

	/** Checks a name that users gave: it stays in the folder. */
	static Map<String, String> named(final Map<String, String> files) {
		files.keySet().forEach(name -> {
			if (name.isBlank() || name.startsWith(".") || name.contains("/") || name.contains("\\")) throw new InputException(
				"'" + name + "' can't be the name of a file of a report.");
		});
		return new LinkedHashMap<>(files);
	}

	/** SHA-256 of each file's text, to see later whether one was changed. */
	static Table hashes(final Map<String, String> files) {
		final Table table = new Table("Files of this folder with the SHA-256 of their content.", true, "File", "SHA-256");
		files.forEach((name, text) -> table.row(name, Digests.sha256(text)));
		return table;
	}
}
