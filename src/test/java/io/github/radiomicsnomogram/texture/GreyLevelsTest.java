package io.github.radiomicsnomogram.texture;

import static io.github.radiomicsnomogram.volume.VoxelType.FLOAT32;
import static io.github.radiomicsnomogram.volume.VoxelType.FLOAT64;
import static io.github.radiomicsnomogram.volume.VoxelType.INT16;
import static io.github.radiomicsnomogram.volume.VoxelType.INT8;
import static io.github.radiomicsnomogram.volume.VoxelType.UINT32;
import static io.github.radiomicsnomogram.volume.VoxelType.UINT8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Grey levels against those of PyRadiomics 3.1.0 with NumPy 1.26.4:
 * {@code imageoperations.binImage(numpy.array(values, type), mask, binWidth=...)}. Levels are whole numbers, so they agree
 * or not.
 */
class GreyLevelsTest {

	@Test
	void wholeValuesFallIntoBinsThatStartAtMultiplesOfTheWidth() {
		assertLevels(INT16, width(25), values(-1000, -26, -25, -1, 0, 24, 25, 26, 49, 50), 1, 39, 40, 40, 41, 41, 42, 42, 42,
			43);
		assertLevels(UINT8, width(100), values(3, 4, 5, 7, 250, 255), 1, 1, 1, 1, 3, 3);
	}

	@Test
	void edgesAreRoundedAsNumPyRoundsThem() {
		assertLevels(INT8, width(0.3), values(-7, -3, -1, 0, 1, 2, 5, 9), 1, 15, 21, 25, 28, 31, 41, 55);
		assertLevels(FLOAT64, width(0.1), values(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0), 1, 2, 2, 4, 5, 6, 6, 8, 9,
			10);
		assertLevels(FLOAT32, width(0.1), single(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0), 1, 2, 3, 4, 5, 6, 6, 8, 8,
			10);
		assertLevels(FLOAT32, width(0.25), single(1000.1, 1000.2, 1000.3, 1000.4, 1001.7), 1, 1, 2, 2, 7);
		assertLevels(FLOAT64, width(25), values(-1e-20, 0, 1), 1, 2, 2);
	}

	@Test
	void aNumberOfBinsDividesTheRange() {
		assertLevels(INT16, count(4), values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4);
		assertLevels(INT16, count(3), values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3);
		assertLevels(UINT32, count(5), values(4294967295.0, 4294967290.0, 0), 5, 5, 1);
	}

	/** The edges of a single-precision image are single: three of these fall together, and adding 1 to the last is lost. */
	@Test
	void edgesOfSinglePrecisionImagesAreSingle() {
		assertLevels(FLOAT32, count(8), values(33554432, 33554436, 33554440), 3, 6, 9);
		assertLevels(FLOAT64, count(8), values(33554432, 33554436, 33554440), 1, 5, 8);
		assertLevels(FLOAT32, count(7), single(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7), 1, 2, 3, 4, 5, 6, 7, 7);
	}

	@Test
	void flatRoisHaveOneLevel() {
		assertLevels(INT16, width(25), values(5, 5, 5), 1, 1, 1);
		assertLevels(INT16, count(5), values(42, 42), 3, 3);
		assertLevels(FLOAT32, count(1), values(42, 42), 1, 1);
		assertLevels(FLOAT32, count(4), single(67108864, 67108864), 5, 5);
	}

	@Test
	void onlyLevelsThatOccurAreKept() {
		final GreyLevels levels = GreyLevels.of(LevelCases.row(INT16, 0, 1000, 990, 1000, 75), width(25));
		assertArrayEquals(new int[] { 1, 4, 40, 41 }, levels.present());
		assertArrayEquals(new int[] { 1, 1, 1, 2 }, levels.counts());
		assertArrayEquals(new int[] { 1, 4, 3, 4, 2 }, levels.ranks());
		assertEquals(4, levels.size());
		assertEquals(41, levels.max());
	}

	@Test
	void manyLevelsTakeNoMoreRoomThanVoxels() {
		final GreyLevels levels = GreyLevels.of(LevelCases.row(FLOAT64, 0, 1e6, 3, 5e5, 3), width(0.01));
		assertArrayEquals(new int[] { 1, 301, 50_000_001, 100_000_001 }, levels.present());
		assertArrayEquals(new int[] { 1, 4, 2, 3, 2 }, levels.ranks());
	}

	@Test
	void binsThatAreTooNarrowAreRefused() {
		final RoiVoxels row = LevelCases.row(FLOAT64, -1e6, 1e6);
		final String message = assertThrows(InputException.class, () -> GreyLevels.of(row, width(1e-9))).getMessage();
		assertTrue(message.startsWith("binWidth 1.0E-9 is too small for a ROI with values from -1000000.0 to 1000000.0: that " +
			"makes 2000000000000002 grey levels."), message);
		assertThrows(InputException.class, () -> GreyLevels.of(LevelCases.row(FLOAT64, 1e16, 2e16), width(0.1)));
	}

