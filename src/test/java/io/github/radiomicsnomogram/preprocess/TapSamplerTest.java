package io.github.radiomicsnomogram.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Random;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of samples against one sample after the other, bit for bit. */
class TapSamplerTest {

	/** Finer and coarser grids of any size, straight and turned about z and about x, within the image and beyond it. */
	@ParameterizedTest
	@CsvSource({ "17,14,11,0.8,0,0", "9,9,9,2.3,0,0", "17,14,11,0.8,0.5,0", "9,8,7,2.3,0.5,0", "9,8,7,2.9,0.8,0.4",
		"1,1,1,1.5,0,0", "2,30,5,0.3,0,0", "30,3,13,0.6,0,0.1" })
	void equalsTheSumOfEachSample(final int nx, final int ny, final int nz, final double spacing, final double aboutZ,
		final double aboutX)
	{
		final Geometry old = new Geometry(new long[] { 15, 12, 9 }, new double[] { 1, 0.9, 1.7 }, new double[3], turned(0, 0));
		final double[] values = new Random(nx).doubles(15 * 12 * 9, -1000, 1000).toArray();
		final Volume image = VoxelArrays.volume(values, old, VoxelType.FLOAT64, ImageInfo.of("noise", ""));
		final Geometry grid = new Geometry(new long[] { nx, ny, nz }, new double[] { spacing, 1.1 * spacing, 1.4 * spacing },
			new double[] { 0.7, 0.3, 1.1 }, turned(aboutZ, aboutX));
		final double[] expected = naive(image, grid);
		for (final int threads : new int[] { 1, 3 })
			assertArrayEquals(expected, VoxelArrays.doubles(Parallelization.runWithNumThreads(threads, () -> GridResampler.image(
				image, grid, Interpolator.BSPLINE, Progress.NONE))));
	}

	private static double[] turned(final double aboutZ, final double aboutX) {
		final double c = Math.cos(aboutZ), s = Math.sin(aboutZ), d = Math.cos(aboutX), t = Math.sin(aboutX);
		return new double[] { c, -s * d, s * t, s, c * d, -c * t, 0, t, d };
	}

	private static double[] naive(final Volume image, final Geometry grid) {
		final ScanLines lines = new ScanLines(grid, image.geometry());
		final Block block = SplineCoefficients.of(image, image.geometry().box(), Progress.NONE);
		final SplineTaps taps = new SplineTaps(block);
		final int n = lines.size(0);
		final double[] out = new double[n * lines.lines()];
		final double[][] index = new double[3][n];
		for (int line = 0; line < lines.lines(); line++) {
			lines.place(line, index);
			for (int i = 0; i < n; i++)
				out[line * n + i] = sample(block, taps, index[0][i], index[1][i], index[2][i]);
		}
		return out;
	}

	private static double sample(final Block block, final SplineTaps taps, final double... at) {
		final double[][][] w = new double[3][4][1];
		final int[] key = new int[3];
		for (int d = 0; d < 3; d++) {
			if (!block.covers(d, at[d])) return 0;
			key[d] = taps.weigh(d, at[d], w[d], 0);
		}
		double sum = 0;
		for (int k = 0; k < 4; k++)
			for (int j = 0; j < 4; j++)
				for (int t = 0; t < 4; t++)
					sum += w[0][t][0] * w[1][j][0] * w[2][k][0] * block.at(taps.voxel(0, key[0], t), taps.voxel(1, key[1], j), taps
						.voxel(2, key[2], k));
		return sum;
	}
}
