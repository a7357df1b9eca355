package io.github.radiomicsnomogram.plot;

import static io.github.radiomicsnomogram.plot.SceneChecks.first;
import static io.github.radiomicsnomogram.plot.SceneChecks.lines;
import static io.github.radiomicsnomogram.plot.SceneChecks.passes;
import static io.github.radiomicsnomogram.plot.SceneChecks.place;
import static io.github.radiomicsnomogram.plot.SceneChecks.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Line;
import io.github.radiomicsnomogram.survival.Calibration;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.DecisionCurve;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things lie in the figures, against numbers worked out by hand. */
class SurvivalFiguresTest {

	private static final SurvivalTimes A = new SurvivalTimes(new double[] { 6, 12, 18, 30, 40, 48 }, new boolean[] { true,
		false, true, false, true, false });
	private static final SurvivalTimes B = new SurvivalTimes(new double[] { 3, 6, 9, 20 }, new boolean[] { true, true, true,
		true });

	private static KaplanMeierFigure survival() {
		return new KaplanMeierFigure("Training cohort", List.of(new KaplanMeierFigure.Group("Low risk", new KaplanMeier(A)),
			new KaplanMeierFigure.Group("High risk", new KaplanMeier(B))), "Time (months)", "Disease-free survival",
			OptionalDouble.of(36), List.of("Log-rank P = 0.015"), true);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 180, Figure.SINGLE_COLUMN, Figure.DOUBLE_COLUMN })
	void survivalStepsWhereItShould(final double width) {
		final Scene scene = survival().draw(width);
		SceneChecks.assertSound(scene);
		final Line low = lines(scene, Palette.stroke(0)).get(0), high = lines(scene, Palette.stroke(1)).get(0);
		// Low: 5/6 from 6 on, 5/6 * 3/4 from 18 on, half of that from 40 on. High: quarters down to 0 at 20.
		final double[][] steps = { { 6, 5 / 6.0 }, { 18, 5 / 8.0 }, { 40, 5 / 16.0 }, { 48, 5 / 16.0 } };
		for (final double[] s : steps)
			assertTrue(passes(low, place(scene, true, s[0], "0", "12"), place(scene, false, s[1], "0.2", "0.8")), s[0] + "");
		for (final double[] s : new double[][] { { 3, 0.75 }, { 6, 0.5 }, { 9, 0.25 }, { 20, 0 } })
			assertTrue(passes(high, place(scene, true, s[0], "0", "12"), place(scene, false, s[1], "0.2", "0.8")), s[0] + "");
	}

	@Test
	void numbersAtRiskStandUnderTheirTicks() {
		final Scene scene = survival().draw(Figure.SINGLE_COLUMN);
		// Months 0, 6, 12, ..., 48; those whose time is a tick are still at risk then.
		final int[][] expected = { { 6, 6, 5, 4, 3, 3, 2, 1, 1 }, { 4, 3, 1, 1, 0, 0, 0, 0, 0 } };
		final List<Label> names = List.of(SceneChecks.labels(scene).stream().filter(l -> l.text().equals("Low risk")).findFirst()
			.orElseThrow(), SceneChecks.labels(scene).stream().filter(l -> l.text().equals("High risk")).findFirst()
				.orElseThrow());
		for (int g = 0; g < 2; g++) {
			final double y = names.get(g).y();
			final List<Label> row = SceneChecks.labels(scene).stream().filter(l -> l.y() == y && l.text().matches("\\d+")).toList();
			assertEquals(9, row.size());
			for (int k = 0; k < row.size(); k++) {
				assertEquals(Integer.toString(expected[g][k]), row.get(k).text());
				assertEquals(place(scene, true, 6 * k, "0", "12"), row.get(k).x(), 1e-9);
			}
		}
	}

	@Test
	void rocPassesItsPoints() {
		final RocCurve roc = new RocCurve(new boolean[] { true, true, false, false, true, false }, new double[] { 6, 5, 4, 3, 2,
			1 }, RocCurve.Direction.LARGER);
		final Scene scene = new RocFigure("", List.of(new RocFigure.Curve("Signature", roc, OptionalDouble.of(4.5)))).draw(
			Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		final Line curve = lines(scene, Palette.stroke(0)).get(0);
		for (final double[] p : new double[][] { { 0, 0 }, { 0, 2 / 3.0 }, { 2 / 3.0, 2 / 3.0 }, { 2 / 3.0, 1 }, { 1, 1 } })
			assertTrue(passes(curve, place(scene, true, p[0], "0.2", "0.8"), place(scene, false, p[1], "0.2",
				"0.8")), p[0] + ", " + p[1]);
		assertTrue(texts(scene).stream().anyMatch(t -> t.startsWith("Signature: AUC 0.78 (")), texts(scene).toString());
		assertTrue(texts(scene).contains("Signature at 4.500: sens. 0.67, spec. 1.00"));
	}

	@Test
	void theForestHoldsItsIntervals() {
		final ForestFigure.Row row = new ForestFigure.Row("Nodes", 2, 1, 5, 0.04);
		final ForestFigure.Row wide = new ForestFigure.Row("Signature", 3, 0.5, 1e6, 0.2);
		final Scene scene = new ForestFigure("", List.of(new ForestFigure.Block("", List.of(row, wide, new ForestFigure.Row(
			"Separated", Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0.99), new ForestFigure.Row("Left out",
				Double.NaN, Double.NaN, Double.NaN, Double.NaN)))), "Hazard ratio (95% CI)").draw(Figure.DOUBLE_COLUMN);
		SceneChecks.assertSound(scene);
		final List<Line> bars = scene.items().stream().filter(i -> i instanceof Line l && l.stroke().width() == 0.8).map(
			Line.class::cast).toList();
		assertEquals(2, bars.size(), "those without a finite ratio have no bar");
		assertEquals(first(scene, "1").x(), bars.get(0).x()[0], 1e-9);
		assertEquals(first(scene, "5").x(), bars.get(0).x()[1], 1e-9);
		assertTrue(texts(scene).containsAll(List.of("2.00 (1.00–5.00)", "3.00 (0.50–>99999)", "∞ (0.00–∞)", "–", "0.040")),
			texts(scene).toString());
	}

	@Test
	void aModelsRow() {
		final CoxFit fit = CoxRegression.fit(new CoxData(A, DesignMatrix.numeric(List.of("x"), new double[][] { { 3, 1, 2, 2, 5,
			1 } })));
		final ForestFigure.Row row = ForestFigure.Row.of("X", fit, 0);
		assertEquals(Math.exp(fit.coefficient(0)), row.ratio(), 1e-12 * row.ratio());
		assertTrue(row.lower() < row.ratio() && row.ratio() < row.upper());
	}

	@Test
	void netBenefitOfTreatingAllCrossesZeroAtTheRisk() {
		final DecisionCurve curve = DecisionCurve.ofOutcome(new boolean[] { true, false, false, false, true }, new double[] {
			0.9, 0.2, 0.3, 0.1, 0.6 }, new double[] { 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6 }, false);
		final Scene scene = new DecisionCurveFigure("", List.of(new DecisionCurveFigure.Model("Nomogram", curve))).draw(
			Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		final Line all = lines(scene, Scene.Stroke.of(Palette.PALE, Print.CURVE)).get(0);
		assertTrue(passes(all, place(scene, true, 0.4, "0.1", "0.5"), place(scene, false, 0, "0.0", "0.4")), "40 % had it");
		final Line model = lines(scene, Palette.stroke(0)).get(0);
		assertEquals(7, model.x().length);
		assertTrue(texts(scene).stream().anyMatch(t -> t.startsWith("Nomogram best at ")), texts(scene).toString());
	}

	@Test
	void calibrationHoldsItsIntervals() {
		final List<Calibration.Group> groups = List.of(new Calibration.Group(0.3, 10, 6, 0.4, 0.2), new Calibration.Group(0.8,
			10, 2, 0.9, 0.3), new Calibration.Group(0.5, 1, 0, Double.NaN, Double.NaN), new Calibration.Group(0.1, 5, 5, 0,
				Double.POSITIVE_INFINITY));
		final Calibration c = new Calibration(groups, 1.1, 0.2, 1.05, List.of(new Calibration.Point(0.2, 0.3),
			new Calibration.Point(0.8, 0.85)), 0.07);
		final Scene scene = new CalibrationFigure("Both", List.of(new CalibrationFigure.Series("Training", c),
			new CalibrationFigure.Series("Validation", c)), "5-year DFS").draw(Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		final List<Line> bars = lines(scene, Scene.Stroke.of(Palette.ink(0), 0.7)).stream().filter(l -> l.x()[0] == l.x()[1])
			.toList();
		assertEquals(2, bars.size(), "groups of one patient, or without survivors, have no interval");
		final double x = place(scene, true, 0.3, "0.2", "0.8");
		assertEquals(x, bars.get(0).x()[0], 1e-9);
		// exp(log 0.4 -+ 1.96 * 0.2); that of the other group ends at 1.
		assertEquals(place(scene, false, 0.4 * Math.exp(-0.2 * 1.959963984540054), "0.2", "0.8"), bars.get(0).y()[0], 1e-9);
		assertEquals(place(scene, false, 1, "0.2", "0.8"), bars.get(1).y()[1], 1e-9);
		assertTrue(passes(lines(scene, Palette.stroke(0)).get(0), place(scene, true, 0.8, "0.2", "0.8"), place(scene, false,
			0.85, "0.2", "0.8")));
		assertTrue(texts(scene).contains("Training: slope 1.10, O/E risk 1.05, ICI 0.070"), texts(scene).toString());
	}

	@Test
	void longNamesBecomeSmallerRatherThanOverlap() {
		final String name = "Triple-negative tumours larger than 50 mm with positive axillary lymph nodes";
		SceneChecks.assertSound(new KaplanMeierFigure(name + " and " + name, List.of(new KaplanMeierFigure.Group(name,
			new KaplanMeier(A)), new KaplanMeierFigure.Group("Other " + name, new KaplanMeier(B))), "Time (months) since " + name,
			"Survival of " + name, OptionalDouble.empty(), List.of(name), true).draw(Figure.SINGLE_COLUMN));
	}

	@Test
	void emptyAndExtremeDataAreDrawn() {
		final SurvivalTimes one = new SurvivalTimes(new double[] { 5 }, new boolean[] { false });
		final SurvivalTimes dead = new SurvivalTimes(new double[] { 5, 5 }, new boolean[] { true, true });
		SceneChecks.assertSound(new KaplanMeierFigure("", List.of(new KaplanMeierFigure.Group("Censored", new KaplanMeier(one)),
			new KaplanMeierFigure.Group("Dead", new KaplanMeier(dead))), "Time (years)", "Survival", OptionalDouble.empty(), List
				.of(), true).draw(Figure.SINGLE_COLUMN));
		final RocCurve perfect = new RocCurve(new boolean[] { true, false }, new double[] { 2, 1 },
			RocCurve.Direction.LARGER);
		SceneChecks.assertSound(new RocFigure("Perfect", List.of(new RocFigure.Curve("A", perfect, OptionalDouble.empty())))
			.draw(Figure.SINGLE_COLUMN));
	}
}
