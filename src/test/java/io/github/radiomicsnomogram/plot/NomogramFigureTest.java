package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.model.Examples;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.model.RiskGroup;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Polygon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class NomogramFigureTest {

	/** The axes' ends on the page, and the right end of total points. */
	private static final double LEFT = 214, RIGHT = 724, TOTAL = 180;
	/** Corners of a circle average to its centre but for rounding. */
	private static final double ROUNDING = 1e-9;

	@Test
	void marksLieWhereTheModelSays() {
		final Prediction p = Examples.high();
		final List<Double> marks = marks(NomogramFigure.of(p), p.group());
		final double[] points = p.points().stream().mapToDouble(v -> v.points().orElseThrow()).toArray();
		for (final double x : points)
			assertEquals(2, near(marks, LEFT + (RIGHT - LEFT) * x / 100), "on the variable's axis and on that of the points");
		assertEquals(3, near(marks, LEFT + (RIGHT - LEFT) * p.pointsTotal().orElseThrow() / TOTAL),
			"total points, linear predictor and survival");
		assertEquals(9, marks.size());
	}

	@Test
	void ticksOfTheSurvivalInvertTheModel() {
		final PrognosticModel m = Examples.zhang();
		final Scene scene = NomogramFigure.of(m);
		final double lp = Math.log(Math.log(0.95) / Math.log(0.948));
		final double total = (lp + 0.4 * Math.log(30.328)) * 100 / (1.2 * Math.log(30.328));
		final List<Label> ticks = labels(scene).stream().filter(l -> l.text().equals("0.95")).toList();
		assertEquals(1, ticks.size());
		assertEquals(LEFT + (RIGHT - LEFT) * total / TOTAL, ticks.get(0).x(), ROUNDING);
	}

	@Test
	void missingValuesHaveNoMarks() {
		final Prediction p = Examples.lowWithoutNodes();
		final Scene scene = NomogramFigure.of(p);
		assertEquals(4, marks(scene, p.group()).size(), "signature and Ki-67, on their axes and on that of the points");
		final List<String> texts = labels(scene).stream().map(Label::text).toList();
		assertTrue(texts.contains("not given"));
		assertTrue(texts.stream().anyMatch(t -> t.contains("ALN status at surgery (aln) is not given")), texts.toString());
		assertEquals(0, marks(NomogramFigure.of(Examples.zhang()), RiskGroup.HIGH).size());
	}

	@Test
	void saysWhatItRestsOn() {
		final String all = String.join(" ", labels(NomogramFigure.of(Examples.high())).stream().map(Label::text).toList());
		for (final String text : List.of("High risk: score 0.456, cut-off 0.185", "Total points 101.0", "0.43 (0.19-0.67)",
			"reconstructed baseline", "Reconstructed baseline, not published", "0.48 (training), 0.27 (validation)",
			"Research use only", "doi:10.3389/fonc.2020.523327", "20 %: 8.7 points", "positive: 21.0 points",
			"0.456: 71.3 points", "5000 voxels"))
			assertTrue(all.contains(text), text + " in " + all);
	}

	@Test
	void noLabelTouchesAnother() {
		for (final Prediction p : FigureCases.predictions())
			assertApart(NomogramFigure.of(p));
		assertApart(NomogramFigure.of(Examples.zhang()));
	}

	private static void assertApart(final Scene scene) {
		final List<Label> labels = labels(scene);
		for (int i = 0; i < labels.size(); i++) {
			final double[] a = box(labels.get(i));
			assertTrue(a[0] >= 0 && a[1] <= scene.width() && a[2] >= 0 && a[3] <= scene.height(), labels.get(i).text() +
				" leaves the page");
			for (int j = 0; j < i; j++) {
				final double[] b = box(labels.get(j));
				final String names = labels.get(i).text() + " touches " + labels.get(j).text();
				assertFalse(a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3], names);
			}
		}
	}

	/** Left, right, top, bottom. */
	private static double[] box(final Label l) {
		final double w = TextBlock.width(l.text(), l.size(), l.style());
		final double x = l.x() - (l.anchor() == Anchor.START ? 0 : l.anchor() == Anchor.MIDDLE ? w / 2 : w);
		return new double[] { x, x + w, l.y() - 0.75 * l.size(), l.y() + 0.2 * l.size() };
	}

	@Test
	void svgIsWellFormedAndHoldsTheNumbers() throws Exception {
		final String svg = Figures.svg(NomogramFigure.of(Examples.high()));
		final Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
			svg.getBytes(StandardCharsets.UTF_8)));
		final NodeList texts = document.getElementsByTagName("text");
		final StringBuilder all = new StringBuilder();
		for (int i = 0; i < texts.getLength(); i++)
			all.append(texts.item(i).getTextContent()).append('\n');
		for (final String number : List.of("101.0", "2.77", "0.43 (0.19-0.67)", "0.456: 71.3 points"))
			assertTrue(all.toString().contains(number + "\n"), number);
		assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
		assertEquals(svg, Figures.svg(NomogramFigure.of(Examples.high())), "the same bytes each time");
	}

	@Test
	void svgEscapesWhatXmlForbids() throws Exception {
		final Scene scene = new Scene(10, 10, List.of(new Label(1, 5, "a<b & \"c\" > \u0001\u00e4\ud83d\ude00", 5,
			Scene.Style.PLAIN, Anchor.START, Scene.Ink.BLACK)));
		final Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
			Figures.svg(scene).getBytes(StandardCharsets.UTF_8)));
		assertEquals("a<b & \"c\" > \ufffd\u00e4\ud83d\ude00", document.getElementsByTagName("text").item(0)
			.getTextContent());
	}

	@Test
	void thePictureIsNotBlankAndShowsTheGroupsColour() {
		final BufferedImage image = Figures.render(NomogramFigure.of(Examples.high()), 1);
		int dark = 0, vermilion = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++) {
				final int rgb = image.getRGB(x, y) & 0xffffff;
				if (rgb == 0xd55e00) vermilion++;
				if ((rgb & 0xff) < 0x60 && (rgb >> 16 & 0xff) < 0x60) dark++;
			}
		assertTrue(dark > 2000 && vermilion > 300, dark + " dark, " + vermilion + " vermilion pixels");
		assertEquals(0xffffff, image.getRGB(image.getWidth() - 1, image.getHeight() - 1) & 0xffffff);
	}

	private static List<Label> labels(final Scene scene) {
		return scene.items().stream().filter(Label.class::isInstance).map(Label.class::cast).toList();
	}

	/** Centres along x of the circles in a group's colour. */
	private static List<Double> marks(final Scene scene, final RiskGroup group) {
		return scene.items().stream().filter(Polygon.class::isInstance).map(Polygon.class::cast).filter(p -> p.fill()
			.rgb() == RiskColours.rgb(group) && p.rings().get(0).length > 20).map(p -> centre(p.rings().get(0))).toList();
	}

	private static double centre(final double[] ring) {
		double sum = 0;
		for (int i = 0; i < ring.length; i += 2)
			sum += ring[i];
		return 2 * sum / ring.length;
	}

	private static long near(final List<Double> marks, final double x) {
		return Arrays.stream(marks.toArray(Double[]::new)).filter(m -> Math.abs(m - x) < ROUNDING).count();
	}
}
