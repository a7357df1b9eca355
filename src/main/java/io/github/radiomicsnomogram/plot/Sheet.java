package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Item;
import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Line;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.ArrayList;
import java.util.List;

/**
 * A page that grows downwards, in three layers: guide lines, then everything else, then labels on a white ground, so
 * that nothing is crossed out.
 */
final class Sheet {

	static final Ink GREY = Ink.of(0x555555);

	private static final double LINE_HEIGHT = 1.3;
	private static final int CIRCLE_CORNERS = 32;
	private static final double GROUND_OPACITY = 0.9;

	private final double width;
	private final double margin;
	private final List<Item> below = new ArrayList<>();
	private final List<Item> items = new ArrayList<>();
	private final List<Item> above = new ArrayList<>();
	private double y;

	/**
	 * @param width of the page
	 * @param margin on every side
	 */
	Sheet(final double width, final double margin) {
		this.width = width;
		this.margin = margin;
		y = margin;
	}

	/** How far down the page is filled. */
	double y() {
		return y;
	}

	/** Moves on. */
	void skip(final double height) {
		y += height;
	}

	/** Text over the page's width, in as many lines as needed. */
	void paragraph(final String text, final double size, final Style style, final Ink ink) {
		if (text.isEmpty()) return;
		for (final String line : TextBlock.wrap(text, size, style, width - 2 * margin)) {
			y += size;
			items.add(new Label(margin, y, line, size, style, Anchor.START, ink));
			y += size * (LINE_HEIGHT - 1);
		}
	}

	void text(final double x, final double baseline, final String text, final double size, final Style style,
		final Anchor anchor, final Ink ink)
	{
		items.add(new Label(x, baseline, text, size, style, anchor, ink));
	}

	/** A filled rectangle. */
	void box(final double x, final double top, final double boxWidth, final double height, final Ink fill) {
		items.add(rectangle(x, top, x + boxWidth, top + height, fill));
	}

	void add(final Item item) {
		items.add(item);
	}

	void line(final double x0, final double y0, final double x1, final double y1, final Stroke stroke) {
		items.add(straight(x0, y0, x1, y1, stroke));
	}

	/** A line behind everything else. */
	void guide(final double x, final double y0, final double y1, final Stroke stroke) {
		below.add(straight(x, y0, x, y1, stroke));
	}

	private static Line straight(final double x0, final double y0, final double x1, final double y1,
		final Stroke stroke)
	{
		return new Line(new double[] { x0, x1 }, new double[] { y0, y1 }, stroke);
	}

	/** A filled circle. */
	void dot(final double x, final double cy, final double radius, final Ink ink) {
		final double[] ring = new double[2 * CIRCLE_CORNERS];
		for (int i = 0; i < CIRCLE_CORNERS; i++) {
			ring[2 * i] = x + radius * Math.cos(2 * Math.PI * i / CIRCLE_CORNERS);
			ring[2 * i + 1] = cy + radius * Math.sin(2 * Math.PI * i / CIRCLE_CORNERS);
		}
		above.add(new Polygon(List.of(ring), ink, Stroke.of(Ink.WHITE, 0.8)));
	}

	/** A filled triangle that points along x. */
	void arrow(final double x, final double cy, final double length, final Ink ink) {
		final double half = Math.abs(length) / 2;
		above.add(new Polygon(List.of(new double[] { x, cy - half, x + length, cy, x, cy + half }), ink, Stroke.of(
			Ink.WHITE, 0.8)));
	}

	/** A small text on a white ground that hides guide lines, centred at x. */
	void tick(final double x, final double baseline, final String text, final double size) {
		final double half = TextBlock.width(text, size, Style.PLAIN) / 2;
		items.add(rectangle(x - half, baseline - size, x + half, baseline + size * 0.2, Ink.WHITE));
		text(x, baseline, text, size, Style.PLAIN, Anchor.MIDDLE, Ink.BLACK);
	}

	private static Polygon rectangle(final double left, final double top, final double right, final double bottom,
		final Ink fill)
	{
		return new Polygon(List.of(new double[] { left, top, right, top, right, bottom, left, bottom }), fill, Stroke.NONE);
	}

	/** Text on a white ground, centred at x but kept between two limits. */
	void tag(final double x, final double baseline, final String text, final double size, final Ink ink,
		final double left, final double right)
	{
		final double half = TextBlock.width(text, size, Style.BOLD) / 2;
		final double centre = Math.max(left + half, Math.min(right - half, x));
		above.add(rectangle(centre - half, baseline - size, centre + half, baseline + size * 0.25, new Ink(0xffffff,
			GROUND_OPACITY)));
		above.add(new Label(centre, baseline, text, size, Style.BOLD, Anchor.MIDDLE, ink));
	}

	/** The page as it is now, a margin below the last line. */
	Scene scene() {
		final List<Item> all = new ArrayList<>(below);
		all.addAll(items);
		all.addAll(above);
		return new Scene(width, Math.ceil(y + margin), all);
	}
}
