package io.github.radiomicsnomogram.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.texture.TextureSettings.Norm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrices of random irregular ROIs against {@link NaiveMatrices}, under many settings. */
class MatricesTest {

	private static final double[] SPACING = { 0.8, 1.1, 2.5 };

	/** Sums of up to 49 weighted counts, rounded in different orders. */
	private static final double ROUNDING = 1e-13;

	record Case(String name, int[][][] roi, TextureSettings settings) {

		@Override
		public String toString() {
			return name + " " + settings;
		}

		GreyLevels levels() {
			return LevelCases.of(roi, SPACING);
		}

		NaiveMatrices naive() {
			return new NaiveMatrices(roi);
		}

		/** Axis without neighbours, 0 = x, or -1. */
		int flatAxis() {
			return settings.force2D() ? 2 - settings.force2DDimension() : -1;
		}

		List<Offset> neighbours(final List<Integer> distances) {
			return NaiveMatrices.offsets(distances, flatAxis());
		}

		/** One of each two opposite offsets, the later one; those that lead out of the box give empty matrices. */
		List<Offset> directions(final List<Integer> distances) {
			return neighbours(distances).stream().filter(o -> o.dz() > 0 || o.dz() == 0 && (o.dy() > 0 || o.dy() == 0 && o
				.dx() > 0)).toList();
		}
	}

	static List<Case> cases() {
		final List<Case> cases = new ArrayList<>();
		final List<int[][][]> rois = List.of(LevelCases.PHANTOM, LevelCases.random(1, 9, 8, 7, 5, 0.7), LevelCases.random(2,
			6, 11, 5, 40, 0.9), LevelCases.random(3, 10, 9, 8, 3, 0.15), LevelCases.random(4, 12, 7, 1, 4, 0.8), LevelCases
				.random(5, 1, 9, 9, 2, 0.5), LevelCases.random(6, 3, 2, 5, 300, 1), LevelCases.random(7, 4, 4, 4, 1, 0.6));
		for (final TextureSettings settings : settings())
			for (int i = 0; i < rois.size(); i++)
				cases.add(new Case("ROI " + i, rois.get(i), settings));
		return cases;
	}

