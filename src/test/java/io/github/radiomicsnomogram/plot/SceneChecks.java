package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Item;
import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Line;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.plot.Scene.Stroke;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

/** What every printed figure must keep to. */
final class SceneChecks {

	/** Half a line's width may lie beyond the page, in points. */
	private static final double SLACK = 0.6;
	/** Descenders of a line and ascenders of the next may share a tenth of a letter. */
	private static final double TOUCH = 0.9;

	private SceneChecks() {}

	/** On the page, nothing over another text, no small print, all formats well-formed. */
	static void assertSound(final Scene scene) {
		for (final Item item : scene.items()) {
			if (item instanceof Line l) {
				assertWithin(l, l.x(), scene.width());
				assertWithin(l, l.y(), scene.height());
			}
			if (item instanceof Polygon p) for (final double[] ring : p.rings())
				for (int i = 0; i < ring.length; i++)
					assertWithin(p, new double[] { ring[i] }, i % 2 == 0 ? scene.width() : scene.height());
		}
		final List<Label> labels = labels(scene);
		for (int i = 0; i < labels.size(); i++) {
			final double[] a = box(labels.get(i));
			assertWithin(labels.get(i), new double[] { a[0], a[2] }, scene.width());
			assertWithin(labels.get(i), new double[] { a[1], a[3] }, scene.height());
			for (int k = 0; k < i; k++) {
				final double[] b = box(labels.get(k));
				assertTrue(a[0] >= b[2] - SLACK || b[0] >= a[2] - SLACK || a[1] >= b[3] - SLACK || b[1] >= a[3] - SLACK, labels
					.get(i) + " lies over " + labels.get(k));
			}
		}
		assertDoesNotThrow(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
			Figures.svg(scene).getBytes(StandardCharsets.UTF_8))));
		new ParsedPdf(Figures.pdf(scene));
	}

	/** Drawing twice gives the same files. */
	static void assertSame(final Figure figure, final double width) {
		assertEquals(Figures.svg(figure.draw(width)), Figures.svg(figure.draw(width)));
		assertTrue(Arrays.equals(Figures.pdf(figure.draw(width)), Figures.pdf(figure.draw(width))));
	}

	private static void assertWithin(final Item item, final double[] values, final double high) {
		for (final double v : values)
			assertTrue(v >= -SLACK && v <= high + SLACK, item + ": " + v + " lies beyond the page's " + high);
	}

	/** Left, top, right, bottom of a text that is level or reads upwards. */
	private static double[] box(final Label l) {
		final double w = Helvetica.width(l.text(), l.size(), l.style()), up = l.size() * 0.72 * TOUCH;
		final double before = l.anchor() == Anchor.START ? 0 : l.anchor() == Anchor.MIDDLE ? w / 2 : w;
		return l.angle() == 0 ? new double[] { l.x() - before, l.y() - up, l.x() - before + w, l.y() } : new double[] { l
			.x() - up, l.y() + before - w, l.x(), l.y() + before };
	}

	static List<Label> labels(final Scene scene) {
		return scene.items().stream().filter(Label.class::isInstance).map(Label.class::cast).toList();
	}

	static List<String> texts(final Scene scene) {
		return labels(scene).stream().map(Label::text).toList();
	}

	/** Lines drawn with a stroke. */
	static List<Line> lines(final Scene scene, final Stroke stroke) {
		return scene.items().stream().filter(Line.class::isInstance).map(Line.class::cast).filter(l -> l.stroke().equals(
			stroke)).toList();
	}

	/** The page's place of a value, from two ticks' labels of an axis; the vertical axis is drawn after the other. */
	static double place(final Scene scene, final boolean horizontal, final double value, final String low,
		final String high)
	{
		final Label a = horizontal ? first(scene, low) : last(scene, low);
		final Label b = horizontal ? first(scene, high) : last(scene, high);
		final double from = Double.parseDouble(low.replace('−', '-')), to = Double.parseDouble(high.replace('−', '-'));
		final double pa = horizontal ? a.x() : a.y() - Print.TEXT * 0.35, pb = horizontal ? b.x() : b.y() - Print.TEXT * 0.35;
		return pa + (value - from) / (to - from) * (pb - pa);
	}

	static Label first(final Scene scene, final String text) {
		return labels(scene).stream().filter(l -> l.text().equals(text)).findFirst().orElseThrow(() -> new AssertionError(
			text + " is not in " + texts(scene)));
	}

	private static Label last(final Scene scene, final String text) {
		return labels(scene).stream().filter(l -> l.text().equals(text)).reduce((a, b) -> b).orElseThrow(
			() -> new AssertionError(text + " is not in " + texts(scene)));
	}

	/** Whether a line has a corner at a place. */
	static boolean passes(final Line line, final double x, final double y) {
		for (int i = 0; i < line.x().length; i++)
			if (Math.abs(line.x()[i] - x) < 1e-6 && Math.abs(line.y()[i] - y) < 1e-6) return true;
		return false;
	}
}
