package io.github.radiomicsnomogram.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {

	static List<String[]> oracle() {
		return PreprocessOracle.rows("resampled.csv");
	}

	/**
	 * The same voxels, bit for bit. Gaussian and sinc need exp, log, sin and cos, in which Java and C differ in the last
	 * bit now and then, which sums of up to 1,000 terms of either sign carry on: 1e-14.
	 */
	@ParameterizedTest(name = "{0} {1} {2} {3} {4}")
	@MethodSource("oracle")
	void equalsPyRadiomics(final String name, final String volume, final String pixel, final String spacing,
		final String interpolator, final int pad)
	{
		final Resampled resampled = new Resampling(PreprocessOracle.numbers(spacing), Interpolator.ofName(interpolator), pad)
			.apply(PreprocessOracle.input(volume, pixel), PreprocessOracle.inputMask(volume), Progress.NONE);
		final boolean exact = !interpolator.contains("Sinc") && !interpolator.equals("sitkGaussian");
		PreprocessOracle.assertVoxels(name, PreprocessOracle.expected(name), resampled.image(), exact ? 0 : 1e-14);
		PreprocessOracle.assertMask(name, PreprocessOracle.expectedMask(name), resampled.mask());
	}

	@ParameterizedTest
	@CsvSource({ "edge_float, 1", "edge_float, 2", "edge_rotated, 1", "edge_rotated, 2", "edge_border, 1",
		"edge_border, 2" })
	void equalsTheGoldenImages(final String golden, final int spacing) {
		final Path folder = Shared.path("golden/radiomics").resolve(golden);
		final Resampled resampled = new Resampling(List.of((double) spacing, (double) spacing, (double) spacing),
			Interpolator.BSPLINE, 5).apply(PreprocessOracle.read(folder.resolve("image.nrrd")), PreprocessOracle.readMask(
				folder.resolve("mask.nrrd")), Progress.NONE);
		final String name = "filters/resampled_" + spacing;
		PreprocessOracle.assertVoxels(golden, PreprocessOracle.read(folder.resolve(name + "_image.nrrd")), resampled.image(),
			0);
		PreprocessOracle.assertMask(golden, PreprocessOracle.readMask(folder.resolve(name + "_mask.nrrd")), resampled
			.mask());
	}

	@ParameterizedTest
	@ValueSource(strings = { "sitkBSpline", "sitkLinear", "sitkGaussian", "sitkWelchWindowedSinc" })
	void doesNotDependOnThreads(final String interpolator) {
		final Resampling resampling = new Resampling(List.of(0.5, 0.5, 1.0), Interpolator.ofName(interpolator), 5);
		final Volume image = PreprocessOracle.input("float32");
		final Mask mask = PreprocessOracle.inputMask("float32");
		final Resampled one = Parallelization.runSingleThreaded(() -> resampling.apply(image, mask, Progress.NONE));
		final Resampled four = Parallelization.runWithNumThreads(4, () -> resampling.apply(image, mask, Progress.NONE));
		assertArrayEquals(VoxelArrays.doubles(one.image()), VoxelArrays.doubles(four.image()));
		assertEquals(one.mask(), four.mask());
	}

	/** Starting the recursive filters 64 voxels before the part that is wanted changes no bit of it. */
	@Test
	void coefficientsOfAPartAreThoseOfTheWhole() {
		final Volume image = noise(new long[] { 190, 180, 170 }, VoxelType.INT16, 7);
		final BoundingBox part = new BoundingBox(80, 85, 82, 100, 95, 88);
		final Block cut = SplineCoefficients.of(image, part, Progress.NONE);
		final Block whole = SplineCoefficients.of(image, part, image.geometry().box(), Progress.NONE);
		assertArrayEquals(whole.values(), cut.values());
	}

	/** The order of the lines leaves none out, however many planes there are. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 4, 5, 8, 11 })
	void eachLineIsSampledOnce(final int planes) {
		final Geometry grid = Geometry.axisAligned(new long[] { 3, 7, planes }, new double[] { 1, 1, 1 });
		final ScanLines lines = new ScanLines(grid, grid);
		assertArrayEquals(IntStream.range(0, 7 * planes).toArray(), IntStream.range(0, lines.lines()).map(lines::line)
			.sorted().toArray());
	}

	/** The spline through the samples, mirrored at both ends; 1e-6 of values of 1000, as the filters start within 1e-10. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 18, 40 })
	void coefficientsGiveTheSamplesBack(final int samples) {
		final Random random = new Random(samples);
		final double[][] rows = new double[samples][9], values = new double[samples][];
		for (int k = 0; k < samples; k++) {
			for (int i = 0; i < 9; i++)
				rows[k][i] = 1000 * random.nextDouble();
			values[k] = rows[k].clone();
		}
		SplineCoefficients.filter(rows, 9);
		if (samples == 1) assertArrayEquals(values[0], rows[0]);
		else for (int k = 0; k < samples; k++)
			for (int i = 0; i < 9; i++) {
				final double before = rows[Math.abs(k - 1)][i], behind = rows[k + 1 < samples ? k + 1 : samples - 2][i];
				assertEquals(values[k][i], (before + 4 * rows[k][i] + behind) / 6, 1e-6);
			}
	}

	/** The spline's defining property; 1e-9 of values of 1000, the tolerance 1e-10 of the filters' start and rounding. */
	@Test
	void splineGoesThroughItsVoxels() {
		final Volume image = noise(new long[] { 31, 3, 20 }, VoxelType.FLOAT64, 3);
		final Volume same = GridResampler.image(image, image.geometry(), Interpolator.BSPLINE, Progress.NONE);
		assertArrayEquals(VoxelArrays.doubles(image), VoxelArrays.doubles(same), 1e-6);
	}

	@Test
	void equalSpacingOnlyCrops() {
		final Volume image = noise(new long[] { 20, 21, 22 }, VoxelType.INT16, 1);
		final Mask mask = Mask.of("roi", image.geometry(), new BoundingBox(3, 4, 5, 4, 6, 19), filled(2 * 3 * 15));
		final Resampled same = new Resampling(List.of(1.0, 0.0, 1.0), Interpolator.BSPLINE, 2).apply(image, mask,
			Progress.NONE);
		assertArrayEquals(new long[] { 6, 7, 19 }, same.image().geometry().size());
		assertArrayEquals(VoxelArrays.doubles(image, new BoundingBox(1, 2, 3, 6, 8, 21)), VoxelArrays.doubles(same
			.image()));
		assertEquals(new BoundingBox(2, 2, 2, 3, 4, 16), same.mask().box());
	}

	@Test
	void refusesAnotherNumberOfSpacings() {
		final Volume image = noise(new long[] { 5, 5, 5 }, VoxelType.INT16, 1);
		final Mask mask = Mask.of("roi", image.geometry(), image.geometry().box(), filled(125));
		assertTrue(assertThrows(InputException.class, () -> new Resampling(List.of(1.0, 2.0), Interpolator.LINEAR, 5).apply(
			image, mask, Progress.NONE)).getMessage().contains("2 numbers"));
		assertThrows(InputException.class, () -> new Resampling(List.of(1.0, -2.0, 1.0), Interpolator.LINEAR, 5));
		assertThrows(InputException.class, () -> new Resampling(List.of(1.0, 2.0, 1.0), Interpolator.LINEAR, -1));
	}

	@Test
	void saysThatTheRoiVanished() {
		final Volume image = noise(new long[] { 40, 40, 40 }, VoxelType.INT16, 1);
		final byte[] corners = new byte[8];
		corners[0] = corners[7] = 1;
		final Mask mask = Mask.of("crumbs", image.geometry(), new BoundingBox(20, 20, 20, 21, 21, 21), corners);
		final String message = assertThrows(InputException.class, () -> new Resampling(List.of(9.0, 9.0, 9.0),
			Interpolator.BSPLINE, 0).apply(image, mask, Progress.NONE)).getMessage();
		assertTrue(message.contains("'crumbs'") && message.contains("2 voxels") && message.contains("9.0"), message);
	}

	@Test
	void refusesARoiOutOfTheImage() {
		final Volume image = noise(new long[] { 10, 10, 10 }, VoxelType.INT16, 1);
		final Geometry longer = Geometry.axisAligned(new long[] { 10, 10, 12 }, new double[] { 1, 1, 1 });
		final Mask mask = Mask.of("long", longer, longer.box(), filled(1200));
		final String message = assertThrows(InputException.class, () -> new Resampling(List.of(2.0, 2.0, 2.0),
			Interpolator.BSPLINE, 5).apply(image, mask, Progress.NONE)).getMessage();
		assertTrue(message.contains("along z it runs from -0.5 to 11.5"), message);
	}

	@Test
	void stopsWhenAsked() {
		final Volume image = noise(new long[] { 10, 10, 10 }, VoxelType.INT16, 1);
		final Mask mask = Mask.of("roi", image.geometry(), image.geometry().box(), filled(1000));
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Only asked whether to stop.
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> new Resampling(List.of(2.0, 2.0, 2.0), Interpolator.BSPLINE, 5).apply(
			image, mask, cancelled));
	}

	@Test
	void knowsInterpolatorsByNameAndNumber() {
		for (final Interpolator i : Interpolator.values()) {
			assertEquals(i, Interpolator.ofName(i.pyradiomicsName()));
			assertEquals(i, Interpolator.ofName(Integer.toString(i.number())));
		}
		assertTrue(assertThrows(InputException.class, () -> Interpolator.ofName("cubic")).getMessage().contains(
			"sitkBSpline (3)"));
	}

	private static byte[] filled(final int n) {
		final byte[] ones = new byte[n];
		Arrays.fill(ones, (byte) 1);
		return ones;
	}

	private static Volume noise(final long[] size, final VoxelType type, final long seed) {
		final Geometry geometry = Geometry.axisAligned(size, new double[] { 1, 1, 1 });
		final Random random = new Random(seed);
		final double[] values = new double[(int) geometry.voxels()];
		for (int i = 0; i < values.length; i++)
			values[i] = type.isInteger() ? random.nextInt(2000) - 1000 : random.nextDouble() * 2000 - 1000;
		return VoxelArrays.volume(values, geometry, type, ImageInfo.of("noise", "HU"));
	}
}