	private static List<TextureSettings> settings() {
		final Optional<Norm> none = Optional.empty();
		return List.of(TextureSettings.DEFAULT, new TextureSettings(List.of(2), true, none, 0, false, 0), new TextureSettings(
			List.of(1, 3), false, none, 2, false, 0), new TextureSettings(List.of(1), true, none, 1, true, 0),
			new TextureSettings(List.of(1, 2), false, none, 0, true, 1), new TextureSettings(List.of(1), true, none, 0, true,
				2), new TextureSettings(List.of(1), true, Optional.of(Norm.EUCLIDEAN), 0, false, 0), new TextureSettings(List.of(
					1, 2), false, Optional.of(Norm.MANHATTAN), 0, false, 0), new TextureSettings(List.of(1), true, Optional.of(
						Norm.INFINITY), 0, true, 0), new TextureSettings(List.of(2), true, Optional.of(Norm.NO_WEIGHTING), 0, false,
							0));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void cooccurrence(final Case c) {
		final List<double[][]> expected = new ArrayList<>();
		for (final Offset o : c.directions(c.settings().distances()))
			expected.add(times(c.naive().cooccurrence(o, c.settings().symmetricalGLCM()), c.settings().weightingNorm().map(
				n -> n == Norm.NO_WEIGHTING ? 1 : Math.exp(-length(o, n) * length(o, n))).orElse(1.0)));
		compare(c, merged(c, expected), CooccurrenceMatrices.of(c.levels(), c.settings()), true);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void runLengths(final Case c) {
		final List<double[][]> expected = new ArrayList<>();
		for (final Offset o : c.directions(List.of(1)))
			if (c.naive().meetsTwo(o)) expected.add(times(c.naive().runs(o), c.settings().weightingNorm().map(n -> length(o, n))
				.orElse(1.0)));
		compare(c, merged(c, expected), RunLengthMatrices.of(c.levels(), c.settings()), false);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void zones(final Case c) {
		compare(c, List.<double[][]>of(c.naive().zones(c.neighbours(List.of(1)))), List.of(SizeZoneMatrix.of(c.levels(), c.settings())),
			false);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void dependences(final Case c) {
		compare(c, List.<double[][]>of(c.naive().dependences(c.neighbours(c.settings().distances()), c.settings().gldmA())), List.of(
			DependenceMatrix.of(c.levels(), c.settings())), false);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void toneDifferences(final Case c) {
		final double[] expected = c.naive().differences(c.neighbours(c.settings().distances()));
		final ToneDifferenceMatrix m = ToneDifferenceMatrix.of(c.levels(), c.settings());
		int voxels = 0;
		for (int row = 0; row < m.size(); row++) {
			assertEquals(expected[m.level(row)], m.difference(row), expected[m.level(row)] * ROUNDING);
			voxels += m.count(row);
		}
		assertEquals(c.levels().roi().count(), voxels);
		assertEquals(voxels, m.total());
	}

	private static double length(final Offset o, final Norm norm) {
		final double x = Math.abs(o.dx() * SPACING[0]), y = Math.abs(o.dy() * SPACING[1]), z = Math.abs(o.dz() * SPACING[2]);
		return switch (norm) {
			case MANHATTAN -> x + y + z;
			case EUCLIDEAN -> Math.hypot(x, Math.hypot(y, z));
			case INFINITY -> Math.max(x, Math.max(y, z));
			case NO_WEIGHTING -> 1;
		};
	}

	private static double[][] times(final double[][] m, final double weight) {
		for (final double[] row : m)
			for (int j = 0; j < row.length; j++)
				row[j] *= weight;
		return m;
	}

	private static double sum(final double[][] m) {
		double sum = 0;
		for (final double[] row : m)
			for (final double v : row)
				sum += v;
		return sum;
	}

	/** Without empty ones, or with a weightingNorm their sum. */
	private static List<double[][]> merged(final Case c, final List<double[][]> matrices) {
		final List<double[][]> some = matrices.stream().filter(m -> sum(m) > 0).toList();
		if (c.settings().weightingNorm().isEmpty() || some.isEmpty()) return some;
		final double[][] sum = new double[some.get(0).length][some.get(0)[0].length];
		for (final double[][] m : some)
			for (int i = 0; i < sum.length; i++)
				for (int j = 0; j < sum[i].length; j++)
					sum[i][j] += m[i][j];
		return List.<double[][]>of(sum);
	}

	/** The same matrices, in any order, since directions may be listed in any order. */
	private static void compare(final Case c, final List<double[][]> expected, final List<SparseMatrix> computed,
		final boolean columnsAreLevels)
	{
		assertEquals(expected.size(), computed.size());
		final List<double[]> left = new ArrayList<>(expected.stream().map(MatricesTest::flat).toList());
		for (final SparseMatrix m : computed) {
			final double[][] dense = new double[expected.get(0).length][expected.get(0)[0].length];
			final int[] present = c.levels().present();
			for (int e = 0; e < m.size(); e++)
				dense[present[m.row(e)]][columnsAreLevels ? present[m.column(e)] : m.column(e)] = m.value(e);
			final double[] flat = flat(dense);
			final double[] nearest = left.stream().min(java.util.Comparator.comparingDouble(x -> distance(x, flat)))
				.orElseThrow();
			assertArrayEquals(nearest, flat, m.total() * ROUNDING);
			left.remove(nearest);
		}
	}

	private static double[] flat(final double[][] m) {
		return java.util.Arrays.stream(m).flatMapToDouble(java.util.Arrays::stream).toArray();
	}

	private static double distance(final double[] a, final double[] b) {
		double d = 0;
		for (int i = 0; i < a.length; i++)
			d += Math.abs(a[i] - b[i]);
		return d;
	}
}
