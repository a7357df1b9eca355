package io.github.radiomicsnomogram.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.texture.TextureSettings.Norm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of every kind that {@link RunPlaces} counts, or leaves to a walk, against {@link NaiveMatrices}. */
class RunLengthMatricesTest {

	/** In 3-D, and in the planes across each axis. */
	private static List<TextureSettings> settings() {
		final List<TextureSettings> all = new ArrayList<>(List.of(TextureSettings.DEFAULT));
		for (int dimension = 0; dimension < 3; dimension++)
			all.add(new TextureSettings(List.of(1), true, Optional.empty(), 0, true, dimension));
		return all;
	}

	/** Each direction with runs, in order: entries as "level, length: number". */
	private static List<String> expected(final int[][][] roi, final TextureSettings settings) {
		final List<String> all = new ArrayList<>();
		for (final Offset o : Offset.half(LevelCases.of(roi), List.of(1), settings)) {
			final NaiveMatrices naive = new NaiveMatrices(roi);
			if (!naive.meetsTwo(o)) continue;
			final double[][] runs = naive.runs(o);
			final StringBuilder text = new StringBuilder();
			for (int level = 0; level < runs.length; level++)
				for (int length = 0; length < runs[level].length; length++)
					if (runs[level][length] != 0) text.append(entry(level, length, runs[level][length]));
			all.add(text.toString());
		}
		return all;
	}

	private static List<String> computed(final int[][][] roi, final TextureSettings settings) {
		final GreyLevels levels = LevelCases.of(roi);
		return RunLengthMatrices.of(levels, settings).stream().map(runs -> text(levels, runs)).toList();
	}

	private static String text(final GreyLevels levels, final SparseMatrix runs) {
		final StringBuilder text = new StringBuilder();
		for (int e = 0; e < runs.size(); e++)
			text.append(entry(levels.present()[runs.row(e)], runs.column(e), runs.value(e)));
		return text.toString();
	}

	private static String entry(final int level, final int length, final double number) {
		return level + ", " + length + ": " + number + "\n";
	}

	/** Up to 8 levels take 4 bits for ranks, 9 to 16 take 5, and so on; from 16,384 on nearly none are left for places. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 15, 16, 255, 256, 1023, 1024, 5000, 16383, 16384, 40000 })
	void anyNumberOfLevels(final int levelCount) {
		final int n = 36;
		final int[][][] roi = LevelCases.random(levelCount, n, n, n, levelCount, 0.9);
		for (int i = 0; i < levelCount; i++)
			roi[i / n / n][i / n % n][i % n] = i + 1;
		assertEquals(levelCount, LevelCases.of(roi).size());
		assertEquals(levelCount < 1 << 14, RunPlaces.fits(levelCount));
		for (final TextureSettings settings : settings())
			assertEquals(expected(roi, settings), computed(roi, settings));
	}

	/** 5000 is the highest of 300 levels. */
	@Test
	void levelsThatNoVoxelHas() {
		final int[][][] roi = LevelCases.random(1, 20, 21, 19, 300, 0.8);
		for (final int[][] slice : roi)
			for (final int[] row : slice)
				for (int x = 0; x < row.length; x++)
					row[x] *= 5000 / 300;
		for (final TextureSettings settings : settings())
			assertEquals(expected(roi, settings), computed(roi, settings));
	}

