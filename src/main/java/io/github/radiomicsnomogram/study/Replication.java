package io.github.radiomicsnomogram.study;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.Digests;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The replication of Zhang et al. 2021 on the synthetic cohort that was simulated to the paper's figures: for every
 * published figure the paper's number, R's on the simulated patients, and this software's on the same.
 *
 * @param rows one a figure
 */
public record Replication(List<Row> rows) {

	/** SHA-256 of the simulated cohort that the project's reference data hold. */
	private static final String COHORT114 = "4eff43fcb8f09ea04afc53f04e73cac8e99f1334fc2ab9be52a4bca070330640";

	private static final String RESULTS_OF_R = "/io/github/radiomicsnomogram/studies/cohort114-r.json";

	/**
	 * One figure.
	 *
	 * @param part what was done: the published signature applied, or the paper's steps carried out anew
	 * @param figure in words
	 * @param paper published number; NaN if it is not comparable
	 * @param r R's number; NaN if it was not given
	 * @param ours this software's number
	 * @param note why the simulated cohort gives another number than the paper, where it does
	 */
	public record Row(String part, String figure, double paper, double r, double ours, String note) {}

	private static final double SAME = 1e-5;
	private static final double FAR = 0.1;

	public Replication {
		rows = List.copyOf(rows);
	}

	/** The built-in study with the folds that the cohort's table gives, so that R and this software share them. */
	public static StudyFile study() {
		final StudyFile file = StudyFile.builtIn("zhang-2021");
		final String text = file.text().replace("folds: 10,", "folds: 10, fold_column: foldid10,");
		if (text.equals(file.text())) throw new IllegalStateException("the built-in study has no folds: 10");
		return StudyFile.parse("zhang-2021.yaml with given folds", text);
	}

	/**
	 * R's results of the paper's steps on the simulated cohort, as src/test/scripts/study_golden.R wrote them.
	 *
	 * @param cohort text of the table
	 * @return the results; empty if it is another table
	 */
	public static JsonObject resultsOfR(final String cohort) {
		if (!Digests.sha256(cohort.replace("\r\n", "\n")).equals(COHORT114)) return new JsonObject();
		try (Reader in = new InputStreamReader(Replication.class.getResourceAsStream(RESULTS_OF_R), StandardCharsets.UTF_8)) {
			return JsonParser.parseReader(in).getAsJsonObject();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Carries out the complete study and compares.
	 *
	 * @param cohort the simulated table
	 * @param repeated table of repeated measurements, if there is one: columns patient, reader, session, features
	 * @param r R's results of the same, as src/test/scripts/study_golden.R writes them; an empty object for none
	 */
	public static Replication of(final CsvTable cohort, final Optional<CsvTable> repeated, final JsonObject r,
		final Progress progress)
	{
		final StudyResult result = Study.train(List.of(cohort), Optional.empty(), study(), progress);
		final List<Row> rows = new ArrayList<>(new PublishedFigures(cohort, repeated, r).rows());
		rows.addAll(new RetrainedFigures(result, r).rows());
		return new Replication(rows);
	}

	/** The table as CSV. */
	public String csv() {
		final CsvText csv = new CsvText("part", "figure", "paper", "R_same_data", "ours_same_data", "ours_equals_R", "note");
		for (final Row row : rows)
			csv.row(row.part, row.figure, row.paper, row.r, row.ours, Double.isNaN(row.r) ? "" : isSame(row) ? "yes" : "no",
				note(row));
		return csv.toString();
	}

	/** The table as Markdown. */
	public String markdown() {
		final StringBuilder text = new StringBuilder("| figure | paper | R, same data | ours | note |\n|---|---|---|---|---|\n");
		String part = "";
		for (final Row row : rows) {
			if (!row.part.equals(part)) text.append("| **").append(row.part).append("** | | | | |\n");
			part = row.part;
			text.append("| ").append(String.join(" | ", row.figure, number(row.paper), number(row.r), number(row.ours), note(
				row))).append(" |\n");
		}
		return text.append('\n').append(agreement()).append('\n').toString();
	}

	/** How many figures equal R's. */
	public String agreement() {
		final long known = rows.stream().filter(x -> !Double.isNaN(x.r)).count();
		final long same = rows.stream().filter(x -> !Double.isNaN(x.r) && isSame(x)).count();
		return same + " of " + known + " figures that R computed from the same data are equal to a relative " + SAME +
			". The patients are simulated, nobody's: where paper and simulation differ, the simulation does not match the paper, which publishes no patient's data.";
	}

	private static boolean isSame(final Row row) {
		return Math.abs(row.r - row.ours) <= SAME * Math.max(Math.abs(row.r), 1e-12);
	}

	private static String note(final Row row) {
		if (!Double.isNaN(row.r) && !isSame(row)) return "ours differs from R. " + row.note;
		final boolean far = Math.abs(row.paper - row.ours) > FAR * Math.abs(row.paper);
		return far && row.note.isEmpty() ? "simulated patients differ from the paper's" : row.note;
	}

	private static String number(final double v) {
		if (Double.isNaN(v)) return "";
		return v == Math.rint(v) && Math.abs(v) < 1e6 ? Long.toString((long) v) : String.format(Locale.ROOT, Math.abs(v) < 1e-3
			? "%.2e" : "%.4g", v);
	}

	/** R's number under a key of a section; NaN if it is not there. */
	static double r(final JsonObject r, final String section, final String key) {
		if (!r.has(section)) return Double.NaN;
		final JsonObject o = r.getAsJsonObject(section);
		return o.has(key) && o.get(key).isJsonPrimitive() ? o.get(key).getAsDouble() : Double.NaN;
	}

	/** A column of the cohort, or what is missing. */
	static void require(final CsvTable table, final List<String> columns) {
		for (final String c : columns)
			if (!table.header().contains(c)) throw new InputException("Table '" + table.name() + "' has no column '" + c +
				"': it is not the cohort of the replication.");
	}
}
