package io.github.radiomicsnomogram.plot;

/**
 * A figure made for print from finished results: thin axes, Helvetica, colours that people with any colour vision and a
 * grey printer tell apart (by dashes and marks too). Immutable; the same figure always gives the same scene.
 */
public interface Figure {

	/** Usual width of one column of a journal, 85 mm, in points. */
	double SINGLE_COLUMN = 85 / 25.4 * 72;
	/** Usual width of a page of two columns, 180 mm, in points. */
	double DOUBLE_COLUMN = 180 / 25.4 * 72;

	/**
	 * Draws it.
	 *
	 * @param width of the page in points; the height follows
	 */
	Scene draw(double width);
}
