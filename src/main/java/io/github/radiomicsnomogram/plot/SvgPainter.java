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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Locale;

/** Writes a scene as SVG 1.1. Texts stay texts, anchored by the viewer, so that no font is needed here. */
final class SvgPainter {

	private static final int DECIMALS = 3;
	private static final String FONTS = "Helvetica, Arial, 'DejaVu Sans', sans-serif";

	private final StringBuilder out = new StringBuilder();

	private SvgPainter() {}

	static String paint(final Scene scene) {
		final SvgPainter painter = new SvgPainter();
		final String w = number(scene.width()), h = number(scene.height());
		painter.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" +
			" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"").append(w).append("pt\" height=\"").append(h).append(
				"pt\" viewBox=\"0 0 ").append(w).append(' ').append(h).append("\" font-family=\"").append(FONTS).append(
					"\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
		scene.items().forEach(painter::item);
		return painter.out.append("</svg>\n").toString();
	}

	private void item(final Item item) {
		if (item instanceof Line line) line(line);
		else if (item instanceof Polygon polygon) polygon(polygon);
		else if (item instanceof Label label) label(label);
		else if (item instanceof Picture picture) picture(picture);
	}

	private void line(final Line line) {
		out.append("<path d=\"");
		for (int i = 0; i < line.x().length; i++)
			out.append(i == 0 ? "M" : "L").append(number(line.x()[i])).append(' ').append(number(line.y()[i]));
		out.append("\" fill=\"none\"");
		stroke(line.stroke());
		out.append("/>\n");
	}

	private void polygon(final Polygon polygon) {
		out.append("<path d=\"");
		for (final double[] ring : polygon.rings()) {
			for (int i = 0; i < ring.length; i += 2)
				out.append(i == 0 ? "M" : "L").append(number(ring[i])).append(' ').append(number(ring[i + 1]));
			out.append('Z');
		}
		out.append("\" fill-rule=\"evenodd\"");
		ink("fill", polygon.fill());
		stroke(polygon.stroke());
		out.append("/>\n");
	}

	private void label(final Label label) {
		out.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y())).append(
			"\" font-size=\"").append(number(label.size())).append('"');
		if (label.angle() != 0) out.append(" transform=\"rotate(").append(number(-label.angle())).append(' ').append(number(
			label.x())).append(' ').append(number(label.y())).append(")\"");
		if (label.anchor() != Anchor.START) out.append(" text-anchor=\"").append(label.anchor().name().toLowerCase(
			Locale.ROOT)).append('"');
		if (label.style() == Style.BOLD) out.append(" font-weight=\"bold\"");
		if (label.style() == Style.ITALIC) out.append(" font-style=\"italic\"");
		ink("fill", label.ink());
		out.append('>').append(escape(label.text())).append("</text>\n");
	}

	private void picture(final Picture picture) {
		out.append("<image x=\"").append(number(picture.x())).append("\" y=\"").append(number(picture.y())).append(
			"\" width=\"").append(number(picture.width())).append("\" height=\"").append(number(picture.height())).append(
				"\" preserveAspectRatio=\"none\" image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"").append(
					" xlink:href=\"data:image/png;base64,").append(Base64.getEncoder().encodeToString(Png.bytes(Png.grey(
						picture)))).append("\"/>\n");
	}

	private void stroke(final Stroke stroke) {
		if (stroke.width() <= 0) return;
		ink("stroke", stroke.ink());
		out.append(" stroke-width=\"").append(number(stroke.width())).append("\" stroke-linejoin=\"miter\"");
		if (stroke.dash() > 0) out.append(" stroke-dasharray=\"").append(number(stroke.dash())).append('"');
	}

	private void ink(final String attribute, final Ink ink) {
		if (ink.opacity() <= 0) {
			out.append(' ').append(attribute).append("=\"none\"");
			return;
		}
		out.append(' ').append(attribute).append(String.format(Locale.ROOT, "=\"#%06x\"", ink.rgb()));
		if (ink.opacity() < 1) out.append(' ').append(attribute).append("-opacity=\"").append(number(ink.opacity())).append(
			'"');
	}

	private static String number(final double v) {
		return BigDecimal.valueOf(v).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
	}

	/** Text for XML; characters that XML 1.0 forbids become a replacement character. */
	private static String escape(final String text) {
		final StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach(c -> {
			if (c == '&') escaped.append("&amp;");
			else if (c == '<') escaped.append("&lt;");
			else if (c == '>') escaped.append("&gt;");
			else if (c < ' ' && c != '\t' || c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff) escaped.append('\ufffd');
			else escaped.appendCodePoint(c);
		});
		return escaped.toString();
	}
}
