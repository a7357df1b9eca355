package io.github.radiomicsnomogram.report;

import java.util.ArrayList;
import java.util.List;

/** Figures that wait for their place in a page. */
final class FigureBox {

	private final List<ReportFigure> waiting;

	FigureBox(final List<ReportFigure> figures) {
		waiting = new ArrayList<>(figures);
	}

	/** Puts those whose name begins like one of these into the page, in the order of the beginnings. */
	void put(final Page page, final String... beginnings) {
		for (final String b : beginnings)
			for (final ReportFigure f : List.copyOf(waiting))
				if (f.name().startsWith(b)) {
					page.figure(f);
					waiting.remove(f);
				}
	}

	/**
	 * Leaves those whose name begins like this out of the page.
	 *
	 * @return how many
	 */
	int drop(final String beginning) {
		final int before = waiting.size();
		waiting.removeIf(f -> f.name().startsWith(beginning));
		return before - waiting.size();
	}
}
