package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.Scene;
import io.github.radiomicsnomogram.plot.StudyFigure;

/**
 * A figure of a report.
 *
 * @param name for files, without suffix
 * @param caption what it shows, in sentences
 * @param scene what is drawn
 */
record ReportFigure(String name, String caption, Scene scene) {

	static ReportFigure of(final StudyFigure figure) {
		return new ReportFigure(fileName(figure.name()), figure.caption(), figure.scene());
	}

	/** Names hold what users call their cohorts and columns: nothing but letters, digits, hyphens and points is kept. */
	private static String fileName(final String name) {
		return name.replaceAll("[^A-Za-z0-9.-]+", "-").replaceFirst("^\\.+", "");
	}

	/** As an element of a page: the SVG without its declaration, with a name for those who can't see it. */
	String inline() {
		final String svg = Figures.svg(scene);
		final int at = svg.indexOf("<svg");
		return "<svg role=\"img\" aria-label=\"" + Html.escape(caption) + "\"" + svg.substring(at + "<svg".length());
	}
}
