package io.github.radiomicsnomogram.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done slice by slice for all neighbours at once, against a walk from neighbour to neighbour. */
class NeighbourhoodsTest {

	static List<TextureSettings> settings() {
		final List<TextureSettings> all = new ArrayList<>();
		for (final List<Integer> distances : List.of(List.of(1), List.of(2), List.of(1, 3), List.of(3, 2, 1), List.of(1, 9)))
			for (int dimension = -1; dimension < 3; dimension++)
				all.add(new TextureSettings(distances, true, Optional.empty(), 0, dimension >= 0, Math.max(0, dimension)));
		return all;
	}

	@ParameterizedTest
	@MethodSource("settings")
	void sumsOfNeighbours(final TextureSettings settings) {
		for (final int[] size : new int[][] { { 7, 6, 5 }, { 12, 2, 3 }, { 2, 3, 11 }, { 1, 8, 4 } }) {
			final GreyLevels levels = LevelCases.of(LevelCases.random(9, size[0], size[1], size[2], 6, 0.6));
			final List<Offset> half = Offset.half(size, settings.distances(), settings);
			if (half.isEmpty()) continue;
			final LevelGrid grid = levels.grid(Offset.reach(half));
			final int[] numbers = numbers(levels.size()), sums = new int[grid.sliceLength()];
			final NeighbourSums neighbours = new NeighbourSums(grid, settings, grid.map(numbers));
			for (int z = 0; z < grid.slices(); z++) {
				neighbours.sum(z, sums);
				for (int v = grid.sliceStart(z); v < grid.sliceEnd(z); v++)
					if (grid.rank(v) != 0) assertEquals(walk(grid, v, half, numbers), sums[v - grid.sliceStart(z)]);
			}
		}
	}

	/** Whatever the numbers: sums beyond 32 bits lose the same bits. */
	private static int[] numbers(final int ranks) {
		final int[] numbers = new Random(5).ints(ranks + 1).toArray();
		numbers[0] = 0;
		return numbers;
	}

	private static int walk(final LevelGrid grid, final int v, final List<Offset> half, final int[] numbers) {
		int sum = 0;
		for (final Offset o : half)
			sum += numbers[grid.rank(v + grid.step(o))] + numbers[grid.rank(v - grid.step(o))];
		return sum;
	}

	/** Numbers of neighbours around powers of 2, up to those of a cube of 61 voxels; all of one level, the highest. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 8, 26, 31, 32, 124, 1330, 32767, 32768, 65535, 65536, 226980 })
	void sumsOfPiecesGiveNumberAndSumOfLevels(final int neighbours) {
		for (final int highest : new int[] { 1, 2, 100, (1 << 20) + 7, Bins.MAX_LEVEL }) {
			final LevelPieces pieces = new LevelPieces(new int[] { 1, highest }, neighbours);
			final int[][] sums = new int[pieces.size()][1];
			for (int p = 0; p < sums.length; p++) {
				assertEquals(0, pieces.numbers(p)[0]);
				sums[p][0] = neighbours * pieces.numbers(p)[2];
			}
			assertEquals(neighbours, pieces.count(sums[0][0]));
			assertEquals((long) neighbours * highest, pieces.sum(sums, 0));
		}
	}

	/** As many levels as two to eight digits of a number of 16 bits can have, in a ROI large enough for tables of them. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 6, 19, 20, 200, 255, 256 })
	void pairsOfLevels(final int levelCount) {
		final int[][][] roi = LevelCases.random(levelCount, 34, 33, 30, levelCount, 0.8);
		for (int i = 0; i < levelCount; i++)
			roi[i / 34 / 33][i / 34 % 33][i % 34] = i + 1;
		final GreyLevels levels = LevelCases.of(roi);
		final List<Offset> half = Offset.half(levels, List.of(1), TextureSettings.DEFAULT);
		final List<SparseMatrix> matrices = CooccurrenceMatrices.of(levels, TextureSettings.DEFAULT);
		assertEquals(levelCount <= 255, JointLevels.fits(levels.size()));
		assertEquals(half.size(), matrices.size());
		for (int d = 0; d < half.size(); d++) {
			final int[] expected = walkPairs(levels, half.get(d)), computed = new int[expected.length];
			for (int e = 0; e < matrices.get(d).size(); e++)
				computed[matrices.get(d).row(e) * levels.size() + matrices.get(d).column(e)] = (int) matrices.get(d).value(e);
			assertArrayEquals(expected, computed);
		}
	}

	/** Pairs of ranks, both ways. */
	private static int[] walkPairs(final GreyLevels levels, final Offset offset) {
		final LevelGrid grid = levels.grid(1);
		final int[] pairs = new int[levels.size() * levels.size()];
		for (int v = 0; v < grid.length(); v++) {
			final int a = grid.rank(v) - 1, b = a < 0 ? -1 : grid.rank(v + grid.step(offset)) - 1;
			if (b < 0) continue;
			pairs[a * levels.size() + b]++;
			pairs[b * levels.size() + a]++;
		}
		return pairs;
	}

