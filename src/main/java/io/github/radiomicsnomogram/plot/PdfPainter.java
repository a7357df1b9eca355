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
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes a scene as a PDF 1.4 page. Texts stay texts in the standard fonts, which every viewer has. Characters beyond
 * Western European ones, Greek letters and common mathematical signs become question marks.
 */
final class PdfPainter {

	private static final int DECIMALS = 3;
	private static final int PERCENT = 100;
	private static final String SYMBOL = "F4";

	private final StringBuilder page = new StringBuilder();
	private final double height;
	/** Opacities in percent that the page uses. */
	private final TreeSet<Integer> opacities = new TreeSet<>();
	private final List<Picture> pictures = new ArrayList<>();
	private final CharsetEncoder encoder = Helvetica.WIN_ANSI.newEncoder();

	private PdfPainter(final double height) {
		this.height = height;
	}

	static byte[] paint(final Scene scene) {
		final PdfPainter painter = new PdfPainter(scene.height());
		scene.items().forEach(painter::item);
		return painter.file(scene.width());
	}

	private byte[] file(final double width) {
		final PdfFile file = new PdfFile();
		final int fonts = 5, states = fonts + 4, images = states + opacities.size();
		file.object("<< /Type /Catalog /Pages 2 0 R >>");
		file.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
		file.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(width) + " " + number(height) +
			"] /Contents 4 0 R /Resources << /ProcSet [/PDF /Text /ImageB]" + resources(fonts, states, images) + " >> >>");
		file.stream("", page.toString().getBytes(StandardCharsets.ISO_8859_1));
		for (final String name : List.of("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"))
			file.object("<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding >>");
		file.object("<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>");
		for (final int o : opacities) {
			final String share = number((double) o / PERCENT);
			file.object("<< /Type /ExtGState /ca " + share + " /CA " + share + " >>");
		}
		for (final Picture p : pictures)
			file.stream("/Type /XObject /Subtype /Image /Width " + p.columns() + " /Height " + p.rows() +
				" /ColorSpace /DeviceGray /BitsPerComponent 8", p.grey());
		return file.bytes();
	}

	private String resources(final int fonts, final int states, final int images) {
		final StringBuilder r = new StringBuilder(" /Font <<");
		for (int k = 0; k < 4; k++)
			r.append(" /F").append(k + 1).append(' ').append(fonts + k).append(" 0 R");
		r.append(" >> /ExtGState <<");
		int at = states;
		for (final int o : opacities)
			r.append(" /G").append(o).append(' ').append(at++).append(" 0 R");
		r.append(" >> /XObject <<");
		for (int k = 0; k < pictures.size(); k++)
			r.append(" /P").append(k).append(' ').append(images + k).append(" 0 R");
		return r.append(" >>").toString();
	}

	private void item(final Item item) {
		if (item instanceof Line line) line(line);
		else if (item instanceof Polygon polygon) polygon(polygon);
		else if (item instanceof Label label) label(label);
		else if (item instanceof Picture picture) picture(picture);
	}

	private void line(final Line line) {
		if (line.stroke().width() <= 0 || line.stroke().ink().opacity() <= 0) return;
		stroke(line.stroke());
		for (int i = 0; i < line.x().length; i++)
			point(line.x()[i], line.y()[i], i == 0 ? "m" : "l");
		page.append("S\n");
	}

	private void polygon(final Polygon polygon) {
		final boolean filled = polygon.fill().opacity() > 0;
		final boolean drawn = polygon.stroke().width() > 0 && polygon.stroke().ink().opacity() > 0;
		// Area and outline may differ in opacity: they are painted one after the other.
		if (filled) {
			ink(polygon.fill(), "rg");
			rings(polygon, "f*\n");
		}
		if (drawn) {
			stroke(polygon.stroke());
			rings(polygon, "S\n");
		}
	}

	private void rings(final Polygon polygon, final String operator) {
		for (final double[] ring : polygon.rings()) {
			for (int i = 0; i < ring.length; i += 2)
				point(ring[i], ring[i + 1], i == 0 ? "m" : "l");
			page.append("h ");
		}
		page.append(operator);
	}

	private void label(final Label label) {
		if (label.text().isEmpty() || label.ink().opacity() <= 0) return;
		final double width = Helvetica.width(label.text(), label.size(), label.style());
		final double shift = label.anchor() == Anchor.START ? 0 : label.anchor() == Anchor.MIDDLE ? width / 2 : width;
		final double sin = Math.sin(Math.toRadians(label.angle())), cos = Math.cos(Math.toRadians(label.angle()));
		ink(label.ink(), "rg");
		page.append("BT ").append(number(cos)).append(' ').append(number(sin)).append(' ').append(number(-sin)).append(' ')
			.append(number(cos)).append(' ').append(number(label.x() - shift * cos)).append(' ').append(number(height - label
				.y() - shift * sin)).append(" Tm\n");
		final String own = label.style() == Style.BOLD ? "F2" : label.style() == Style.ITALIC ? "F3" : "F1";
		int from = 0;
		for (int i = 1; i <= label.text().length(); i++)
			if (i == label.text().length() || isSymbol(label, i) != isSymbol(label, from)) {
				run(label.text().substring(from, i), isSymbol(label, from) ? SYMBOL : own, label.size());
				from = i;
			}
		page.append("ET\n");
	}

	private static boolean isSymbol(final Label label, final int i) {
		return Helvetica.symbol(label.text().charAt(i)) >= 0;
	}

	/** A part of a text in one font, as a hexadecimal string. */
	private void run(final String text, final String font, final double size) {
		page.append('/').append(font).append(' ').append(number(size)).append(" Tf <");
		for (int i = 0; i < text.length(); i++) {
			final int symbol = Helvetica.symbol(text.charAt(i));
			final int code = symbol >= 0 ? symbol : Helvetica.code(encoder, text.charAt(i));
			page.append(Character.forDigit(code >> 4, 16)).append(Character.forDigit(code & 15, 16));
		}
		page.append("> Tj\n");
	}

	private void picture(final Picture picture) {
		opacity(1);
		page.append("q ").append(number(picture.width())).append(" 0 0 ").append(number(picture.height())).append(' ').append(
			number(picture.x())).append(' ').append(number(height - picture.y() - picture.height())).append(" cm /P").append(
				pictures.size()).append(" Do Q\n");
		pictures.add(picture);
	}

	private void point(final double x, final double y, final String operator) {
		page.append(number(x)).append(' ').append(number(height - y)).append(' ').append(operator).append(' ');
	}

	private void stroke(final Stroke stroke) {
		ink(stroke.ink(), "RG");
		page.append(number(stroke.width())).append(" w [");
		if (stroke.dash() > 0) page.append(number(stroke.dash()));
		page.append("] 0 d ");
	}

	private void ink(final Ink ink, final String operator) {
		opacity(ink.opacity());
		for (int shift = 16; shift >= 0; shift -= 8)
			page.append(number((ink.rgb() >> shift & 0xff) / 255.0)).append(' ');
		page.append(operator).append('\n');
	}

	private void opacity(final double opacity) {
		final int percent = (int) Math.round(opacity * PERCENT);
		opacities.add(percent);
		page.append("/G").append(percent).append(" gs ");
	}

	private static String number(final double v) {
		return BigDecimal.valueOf(v).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
	}
}
