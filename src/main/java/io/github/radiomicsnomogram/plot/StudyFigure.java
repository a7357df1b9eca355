package io.github.radiomicsnomogram.plot;

/**
 * A figure of a study, ready to be written.
 *
 * @param name for files, without suffix: "kaplan-meier"
 * @param caption what it shows, in sentences
 * @param figure what it draws
 * @param width for print, in points
 */
public record StudyFigure(String name, String caption, Figure figure, double width) {

	/** The figure at its width. */
	public Scene scene() {
		return figure.draw(width);
	}
}
