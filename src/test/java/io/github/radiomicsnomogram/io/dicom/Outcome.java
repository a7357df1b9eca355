package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.io.CsvTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a reference case, as it is published.
 *
 * @param id of the case
 * @param title of the case
 * @param part what was asked for: "image", "SUV", a series or a ROI
 * @param expected as case.json says
 * @param observed "equal" (grid and all values), "loaded" where there is no reference, "refused"
 * @param message the refusal, or all warnings; "" if there is none
 */
record Outcome(String id, String title, String part, String expected, String observed, String message) {

	static final Path RECORD = Path.of("src/site/resources/hospital.csv");
	static final Path PAGE = Path.of("src/site/markdown/hospital.md");

	private static final String HEADER = "case,title,part,expected,observed,message";
	private static final String BEGIN = "<!-- outcomes: written by a test, begin -->\n";
	private static final String END = "<!-- outcomes: end -->\n";

	/** The outcomes as they were published. */
	static List<Outcome> published() {
		return CsvTable.read(RECORD).rows().stream().map(r -> new Outcome(r.get(0), r.get(1), r.get(2), r.get(3), r.get(4), r
			.get(5))).toList();
	}

	/** Publishes outcomes: the record, and the page's part about them. */
	static void publish(final List<Outcome> outcomes) throws IOException {
		Files.writeString(RECORD, HEADER + "\n" + outcomes.stream().map(Outcome::line).collect(Collectors.joining("\n")) + "\n");
		final String page = Files.readString(PAGE);
		Files.writeString(PAGE, page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table(outcomes) + page.substring(page
			.indexOf(END)));
	}

	/** The page's part about outcomes. */
	static String publishedTable() throws IOException {
		final String page = Files.readString(PAGE);
		return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
	}

	/** The table, as Markdown. */
	static String table(final List<Outcome> outcomes) {
		final long cases = outcomes.stream().map(Outcome::id).distinct().count();
		final StringBuilder out = new StringBuilder("\n").append(cases).append(" cases, ").append(outcomes.size()).append(
			" images, SUV images and ROIs: ").append(count(outcomes, "equal")).append(" equal their reference in grid and values, ")
			.append(count(outcomes, "refused")).append(" are refused, ").append(count(outcomes, "loaded")).append(
				" are loaded and have no reference.\n\n| case | what | part | expected | observed | message |\n|---|---|---|---|---|---|\n");
		String last = "";
		for (final Outcome o : outcomes) {
			final boolean again = o.id.equals(last);
			out.append("| ").append(String.join(" | ", again ? "" : o.id, again ? "" : cell(o.title), cell(o.part), o.expected,
				o.observed, cell(o.message))).append(" |\n");
			last = o.id;
		}
		return out.append('\n').toString();
	}

	/** Whether the case allows what was observed; of several ROIs one must have a warning where one is expected. */
	boolean isAllowed() {
		final boolean refused = observed.equals("refused");
		return switch (expected.replaceFirst(" .*", "")) {
			case "load", "warn" -> !refused;
			case "load_or_refuse", "load_or_error" -> !refused || !message.isEmpty();
			case "warn_or_error" -> !message.isEmpty();
			case "error", "choose_series", "error_or_empty" -> refused && !message.isEmpty();
			default -> false;
		};
	}

	private static long count(final List<Outcome> outcomes, final String observed) {
		return outcomes.stream().filter(o -> o.observed.equals(observed)).count();
	}

	private static String cell(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("\n", "<br>");
	}

	private String line() {
		return List.of(id, title, part, expected, observed, message).stream().map(t -> '"' + t.replace("\"", "\"\"") + '"')
			.collect(Collectors.joining(","));
	}
}
