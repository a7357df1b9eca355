package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.radiomicsnomogram.Progress;

import java.util.Random;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many lines side by side against one voxel after the other, bit for bit. */
class RecursiveLinesTest {

	/** Lines of 4 voxels, of less and more than eight, with more of them than go side by side, and hardly any. */
	@ParameterizedTest
	@CsvSource({ "4,4,4", "1,9,1", "17,1,300", "300,8,2", "5,600,3", "2,3,65", "33,34,35" })
	void equalsTheDefinition(final int nx, final int ny, final int nz) {
		final int[] size = { nx, ny, nz };
		final float[] block = noise(nx * ny * nz);
		final double[] doubles = new double[block.length];
		for (int i = 0; i < block.length; i++)
			doubles[i] = block[i];
		for (int axis = 0; axis < 3; axis++) {
			if (size[axis] < 4) continue;
			for (final int[] wanted : new int[][] { { 0, size[axis] - 1 }, { size[axis] / 3, size[axis] / 2 }, { size[axis] - 1,
				size[axis] - 1 } })
				for (final RecursiveGaussian filter : new RecursiveGaussian[] { RecursiveGaussian.smoothing(1.5, 0.8),
					RecursiveGaussian.secondDerivative(2, 1) }) {
					final float[] expected = naive(filter, block, size, axis, wanted[0], wanted[1]);
					assertArrayEquals(expected, run(filter, LineSource.of(block), size, axis, wanted, expected.length));
					assertArrayEquals(expected, run(filter, LineSource.of(doubles), size, axis, wanted, expected.length));
				}
		}
	}

	@Test
	void threadsDontMatter() {
		final int[] size = { 90, 70, 60 };
		final float[] block = noise(90 * 70 * 60);
		final RecursiveGaussian filter = RecursiveGaussian.smoothing(3, 1);
		for (int axis = 0; axis < 3; axis++) {
			final int along = axis;
			final int[] wanted = { 5, size[axis] - 9 };
			final int n = block.length / size[axis] * (wanted[1] - wanted[0] + 1);
			final float[] one = Parallelization.runSingleThreaded(() -> run(filter, LineSource.of(block), size, along, wanted,
				n));
			assertArrayEquals(one, Parallelization.runWithNumThreads(3, () -> run(filter, LineSource.of(block), size, along,
				wanted, n)));
		}
	}

	private static float[] noise(final int n) {
		final Random random = new Random(n);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) (100 * random.nextGaussian());
		return values;
	}

	private static float[] run(final RecursiveGaussian filter, final LineSource in, final int[] size, final int axis,
		final int[] wanted, final int n)
	{
		final float[] out = new float[n];
		new RecursiveLines(filter, size[axis], stride(size, axis), wanted[0], wanted[1]).run(in, size[0] * size[1] * size[2],
			out, Progress.NONE);
		return out;
	}

	private static int stride(final int[] size, final int axis) {
		return axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
	}

	private static float[] naive(final RecursiveGaussian filter, final float[] block, final int[] size, final int axis,
		final int from, final int to)
	{
		final int stride = stride(size, axis), wanted = to - from + 1;
		final float[] out = new float[block.length / size[axis] * wanted];
		for (int i = 0; i < block.length; i++) {
			if (i / stride % size[axis] != 0) continue;
			final float[] line = new float[size[axis]];
			for (int k = 0; k < line.length; k++)
				line[k] = block[i + k * stride];
			final float[] filtered = line(filter, line);
			final int first = i / (stride * size[axis]) * stride * wanted + i % stride;
			for (int k = from; k <= to; k++)
				out[first + (k - from) * stride] = filtered[k];
		}
		return out;
	}

	/** The sums of the causal and the anticausal pass, as {@link RecursiveGaussian} has them. */
	private static float[] line(final RecursiveGaussian filter, final float[] x) {
		final int n = x.length;
		final double[] forth = new double[n], back = new double[n];
		for (int i = 0; i < n; i++)
			forth[i] = sum(filter.n(), new double[] { x[i], x[Math.max(0, i - 1)], x[Math.max(0, i - 2)], x[Math.max(0, i -
				3)] }) - feedback(filter.d(), filter.causalBorder(), forth, i, -1, x[0]);
		for (int i = n - 1; i >= 0; i--)
			back[i] = sum(filter.m(), new double[] { x[Math.min(n - 1, i + 1)], x[Math.min(n - 1, i + 2)], x[Math.min(n - 1, i +
				3)], x[Math.min(n - 1, i + 4)] }) - feedback(filter.d(), filter.anticausalBorder(), back, i, 1, x[n - 1]);
		final float[] y = new float[n];
		for (int i = 0; i < n; i++)
			y[i] = (float) (forth[i] + back[i]);
		return y;
	}

	private static double feedback(final double[] d, final double[] border, final double[] y, final int i,
		final int step, final double end)
	{
		final double[] weights = new double[4], values = new double[4];
		for (int k = 0; k < 4; k++) {
			final int before = i + step * (k + 1);
			final boolean on = before >= 0 && before < y.length;
			weights[k] = on ? d[k] : border[k];
			values[k] = on ? y[before] : end;
		}
		return sum(weights, values);
	}

	private static double sum(final double[] w, final double[] v) {
		return v[0] * w[0] + v[1] * w[1] + v[2] * w[2] + v[3] * w[3];
	}
}