	/** 1,500 levels leave 5 bits, for places up to 31: runs around that, along the axes and a diagonal. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 30, 31, 32, 33, 40, 63, 64, 65 })
	void runsThatAreTooLongForTheBitsLeft(final int length) {
		final int[][][] roi = LevelCases.random(2, 66, 67, 68, 1500, 0.3);
		for (int i = 0; i < length; i++)
			roi[0][0][i] = roi[1][i][0] = roi[i][2][2] = roi[i][i][i] = 7;
		for (final TextureSettings settings : settings())
			assertEquals(expected(roi, settings), computed(roi, settings));
	}

	@Test
	void longRunsOfFewLevels() {
		final int[][][] roi = new int[40][41][150];
		for (int z = 0; z < 40; z++)
			for (int y = 0; y < 41; y++)
				for (int x = 0; x < 150; x++)
					roi[z][y][x] = x * x + 3 * y * y + 9 * z * z < 150 * 150 ? 1 + (x + y + z) / 70 % 2 : 0;
		for (final TextureSettings settings : settings())
			assertEquals(expected(roi, settings), computed(roi, settings));
	}

	/** Slices of different extents, some of them empty. */
	@Test
	void roiThatMovesFromSliceToSlice() {
		final int[][][] roi = new int[30][25][20];
		for (int z = 0; z < 30; z++)
			for (int y = 0; y < 25; y++)
				for (int x = 0; x < 20; x++) {
					final int dy = y - (z * 7 % 25), dx = x - (z * 3 % 20);
					roi[z][y][x] = z % 5 != 3 && dx * dx + dy * dy < 40 ? 1 + (x ^ y ^ z) % 3 : 0;
				}
		roi[0][0][0] = roi[29][24][19] = 1;
		for (final TextureSettings settings : settings())
			assertEquals(expected(roi, settings), computed(roi, settings));
	}

	/** A side around 65,536 and above, which 16 bits hold no longer. */
	@ParameterizedTest
	@ValueSource(ints = { 32767, 32768, 65534, 65535, 65536, 70000 })
	void veryLongBoxes(final int n) {
		for (final int size : new int[] { 1, 2 }) {
			final int[][][] alongX = new int[1][size][n], alongY = new int[size][n][1], alongZ = new int[n][1][size];
			for (int s = 0; s < size; s++)
				for (int i = 0; i < n; i++)
					alongX[0][s][i] = alongY[s][i][0] = alongZ[i][0][s] = s == 0 || i % 1000 != 5 ? 1 : 2;
			for (final int[][][] roi : List.of(alongX, alongY, alongZ)) {
				final List<String> computed = computed(roi, TextureSettings.DEFAULT);
				assertTrue(computed.stream().anyMatch(m -> m.contains("1, " + n + ": 1.0\n")));
				assertEquals(expected(roi, TextureSettings.DEFAULT), computed);
			}
		}
	}

	@Test
	void walkFindsTheSameRuns() {
		final int[][][] roi = LevelCases.random(3, 20, 18, 16, 4, 0.8);
		final GreyLevels levels = LevelCases.of(roi);
		final List<Offset> offsets = Offset.half(levels, List.of(1), TextureSettings.DEFAULT);
		assertEquals(expected(roi, TextureSettings.DEFAULT), offsets.stream().map(o -> text(levels, RunLengthMatrices.walk(
			levels, o))).toList());
	}

	@Test
	void weightsAreOneSum() {
		final GreyLevels levels = LevelCases.of(LevelCases.random(4, 17, 18, 19, 5, 0.9), 0.7, 0.8, 3);
		final List<SparseMatrix> all = RunLengthMatrices.of(levels, TextureSettings.DEFAULT);
		final double[] weights = Offset.half(levels, List.of(1), TextureSettings.DEFAULT).stream().mapToDouble(o -> o.length(
			Norm.EUCLIDEAN, levels.roi().geometry().spacing())).toArray();
		final List<SparseMatrix> weighted = RunLengthMatrices.of(levels, new TextureSettings(List.of(1), true, Optional.of(
			Norm.EUCLIDEAN), 0, false, 0));
		assertEquals(1, weighted.size());
		assertEquals(text(levels, SparseMatrix.sum(all, weights)), text(levels, weighted.get(0)));
		assertEquals(13, all.size());
		assertFalse(Arrays.stream(weights).allMatch(w -> w == weights[0]));
	}

	@Test
	void threadsChangeNothing() {
		final int[][][] roi = LevelCases.random(5, 50, 40, 30, 6, 0.8);
		for (final TextureSettings settings : settings()) {
			final List<String> expected = Parallelization.runSingleThreaded(() -> computed(roi, settings));
			assertArrayEquals(expected(roi, settings).toArray(), expected.toArray());
			for (final int threads : new int[] { 2, 3, 5, 13, 20 })
				assertEquals(expected, Parallelization.runWithNumThreads(threads, () -> computed(roi, settings)));
		}
	}
}