	/** The last numbers of levels take a second piece of 13 bits, the first of them its lowest bit alone. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 300, 8191, 8192, 40000 })
	void equalNeighbours(final int levelCount) {
		final int n = 40;
		final int[][][] roi = LevelCases.random(levelCount, n, n, 30, levelCount, 0.9);
		for (int i = 0; i < Math.min(levelCount, n * n * 30); i++)
			roi[i / n / n][i / n % n][i % n] = i + 1;
		final GreyLevels levels = LevelCases.of(roi);
		assertEquals(levelCount, levels.size());
		final LevelGrid grid = levels.grid(1);
		for (final List<Offset> offsets : List.of(EqualNeighbours.OFFSETS, EqualNeighbours.OFFSETS.subList(2, 5))) {
			final EqualNeighbours neighbours = new EqualNeighbours(grid, offsets, levelCount);
			for (final int z : new int[] { 0, 1, 2, 3, 28, 29, 7, 6, 7, 8, 0 }) {
				final char[] equal = neighbours.of(z);
				for (int s = grid.firstSpan(z); s < grid.firstSpan(z + 1); s++)
					for (int v = grid.spanStart(s); v < grid.spanEnd(s); v++)
						assertEquals(bits(grid, v, offsets), equal[v - neighbours.base(z)] >>> EqualNeighbours.FIRST_BIT);
			}
		}
	}

	private static int bits(final LevelGrid grid, final int v, final List<Offset> offsets) {
		int bits = 0;
		for (final Offset o : offsets)
			if (grid.rank(v) == grid.rank(v - grid.step(o))) bits |= 1 << EqualNeighbours.OFFSETS.indexOf(o);
		return bits;
	}

	/** Cutoffs and levels around the largest that the narrow loops take. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 5, 100, 1000, 2000, Bins.MAX_LEVEL - 1 })
	void narrowAndWideDependencesAgree(final int cutoff) {
		for (final int levelCount : new int[] { 1, 30, 47, 48, 2047, 2048 }) {
			final int[][][] roi = LevelCases.random(levelCount, 9, 8, 7, levelCount, 0.8);
			final GreyLevels levels = LevelCases.of(roi);
			for (final List<Integer> distances : List.of(List.of(1), List.of(2, 3))) {
				final TextureSettings settings = new TextureSettings(distances, true, Optional.empty(), cutoff, false, 0);
				final double[][] expected = new NaiveMatrices(roi).dependences(NaiveMatrices.offsets(distances, -1), cutoff);
				final SparseMatrix m = DependenceMatrix.of(levels, settings);
				final double[][] computed = new double[expected.length][expected[0].length];
				for (int e = 0; e < m.size(); e++)
					computed[levels.present()[m.row(e)]][m.column(e)] = m.value(e);
				assertArrayEquals(expected, computed);
			}
		}
	}

	/** A ROI that is large enough for several tasks in every step: matrices of the same bits with any number of threads. */
	@Test
	void threadsChangeNothing() {
		final int[][][] roi = LevelCases.random(8, 70, 60, 30, 60, 0.8);
		final List<Object> expected = Parallelization.runSingleThreaded(() -> everything(roi));
		for (int threads = 2; threads <= 5; threads++)
			assertEquals(expected, Parallelization.runWithNumThreads(threads, () -> everything(roi)));
	}

	private static List<Object> everything(final int[][][] roi) {
		final RoiVoxels voxels = LevelCases.roi(roi, VoxelType.INT16, 1, 1, 1);
		final GreyLevels levels = GreyLevels.of(voxels, new Binning.FixedWidth(2));
		final List<Object> all = new ArrayList<>();
		for (final TextureSettings settings : settings().subList(0, 6)) {
			final List<SparseMatrix> matrices = new ArrayList<>(CooccurrenceMatrices.of(levels, settings));
			matrices.addAll(RunLengthMatrices.of(levels, settings));
			matrices.add(SizeZoneMatrix.of(levels, settings));
			matrices.add(DependenceMatrix.of(levels, settings));
			for (final SparseMatrix m : matrices)
				for (int e = 0; e < m.size(); e++)
					all.addAll(List.of(m.row(e), m.column(e), m.value(e)));
			final ToneDifferenceMatrix differences = ToneDifferenceMatrix.of(levels, settings);
			for (int row = 0; row < differences.size(); row++)
				all.addAll(List.of(differences.level(row), differences.count(row), differences.difference(row)));
		}
		return all;
	}
}