	/** Naive: an edge after the other is counted. NumPy rounds the second edge on its own and the others by its distance. */
	@Test
	void levelsAreTheNumbersOfEdgesBelow() {
		final Random random = new Random(7);
		for (final double width : new double[] { 25, 5, 1, 0.3, 0.1, 1.0 / 3, 1e-3 }) {
			assertNaive(width, () -> random.nextInt(200) - 100);
			assertNaive(width, () -> width * (random.nextInt(2000) - 1000));
			assertNaive(width, () -> Math.nextDown(width * random.nextInt(100)));
			assertNaive(width, () -> Math.nextUp(-width * random.nextInt(100)));
			assertNaive(width, () -> width * 10 * random.nextGaussian());
			assertNaive(width, () -> 1e6 + width * random.nextInt(20));
		}
		assertNaive(1e10, () -> 1e15 * random.nextGaussian());
		assertNaive(1e300, () -> 1e302 * random.nextGaussian());
		assertNaive(1e-310, () -> 1e-308 * random.nextDouble());
	}

	private static void assertNaive(final double width, final DoubleSupplier value) {
		final double[] values = DoubleStream.generate(value).limit(50).toArray();
		final double min = Arrays.stream(values).min().getAsDouble();
		final double low = min - (min % width < 0 ? min % width + width : min % width), step = low + width - low;
		final int[] expected = new int[values.length];
		for (int i = 0; i < values.length; i++) {
			expected[i] = 1;
			while ((expected[i] == 1 ? low + width : low + expected[i] * step) <= values[i])
				expected[i]++;
		}
		assertLevels(FLOAT64, width(width), values, expected);
	}

	/** Levels of 16 bits; more, but ranks of 16 bits; ranks of more. */
	@ParameterizedTest
	@CsvSource({ "2.5, 240, 240", "0.009, 66667, 55000", "0.001, 600000, 95000" })
	void countsAndPlacesAreThoseOfTheVoxels(final double width, final int levels, final int most) {
		final Random random = new Random(8);
		final double[] values = random.doubles(100_003, -300, 300).toArray();
		final RoiVoxels roi = LevelCases.row(FLOAT64, values);
		final GreyLevels one = Parallelization.runSingleThreaded(() -> GreyLevels.of(roi, width(width)));
		assertEquals(levels, one.max(), 1 + 1e-3 * levels);
		assertTrue(one.size() <= most && one.size() > most * 0.9, one.size() + " levels occur");
		final int[] counts = new int[one.size()];
		for (final int rank : one.ranks())
			counts[rank - 1]++;
		assertArrayEquals(counts, one.counts());
		assertArrayEquals(IntStream.range(0, values.length).map(i -> one.grid(1).rank(one.grid(1).index(i, 0, 0))).toArray(),
			one.ranks());
		assertArrayEquals(one.ranks(), one.grid(3).voxelRanks());
	}

	/** The second width leaves levels so far apart that they are not counted in a table. */
	@Test
	void levelsDontDependOnTheThreads() {
		final RoiVoxels roi = LevelCases.roi(LevelCases.random(9, 120, 60, 40, 300, 0.6), FLOAT64, 1, 1, 1);
		for (final Binning binning : new Binning[] { width(25), width(1e-5), count(64) }) {
			final GreyLevels one = Parallelization.runSingleThreaded(() -> GreyLevels.of(roi, binning));
			for (final int threads : new int[] { 2, 3, 8 }) {
				final GreyLevels several = Parallelization.runWithNumThreads(threads, () -> GreyLevels.of(roi, binning));
				assertArrayEquals(one.present(), several.present());
				assertArrayEquals(one.counts(), several.counts());
				assertArrayEquals(one.grid(1).voxelRanks(), several.grid(1).voxelRanks());
			}
		}
	}

	private static Binning width(final double width) {
		return new Binning.FixedWidth(width);
	}

	private static Binning count(final int count) {
		return new Binning.FixedCount(count);
	}

	private static double[] values(final double... values) {
		return values;
	}

	private static double[] single(final double... values) {
		for (int i = 0; i < values.length; i++)
			values[i] = (float) values[i];
		return values;
	}

	private static void assertLevels(final VoxelType type, final Binning binning, final double[] values,
		final int... expected)
	{
		final GreyLevels levels = GreyLevels.of(LevelCases.row(type, values), binning);
		assertArrayEquals(expected, Arrays.stream(levels.ranks()).map(rank -> levels.present()[rank - 1]).toArray());
	}
}
