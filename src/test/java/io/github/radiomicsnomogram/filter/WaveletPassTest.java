package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.radiomicsnomogram.Progress;

import java.util.List;
import java.util.Random;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many outputs side by side against one after the other, bit for bit. */
class WaveletPassTest {

	/** Lines and planes longer than what goes side by side, many short ones, hardly any, and filters longer than an axis. */
	@ParameterizedTest
	@CsvSource({ "2,2,2,coif1", "2100,2,4,coif1", "4,2100,2,db2", "40,60,8,coif1", "6,4,1500,haar", "130,10,30,coif1",
		"8,6,4,sym20", "64,32,16,bior3.1" })
	void equalsTheDefinition(final int nx, final int ny, final int nz, final String name) {
		final Wavelet wavelet = Wavelet.named(name);
		final int[] size = { nx, ny, nz };
		final double[] values = new Random(nx).doubles((long) nx * ny * nz, -1000, 1000).toArray();
		final float[] singles = new float[values.length];
		for (int i = 0; i < values.length; i++)
			values[i] = singles[i] = (float) values[i];
		for (int axis = 0; axis < 3; axis++)
			for (final Span out : List.of(new Span(0, size[axis], size[axis]), new Span(size[axis] - 1, (size[axis] + 1) / 2,
				size[axis])))
				check(wavelet, values, singles, size, axis, out);
	}

	private static void check(final Wavelet wavelet, final double[] values, final float[] singles, final int[] size,
		final int axis, final Span out)
	{
		final WaveletPass pass = new WaveletPass(new Span[] { whole(size[0]), whole(size[1]), whole(size[2]) }, axis, out,
			wavelet.taps());
		final List<double[]> filters = List.of(wavelet.low(), wavelet.high());
		final List<float[]> filters32 = List.of(wavelet.low32(), wavelet.high32());
		for (final int threads : new int[] { 1, 3 }) {
			final List<double[]> made = Parallelization.runWithNumThreads(threads, () -> pass.run(WaveletArithmetic.DOUBLE,
				values, filters, Progress.NONE));
			final List<float[]> made32 = Parallelization.runWithNumThreads(threads, () -> pass.run(WaveletArithmetic.SINGLE,
				singles, filters32, Progress.NONE));
			for (int f = 0; f < 2; f++) {
				final double[] expected = new double[made.get(f).length];
				final float[] expected32 = new float[expected.length];
				naive(values, filters.get(f), filters32.get(f), size, axis, out, expected, expected32);
				assertArrayEquals(expected, made.get(f));
				assertArrayEquals(expected32, made32.get(f));
			}
		}
	}

	private static Span whole(final int n) {
		return new Span(0, n, n);
	}

	private static void naive(final double[] in, final double[] filter, final float[] filter32, final int[] size,
		final int axis, final Span out, final double[] to, final float[] to32)
	{
		final int stride = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1], taps = filter.length;
		for (int i = 0; i < to.length; i++) {
			final int place = out.place(i / stride % out.length());
			final int line = i / (stride * out.length()) * stride * size[axis] + i % stride;
			final int over = place + taps / 2 - size[axis];
			for (int k = 0; k < taps; k++) {
				final int t = k <= over ? over - k : k;
				final double value = in[line + stride * Math.floorMod(place + taps / 2 - t, size[axis])];
				to[i] += filter[t] * value;
				to32[i] += filter32[t] * (float) value;
			}
		}
	}
}
