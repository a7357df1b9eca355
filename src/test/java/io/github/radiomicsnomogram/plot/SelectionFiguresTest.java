package io.github.radiomicsnomogram.plot;

import static io.github.radiomicsnomogram.plot.SceneChecks.first;
import static io.github.radiomicsnomogram.plot.SceneChecks.lines;
import static io.github.radiomicsnomogram.plot.SceneChecks.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Line;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation;
import io.github.radiomicsnomogram.survival.CoxNetOptions;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation.Estimate;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SelectionFiguresTest {

	private static final int PATIENTS = 90, FEATURES = 6;
	private static final CoxNetCrossValidation LASSO = lasso();

	private static CoxNetCrossValidation lasso() {
		final Random random = new Random(20260706);
		final double[][] x = new double[FEATURES][PATIENTS];
		final double[] time = new double[PATIENTS];
		final boolean[] event = new boolean[PATIENTS];
		for (int i = 0; i < PATIENTS; i++) {
			for (int j = 0; j < FEATURES; j++)
				x[j][i] = random.nextGaussian();
			time[i] = 1 + -40 * Math.log(1 - random.nextDouble()) / Math.exp(0.9 * x[0][i] - 0.7 * x[1][i]);
			event[i] = random.nextDouble() < 0.7;
		}
		return CoxNetCrossValidation.of(new SurvivalTimes(time, event), IntStream.range(0, FEATURES).mapToObj(j -> "f" + j)
			.toList(), x, CoxNetOptions.alpha(1), CoxNetCrossValidation.folds(PATIENTS, 5, 1),
			CoxNetCrossValidation.Measure.GROUPED_DEVIANCE, Progress.NONE);
	}

	@Test
	void thePathEndsAtItsCoefficients() {
		final LassoPathFigure figure = new LassoPathFigure("", LASSO, LASSO.indexMin(), LASSO.path().names());
		final Scene scene = figure.draw(Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		final int last = LASSO.path().lambda().length - 1, kept = LASSO.path().nonZero(LASSO.indexMin());
		final double[] beta = LASSO.path().coefficients(last);
		final List<Line> curves = scene.items().stream().filter(i -> i instanceof Line l && l.x().length == last + 1).map(
			Line.class::cast).toList();
		assertEquals(FEATURES, curves.size());
		final double zero = first(scene, "0.0").y() - Print.TEXT * 0.35, half = first(scene, "0.4").y() - Print.TEXT * 0.35;
		final double[] ends = curves.stream().mapToDouble(c -> (zero - c.y()[last]) / (zero - half) * 0.4).sorted().toArray();
		// The page's coordinates are sums of numbers below 1000.
		assertArrayEquals(Arrays.stream(beta).sorted().toArray(), ends, 1e-9);
		assertEquals(kept, texts(scene).stream().filter(t -> t.matches("\\d  f\\d")).count());
	}

	@Test
	void bothPenaltiesAreMarkedInBothFigures() {
		for (final Figure figure : List.of(new LassoCrossValidationFigure("", LASSO, "Partial likelihood deviance"),
			new LassoPathFigure("", LASSO, LASSO.index1se(), LASSO.path().names())))
		{
			final Scene scene = figure.draw(Figure.SINGLE_COLUMN);
			SceneChecks.assertSound(scene);
			final double at = SceneChecks.place(scene, true, -Math.log(LASSO.lambdaMin()), "3", "4");
			assertTrue(lines(scene, new Stroke(Ink.BLACK, 0.7, 3)).stream().anyMatch(l -> Math.abs(l.x()[0] - at) < 1e-6 && l
				.x()[0] == l.x()[1]));
			assertTrue(texts(scene).contains("λ.1se = " + Print.fixed(LASSO.lambda1se(), 3) + " (" + LASSO.path().nonZero(LASSO
				.index1se()) + ")"), texts(scene).toString());
		}
	}

	@Test
	void theHeatMapHasACellForEachPairInTheOrderOfLikeness() {
		final double[][] r = { { 1, 0.1, -0.9, Double.NaN }, { 0.1, 1, 0.2, 0 }, { -0.9, 0.2, 1, 0.1 }, { Double.NaN, 0, 0.1,
			1 } };
		assertArrayEquals(new int[] { 0, 2, 1, 3 }, AverageLinkage.order(r));
		final CorrelationFigure figure = CorrelationFigure.clustered("Map", List.of("a", "b", "c", "d"), r, "Pearson's r");
		final Scene scene = figure.draw(Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		assertEquals(2, texts(scene).stream().filter("−0.90"::equals).count());
		assertEquals(2, scene.items().stream().filter(i -> i instanceof Polygon p && p.fill().equals(Palette.PALE)).count(),
			 "missing correlations are grey");
		final List<String> names = texts(scene).stream().filter(t -> t.matches("[abcd]")).toList();
		assertEquals(List.of("a", "a", "c", "c", "b", "b", "d", "d"), names);
	}

	@Test
	void aLargeHeatMapFits() {
		final int n = 110;
		final double[][] r = IntStream.range(0, n).mapToObj(i -> IntStream.range(0, n).mapToDouble(j -> i == j ? 1 : Math.sin(
			i * j)).toArray()).toArray(double[][]::new);
		SceneChecks.assertSound(CorrelationFigure.given("", IntStream.range(0, n).mapToObj(i -> "glszm Feature" + i).toList(),
			r, "r").draw(Figure.DOUBLE_COLUMN));
	}

	@Test
	void correlationsAboveTheThresholdAreCounted() {
		final Scene scene = new IccFigure("", List.of(new Estimate(0.8, 0.6, 0.9), new Estimate(0.95, 0.9, 0.97), new Estimate(
			0.5, 0.1, 0.7), new Estimate(Double.NaN, Double.NaN, Double.NaN), new Estimate(0.75, 0.5, 0.9)), 0.75, "ICC").draw(
				Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		assertTrue(texts(scene).containsAll(List.of("ICC ≥ 0.75: 3 of 4", "ICC < 0.75: 1")), texts(scene).toString());
	}

	@Test
	void theMostFrequentFeatureComesFirst() {
		final Scene scene = new FrequencyFigure("", List.of(new FrequencyFigure.Feature("rare", 0.1, false),
			new FrequencyFigure.Feature("often", 0.9, true), new FrequencyFigure.Feature("never", 0, false)), 2, "Selected").draw(
				Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		assertTrue(first(scene, "often").y() < first(scene, "rare").y());
		assertTrue(texts(scene).containsAll(List.of("90%", "10%")));
		assertTrue(!texts(scene).contains("never"), "only two were wanted");
	}

	@Test
	void everyPermutationIsInABar() {
		final double[] permuted = { 0.5, 0.52, 0.55, 0.55, 0.6, Double.NaN };
		final Scene scene = new PermutationFigure("", permuted, 0.7, 1 / 6.0, "C-index").draw(Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		assertTrue(texts(scene).containsAll(List.of("Observed: 0.700", "5 permutations, P = 0.167")), texts(scene)
			.toString());
		SceneChecks.assertSound(new PermutationFigure("", new double[] { 0.5 }, 0.5, 1, "C-index").draw(
			Figure.SINGLE_COLUMN));
	}

	@Test
	void barsOfScoresAscend() {
		final WaterfallFigure figure = new WaterfallFigure("", new double[] { 0.3, -0.5, 0.1, 0.9 }, new boolean[] { true,
			false, false, true }, 0.2, "Score");
		final Scene scene = figure.draw(Figure.SINGLE_COLUMN);
		SceneChecks.assertSound(scene);
		final List<Line> bars = scene.items().stream().filter(i -> i instanceof Line l && l.stroke().width() > 5).map(
			Line.class::cast).toList();
		assertEquals(4, bars.size());
		for (int i = 1; i < bars.size(); i++)
			assertTrue(bars.get(i).y()[1] < bars.get(i - 1).y()[1] && bars.get(i).x()[0] > bars.get(i - 1).x()[0]);
		assertEquals(List.of(Palette.ink(6), Palette.ink(6), Palette.VERMILION, Palette.VERMILION), bars.stream().map(l -> l
			.stroke().ink()).toList());
	}

	@Test
	void panelsHaveLetters() {
		final Figure figure = new IccFigure("", List.of(new Estimate(0.8, 0.6, 0.9)), 0.75, "ICC");
		final Scene three = Panels.grid(List.of(figure, figure, figure), 2).draw(Figure.DOUBLE_COLUMN);
		SceneChecks.assertSound(three);
		assertTrue(texts(three).containsAll(List.of("A", "B", "C")));
		assertTrue(first(three, "A").y() == first(three, "B").y() && first(three, "C").x() == first(three, "A").x());
		assertTrue(!texts(Panels.row(figure).draw(Figure.SINGLE_COLUMN)).contains("A"));
	}
}
