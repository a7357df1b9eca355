package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.Software;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A report: title, banner, contents, numbered sections with numbered tables and figures. No scripts, nothing to load, made
 * to be read on a screen and printed on A4.
 */
final class Page {

	private record Section(String id, String title, String body) {}

	private final String title;
	private final List<String> subtitles;
	private final List<Section> sections = new ArrayList<>();
	private Html body = new Html();
	private int tables, figures;

	/**
	 * @param title of the report
	 * @param subtitles lines below it
	 */
	Page(final String title, final List<String> subtitles) {
		this.title = title;
		this.subtitles = List.copyOf(subtitles);
	}

	/** A section; left out if nothing is put into it. */
	void section(final String id, final String heading, final Consumer<Page> content) {
		body = new Html();
		content.accept(this);
		if (!body.toString().isEmpty()) sections.add(new Section(id, heading, body.toString()));
	}

	void heading(final String text) {
		body.element("h3", text).line();
	}

	void paragraph(final String text) {
		body.paragraph(text);
	}

	void items(final List<String> texts) {
		body.items(texts);
	}

	/** A table; left out if it has no rows. */
	void table(final Table table) {
		if (!table.isEmpty()) table.write(++tables, body);
	}

	/** Boxes one after the other; the texts of a box stand below each other. */
	void flow(final List<List<String>> steps) {
		body.open("ol", "class", "flow");
		steps.forEach(texts -> {
			body.open("li");
			texts.forEach(t -> body.element("span", t));
			body.close("li");
		});
		body.close("ol").line();
	}

	/** Lines for a terminal. */
	void code(final String lines) {
		body.element("pre", lines).line();
	}

	void figure(final ReportFigure figure) {
		body.open("figure", "id", "figure-" + figure.name()).markup(figure.inline());
		body.open("figcaption").element("b", "Figure " + ++figures + ".").text(" " + figure.caption() + " ").open("span",
			"class", "files").text("(figures/" + figure.name() + ".svg, .pdf, .png)").close("span").close("figcaption").close(
				"figure").line();
	}

	/** The page's text. */
	String html() {
		final Html html = new Html();
		html.markup("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en", "xml:lang", "en")
			.line();
		html.open("head").empty("meta", "charset", "utf-8").empty("meta", "name", "viewport", "content",
			"width=device-width, initial-scale=1").empty("meta", "name", "generator", "content", Software.NAME + " " + Software
				.version()).element("title", title).line();
		html.open("style").markup("\n" + style()).close("style").close("head").line().open("body").line();
		html.open("header").element("p", Software.USE, "class", "banner").element("h1", title);
		subtitles.forEach(s -> html.element("p", s, "class", "subtitle"));
		html.close("header").line();
		contents(html);
		html.open("main").line();
		for (int i = 0; i < sections.size(); i++) {
			final Section s = sections.get(i);
			html.open("section", "id", s.id).element("h2", i + 1 + ". " + s.title).line().markup(s.body).close("section").line();
		}
		html.close("main").line().element("footer", Software.NAME + " " + Software.version() + ". " + Software.USE).line();
		return html.close("body").close("html").line().toString();
	}

	private void contents(final Html html) {
		html.open("nav").open("ol");
		sections.forEach(s -> html.open("li").element("a", s.title, "href", "#" + s.id).close("li"));
		html.close("ol").close("nav").line();
	}

	private static String style() {
		try (InputStream in = Page.class.getResourceAsStream("report.css")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new IllegalStateException("report.css", e);
		}
	}
}
