package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Item;
import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Line;
import io.github.radiomicsnomogram.plot.Scene.Picture;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.ArrayList;
import java.util.List;

/** A page on which a figure is put together; coordinates as in a {@link Scene}. */
final class Drawing {

	/** Shape of a mark; series differ by it as well as by colour. */
	enum Mark {
			CIRCLE, SQUARE, TRIANGLE, DIAMOND
	}

	private static final int CORNERS = 24;

	private final List<Item> items = new ArrayList<>();

	void add(final Item item) {
		items.add(item);
	}

	void line(final double x0, final double y0, final double x1, final double y1, final Stroke stroke) {
		items.add(new Line(new double[] { x0, x1 }, new double[] { y0, y1 }, stroke));
	}

	void path(final double[] x, final double[] y, final Stroke stroke) {
		items.add(new Line(x, y, stroke));
	}

	void area(final double[] ring, final Ink fill, final Stroke stroke) {
		items.add(new Polygon(List.of(ring), fill, stroke));
	}

	void box(final double left, final double top, final double right, final double bottom, final Ink fill,
		final Stroke stroke)
	{
		area(new double[] { left, top, right, top, right, bottom, left, bottom }, fill, stroke);
	}

	void text(final double x, final double baseline, final String text, final double size, final Anchor anchor) {
		text(x, baseline, text, size, Style.PLAIN, anchor, Ink.BLACK);
	}

	void text(final double x, final double baseline, final String text, final double size, final Style style,
		final Anchor anchor, final Ink ink)
	{
		if (!text.isEmpty()) items.add(new Label(x, baseline, text, size, style, anchor, ink));
	}

	/** Text that reads upwards, or in another direction. */
	void turned(final double x, final double y, final String text, final double size, final Anchor anchor,
		final double angle)
	{
		items.add(new Label(x, y, text, size, Style.PLAIN, anchor, Ink.BLACK, angle));
	}

	/**
	 * A mark.
	 *
	 * @param radius of a circle; the other shapes look as large
	 */
	void mark(final Mark mark, final double x, final double y, final double radius, final Ink fill,
		final Stroke stroke)
	{
		area(switch (mark) {
			case CIRCLE -> polygon(x, y, radius, CORNERS, 0);
			case SQUARE -> polygon(x, y, radius * 1.25, 4, Math.PI / 4);
			case TRIANGLE -> polygon(x, y, radius * 1.35, 3, -Math.PI / 2);
			case DIAMOND -> polygon(x, y, radius * 1.3, 4, 0);
		}, fill, stroke);
	}

	private static double[] polygon(final double x, final double y, final double radius, final int corners,
		final double turn)
	{
		final double[] ring = new double[2 * corners];
		for (int i = 0; i < corners; i++) {
			ring[2 * i] = x + radius * Math.cos(turn + 2 * Math.PI * i / corners);
			ring[2 * i + 1] = y + radius * Math.sin(turn + 2 * Math.PI * i / corners);
		}
		return ring;
	}

	/** Puts a whole scene on the page. */
	void place(final Scene scene, final double dx, final double dy) {
		scene.items().forEach(item -> items.add(moved(item, dx, dy)));
	}

	private static Item moved(final Item item, final double dx, final double dy) {
		if (item instanceof Line l) return new Line(added(l.x(), dx, dx), added(l.y(), dy, dy), l.stroke());
		if (item instanceof Polygon p) return new Polygon(p.rings().stream().map(r -> added(r, dx, dy)).toList(), p.fill(), p
			.stroke());
		if (item instanceof Label l) return new Label(l.x() + dx, l.y() + dy, l.text(), l.size(), l.style(), l.anchor(), l
			.ink(), l.angle());
		final Picture p = (Picture) item;
		return new Picture(p.x() + dx, p.y() + dy, p.width(), p.height(), p.columns(), p.rows(), p.grey());
	}

	private static double[] added(final double[] v, final double even, final double odd) {
		final double[] sum = new double[v.length];
		for (int i = 0; i < v.length; i++)
			sum[i] = v[i] + (i % 2 == 0 ? even : odd);
		return sum;
	}

	Scene scene(final double width, final double height) {
		return new Scene(width, height, items);
	}
}
