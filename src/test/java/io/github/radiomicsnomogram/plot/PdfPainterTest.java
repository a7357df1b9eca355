package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.model.Examples;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Item;
import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Line;
import io.github.radiomicsnomogram.plot.Scene.Picture;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class PdfPainterTest {

	private static String content(final Item... items) {
		return new ParsedPdf(Figures.pdf(new Scene(200, 100, List.of(items)))).stream(4);
	}

	@Test
	void aFileHoldsTogether() {
		final ParsedPdf pdf = new ParsedPdf(Figures.pdf(NomogramFigure.of(Examples.high())));
		assertTrue(pdf.object(1).contains("/Type /Catalog /Pages 2 0 R"));
		assertTrue(pdf.object(2).contains("/Kids [3 0 R] /Count 1"));
		assertTrue(pdf.object(3).contains("/MediaBox [0 0 760 "), pdf.object(3));
		assertTrue(pdf.object(3).contains("/Contents 4 0 R"));
		for (final String font : List.of("Helvetica ", "Helvetica-Bold ", "Helvetica-Oblique ", "Symbol "))
			assertTrue(pdf.objects().stream().anyMatch(o -> o.contains("/BaseFont /" + font)), font);
	}

	@Test
	void theSameSceneGivesTheSameBytes() {
		assertArrayEquals(Figures.pdf(NomogramFigure.of(Examples.high())), Figures.pdf(NomogramFigure.of(Examples.high())));
	}

	@Test
	void yPointsUpwards() {
		final String c = content(new Line(new double[] { 10, 20 }, new double[] { 30, 40 }, new Stroke(Ink.of(0xff0000), 2,
			3)));
		assertTrue(c.contains("1 0 0 RG\n2 w [3] 0 d 10 70 m 20 60 l S"), c);
	}

	@Test
	void areasAreEvenOddAndTheirOpacityIsAState() {
		final Scene scene = new Scene(200, 100, List.of(new Polygon(List.of(new double[] { 0, 0, 10, 0, 10, 10 }), new Ink(
			0x0000ff, 0.25), Stroke.NONE)));
		final ParsedPdf pdf = new ParsedPdf(Figures.pdf(scene));
		assertTrue(pdf.stream(4).contains("/G25 gs 0 0 1 rg\n0 100 m 10 100 l 10 90 l h f*"), pdf.stream(4));
		assertTrue(pdf.objects().stream().anyMatch(o -> o.contains("/ca 0.25 /CA 0.25")));
	}

	@Test
	void textsAreAnchoredTurnedAndEncoded() {
		assertTrue(content(new Label(100, 50, "Ab", 10, Style.BOLD, Anchor.END, Ink.BLACK)).contains(
			"BT 1 0 0 1 " + (100 - 13.33) + " 50 Tm\n/F2 10 Tf <4162> Tj\nET"));
		assertTrue(content(new Label(100, 50, "A", 10, Style.PLAIN, Anchor.START, Ink.BLACK, 90)).contains(
			"BT 0 1 -1 0 100 50 Tm"));
		assertTrue(content(new Label(0, 0, "a ≤ µ² – 生", 10, Style.ITALIC, Anchor.START, Ink.BLACK)).contains(
			"/F3 10 Tf <6120> Tj\n/F4 10 Tf <a3> Tj\n/F3 10 Tf <20b5b22096203f> Tj"));
	}

	@Test
	void picturesKeepTheirPixels() {
		final byte[] grey = { 0, 50, (byte) 200, (byte) 255, 1, 2 };
		final ParsedPdf pdf = new ParsedPdf(Figures.pdf(new Scene(200, 100, List.of(new Picture(10, 20, 30, 40, 3, 2,
			grey)))));
		assertTrue(pdf.stream(4).contains("30 0 0 40 10 40 cm /P0 Do"), pdf.stream(4));
		final int image = pdf.objects().size();
		assertTrue(pdf.object(image).contains("/Width 3 /Height 2 /ColorSpace /DeviceGray"));
		assertArrayEquals(grey, pdf.stream(image).getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	void nothingThatChangesFromDayToDay() {
		final String all = new String(Figures.pdf(NomogramFigure.of(Examples.zhang())), StandardCharsets.ISO_8859_1);
		for (final String key : List.of("/CreationDate", "/ModDate", "/ID"))
			assertFalse(all.contains(key), key);
		assertEquals("%PDF-1.4\n", all.substring(0, 9));
	}
}
