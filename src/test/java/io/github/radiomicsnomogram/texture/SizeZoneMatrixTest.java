package io.github.radiomicsnomogram.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones that meet late, are many or are large, in one slab or several, against {@link NaiveMatrices}. */
class SizeZoneMatrixTest {

	private static final int N = 28;

	private static void check(final int[][][] roi) {
		for (int dimension = -1; dimension < 3; dimension++) {
			final TextureSettings settings = new TextureSettings(List.of(1), true, Optional.empty(), 0, dimension >= 0, Math
				.max(0, dimension));
			final List<List<Integer>> expected = expected(roi, dimension < 0 ? -1 : 2 - dimension);
			assertEquals(expected, Parallelization.runSingleThreaded(() -> computed(roi, settings)));
			for (final int threads : new int[] { 2, 3, 7, 40 })
				assertEquals(expected, Parallelization.runWithNumThreads(threads, () -> computed(roi, settings)));
		}
	}

	/** Level, size, number of zones; sorted. */
	private static List<List<Integer>> expected(final int[][][] roi, final int flatAxis) {
		final Map<Long, Integer> zones = new TreeMap<>();
		new NaiveMatrices(roi).zones(NaiveMatrices.offsets(List.of(1), flatAxis), (level, size) -> zones.merge((long) level <<
			32 | size, 1, Integer::sum));
		return zones.entrySet().stream().map(e -> List.of((int) (e.getKey() >> 32), e.getKey().intValue(), e.getValue()))
			.toList();
	}

	private static List<List<Integer>> computed(final int[][][] roi, final TextureSettings settings) {
		final GreyLevels levels = LevelCases.of(roi);
		final SparseMatrix zones = SizeZoneMatrix.of(levels, settings);
		final List<List<Integer>> entries = new ArrayList<>();
		for (int e = 0; e < zones.size(); e++)
			entries.add(List.of(levels.present()[zones.row(e)], zones.column(e), (int) zones.value(e)));
		return entries;
	}

	/** Up to 8,191 levels are compared at once. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 60, 8191, 8192, 20000 })
	void anyNumberOfLevels(final int levelCount) {
		final int[][][] roi = LevelCases.random(levelCount, N, N, N, levelCount, 0.7);
		for (int i = 0; i < levelCount; i++)
			roi[i / N / N][i / N % N][i % N] = i + 1;
		check(roi);
	}

	/** Half of the voxels are levels of their own, which leave a table no room for columns. */
	@Test
	void oneLargeZoneAmongManyLevels() {
		final int[][][] roi = new int[N][N][N];
		for (int i = 0; i < N * N * N; i++)
			roi[i / N / N][i / N % N][i % N] = i % 2 == 0 ? 1 : i + 1;
		check(roi);
	}

	/** A path through all slices, there and back: its ends are parts until the last slice joins them. */
	@Test
	void zonesThatMeetInTheLastSlice() {
		final int[][][] roi = new int[N][15][N];
		for (int z = 0; z < N; z++)
			for (int y = 0; y < 15; y++)
				for (int x = 0; x < N; x++)
					roi[z][y][x] = x % 4 == 0 && y % 4 == 0 || z == N - 1 && y % 4 == 0 ? 1 : x % 4 == 2 && y % 2 == 0 ? 2 : 0;
		check(roi);
	}

	/** The same along y and x: combs that open to the first row. */
	@Test
	void zonesThatMeetAtTheEndOfASlice() {
		final int[][][] roi = new int[9][N][N];
		for (int z = 0; z < 9; z++)
			for (int y = 0; y < N; y++)
				for (int x = 0; x < N; x++)
					roi[z][y][x] = z % 4 == 1 ? x % 2 == 0 || y == N - 1 ? 1 : 0 : z % 4 == 3 ? y % 2 == 0 || x == N - 1 ? 2 : 0 : 0;
		check(roi);
	}

	/** Slices of different extents, some of them empty. */
	@Test
	void roiThatMovesFromSliceToSlice() {
		final int[][][] roi = new int[30][25][20];
		for (int z = 0; z < 30; z++)
			for (int y = 0; y < 25; y++)
				for (int x = 0; x < 20; x++) {
					final int dy = y - z * 7 % 25, dx = x - z * 3 % 20;
					roi[z][y][x] = z % 5 != 3 && dx * dx + dy * dy < 40 ? 1 + (x ^ y ^ z) % 3 : 0;
				}
		check(roi);
	}
}
