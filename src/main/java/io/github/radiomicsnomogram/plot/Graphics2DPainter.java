package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Item;
import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Line;
import io.github.radiomicsnomogram.plot.Scene.Picture;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.plot.Scene.Stroke;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints a scene with Java2D: into an image, or on the screen. */
final class Graphics2DPainter {

	private static final float MITER_LIMIT = 10;
	private static final double TINY = 1e-6;

	private final Graphics2D g;

	private Graphics2DPainter(final Graphics2D g) {
		this.g = g;
	}

	/** Paints in the units of the scene; the caller has set scale and position. */
	static void paint(final Scene scene, final Graphics2D graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		try {
			g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
			g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
			g.setColor(Color.WHITE);
			g.fill(new Rectangle2D.Double(0, 0, scene.width(), scene.height()));
			final Graphics2DPainter painter = new Graphics2DPainter(g);
			scene.items().forEach(painter::item);
		}
		finally {
			g.dispose();
		}
	}

	private void item(final Item item) {
		if (item instanceof Line line) line(line);
		else if (item instanceof Polygon polygon) polygon(polygon);
		else if (item instanceof Label label) label(label);
		else if (item instanceof Picture picture) picture(picture);
	}

	private void line(final Line line) {
		final Path2D path = new Path2D.Double();
		path.moveTo(line.x()[0], line.y()[0]);
		for (int i = 1; i < line.x().length; i++)
			path.lineTo(line.x()[i], line.y()[i]);
		draw(path, line.stroke());
	}

	private void polygon(final Polygon polygon) {
		final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (final double[] ring : polygon.rings()) {
			path.moveTo(ring[0], ring[1]);
			for (int i = 2; i < ring.length; i += 2)
				path.lineTo(ring[i], ring[i + 1]);
			path.closePath();
		}
		if (polygon.fill().opacity() > 0) {
			g.setColor(color(polygon.fill()));
			g.fill(path);
		}
		draw(path, polygon.stroke());
	}

	private void draw(final Path2D path, final Stroke stroke) {
		if (stroke.width() <= 0) return;
		g.setColor(color(stroke.ink()));
		final float[] dash = stroke.dash() > 0 ? new float[] { (float) stroke.dash() } : null;
		g.setStroke(new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER_LIMIT, dash,
			0));
		g.draw(path);
	}

	/** A font wider than Helvetica, by whose widths figures are laid out, is narrowed to it. */
	private void label(final Label label) {
		final Font font = Fonts.of(label);
		final double width = font.getStringBounds(label.text(), g.getFontRenderContext()).getWidth();
		final double squeeze = Helvetica.writes(label.text()) ? Math.min(1, Helvetica.width(label.text(), label.size(), label
			.style()) / Math.max(width, TINY)) : 1;
		final double shift = label.anchor() == Anchor.START ? 0 : label.anchor() == Anchor.MIDDLE ? width / 2 : width;
		final AffineTransform before = g.getTransform();
		g.translate(label.x(), label.y());
		g.rotate(-Math.toRadians(label.angle()));
		g.scale(squeeze, 1);
		g.setFont(font);
		g.setColor(color(label.ink()));
		g.drawString(label.text(), (float) -shift, 0);
		g.setTransform(before);
	}

	private void picture(final Picture picture) {
		final AffineTransform place = AffineTransform.getTranslateInstance(picture.x(), picture.y());
		place.scale(picture.width() / picture.columns(), picture.height() / picture.rows());
		g.drawImage(Png.grey(picture), place, null);
	}

	private static Color color(final Ink ink) {
		return new Color(ink.rgb() >> 16 & 0xff, ink.rgb() >> 8 & 0xff, ink.rgb() & 0xff, (int) Math.round(255 * ink
			.opacity()));
	}
}
