package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Item;
import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Line;
import io.github.radiomicsnomogram.plot.Scene.Picture;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.plot.Scene.Stroke;

import java.util.Arrays;

/** Scenes in another size, texts and lines included. */
final class Scaled {

	private Scaled() {}

	/** The scene at a width. */
	static Scene to(final Scene scene, final double width) {
		final double f = width / scene.width();
		return new Scene(width, scene.height() * f, scene.items().stream().map(i -> item(i, f)).toList());
	}

	private static Item item(final Item item, final double f) {
		if (item instanceof Line l) return new Line(times(l.x(), f), times(l.y(), f), stroke(l.stroke(), f));
		if (item instanceof Polygon p) return new Polygon(p.rings().stream().map(r -> times(r, f)).toList(), p.fill(), stroke(
			p.stroke(), f));
		if (item instanceof Label l) return new Label(l.x() * f, l.y() * f, l.text(), l.size() * f, l.style(), l.anchor(), l
			.ink(), l.angle());
		final Picture p = (Picture) item;
		return new Picture(p.x() * f, p.y() * f, p.width() * f, p.height() * f, p.columns(), p.rows(), p.grey());
	}

	private static double[] times(final double[] v, final double f) {
		return Arrays.stream(v).map(x -> x * f).toArray();
	}

	private static Stroke stroke(final Stroke s, final double f) {
		return new Stroke(s.ink(), s.width() * f, s.dash() * f);
	}
}
