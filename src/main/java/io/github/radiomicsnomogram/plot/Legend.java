package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Drawing.Mark;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.ArrayList;
import java.util.List;

/** What lines and marks mean, and notes, put where a plot has room. */
final class Legend {

	/** Where it should stand, if there is room. */
	enum Corner {
			TOP_LEFT(0, 0), TOP_RIGHT(1, 0), BOTTOM_LEFT(0, 1), BOTTOM_RIGHT(1, 1);

		private final int right;
		private final int down;

		Corner(final int right, final int down) {
			this.right = right;
			this.down = down;
		}
	}

	/** A line of the legend; without stroke and mark it is a note. */
	private record Entry(String text, Stroke stroke, Mark mark, Ink fill) {

		boolean hasKey() {
			return stroke.width() > 0 || fill.opacity() > 0;
		}
	}

	private static final double KEY = 16, GAP = 4, INSET = 4, MARK_RADIUS = 2, EXACT = 1e-9;
	private static final int PLACES = 16;
	/** How much worse a place is for a point of a guide line in it; 1 is the width or height of the plot. */
	private static final double GUIDES = 0.2;
	/** The same for a place that lies on a band, and the share of it that may: texts are read there too, but less well. */
	private static final double TINT = 10, MOST_TINT = 0.25;

	private final List<Entry> entries = new ArrayList<>();

	Legend line(final String text, final Stroke stroke) {
		entries.add(new Entry(text, stroke, null, Ink.NONE));
		return this;
	}

	Legend mark(final String text, final Mark mark, final Ink fill, final Stroke stroke) {
		entries.add(new Entry(text, stroke, mark, fill));
		return this;
	}

	Legend note(final String text) {
		if (!text.isEmpty()) entries.add(new Entry(text, Stroke.NONE, null, Ink.NONE));
		return this;
	}

	private double width() {
		return entries.stream().mapToDouble(e -> Helvetica.width(e.text, Print.TEXT, Style.PLAIN) + (e.hasKey() ? KEY + GAP
			: 0)).max().orElse(0);
	}

	private double height() {
		return entries.size() * Print.TEXT * Print.LINE_HEIGHT;
	}

	/**
	 * Draws it where the plot has room, as near to a corner as can be, or else below the plot.
	 *
	 * @param below top of the room below
	 * @return height that it takes below: 0 if the plot had room
	 */
	double draw(final Plot plot, final Corner wanted, final double below) {
		if (entries.isEmpty()) return 0;
		final double w = width(), h = height();
		final double x0 = plot.left + INSET, x1 = plot.right - INSET - w, y0 = plot.top + INSET;
		final double y1 = plot.bottom - INSET - h;
		double best = Double.POSITIVE_INFINITY, x = x0, y = y0;
		for (int i = 0; i <= PLACES && x1 >= x0 && y1 >= y0; i++)
			for (int k = 0; k <= PLACES; k++) {
				final double left = x0 + (x1 - x0) * i / PLACES, top = y0 + (y1 - y0) * k / PLACES;
				final double right = left + w + INSET, bottom = top + h + INSET / 2;
				if (plot.crowd(left - INSET, top - INSET / 2, right, bottom) > 0) continue;
				final double tint = plot.tint(left - INSET, top - INSET / 2, right, bottom);
				final int guides = plot.guides(left - INSET, top - INSET / 2, right, bottom);
				// A guide line below a text is hidden by a white ground, which would cut a hole into a band.
				if (tint > MOST_TINT || tint > 0 && guides > 0) continue;
				final double cost = TINT * tint + GUIDES * guides + (double) (Math.abs(i - PLACES * wanted.right) + Math.abs(k -
					PLACES * wanted.down)) / PLACES;
				if (cost >= best) continue;
				best = cost;
				x = left;
				y = top;
			}
		if (best == Double.POSITIVE_INFINITY) {
			final double room = plot.right - Print.MARGIN;
			draw(plot.page, Math.max(Print.MARGIN, Math.min(plot.left, plot.right - w)), below, room);
			return h + 2;
		}
		if (plot.guides(x, y, x + w, y + h) > 0) plot.page.box(x - 1.5, y - 1, x + w + 1.5, y + h, Ink.WHITE, Stroke.NONE);
		draw(plot.page, x, y, w);
		return 0;
	}

	/** Draws it at a place; texts that are wider than the room become smaller. */
	private void draw(final Drawing page, final double x, final double top, final double room) {
		double y = top;
		for (final Entry e : entries) {
			final double middle = y + Print.TEXT * 0.6;
			if (e.mark != null) page.mark(e.mark, x + KEY / 2, middle, MARK_RADIUS, e.fill, e.stroke);
			else if (e.hasKey()) page.line(x, middle, x + KEY, middle, e.stroke);
			final double key = e.hasKey() ? KEY + GAP : 0;
			page.text(x + key, y + Print.TEXT * 0.9, e.text, Print.fit(e.text, Print.TEXT, Style.PLAIN, room - key + EXACT),
				Anchor.START);
			y += Print.TEXT * Print.LINE_HEIGHT;
		}
	}
}
