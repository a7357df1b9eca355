package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class EvenOddFillTest {

	private static final int W = 13, H = 11;

	private static byte[] fill(final double[][]... polygons) {
		final EvenOddFill fill = new EvenOddFill(0, 0, W, H);
		for (final double[][] p : polygons)
			fill.add(p[0], p[1]);
		final byte[] plane = new byte[W * H];
		fill.set(plane, 0, W);
		return plane;
	}

	/** The definition, pixel by pixel. */
	private static byte[] naive(final double[] x, final double[] y) {
		final byte[] plane = new byte[W * H];
		for (int r = 0; r < H; r++)
			for (int c = 0; c < W; c++) {
				boolean inside = false;
				for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
					if (y[i] > r == y[j] > r) continue;
					final int low = y[i] < y[j] ? i : j, high = low == i ? j : i;
					if (c <= x[low] + (r - y[low]) * (x[high] - x[low]) / (y[high] - y[low])) inside = !inside;
				}
				if (inside) plane[r * W + c] = 1;
			}
		return plane;
	}

	/** Polygons of any shape, over the borders too; half of them with vertices on pixel centres, so that there are ties. */
	@Test
	void equalsTheDefinition() {
		final Random random = new Random(8);
		int voxels = 0;
		for (int k = 0; k < 2000; k++) {
			final int n = 3 + random.nextInt(12);
			final double grid = k % 2 == 0 ? 0 : 1 + random.nextInt(2);
			final double[] x = new double[n], y = new double[n];
			for (int i = 0; i < n; i++) {
				x[i] = snapped(random.nextDouble() * (W + 8) - 4, grid);
				y[i] = snapped(random.nextDouble() * (H + 8) - 4, grid);
			}
			final byte[] expected = naive(x, y);
			assertArrayEquals(expected, fill(new double[][] { x, y }), Arrays.toString(x) + Arrays.toString(y));
			for (final byte b : expected)
				voxels += b;
		}
		assertEquals(true, voxels > 10_000);
	}

	private static double snapped(final double v, final double grid) {
		return grid == 0 ? v : Math.rint(v * grid) / grid;
	}

	/** A fan of triangles around a point covers each pixel once, ties and all. */
	@Test
	void tilesWithoutGapOrOverlap() {
		final Random random = new Random(9);
		for (int k = 0; k < 200; k++) {
			final double mx = snapped(random.nextDouble() * W, k % 2), my = snapped(random.nextDouble() * H, k % 2);
			final double[] x = { -2, W / 2.0, W + 2, W + 2, 4, -2 }, y = { -2, -2, -2, H + 2, H + 2, H + 2 };
			final int[] sum = new int[W * H];
			for (int i = 0; i < x.length; i++) {
				final int j = (i + 1) % x.length;
				final byte[] part = fill(new double[][] { { mx, x[i], x[j] }, { my, y[i], y[j] } });
				for (int p = 0; p < sum.length; p++)
					sum[p] += part[p];
			}
			assertArrayEquals(Arrays.stream(new int[W * H]).map(v -> 1).toArray(), sum);
		}
	}

	@Test
	void fillsAPartAsItFillsTheWhole() {
		final double[] x = { 1.2, 11.7, 6.1, 2.4 }, y = { 0.3, 4.4, 9.8, 7.7 };
		final byte[] whole = fill(new double[][] { x, y });
		final EvenOddFill fill = new EvenOddFill(3, 2, 5, 6);
		fill.add(x, y);
		final byte[] part = new byte[5 * 6];
		fill.set(part, 0, 5);
		for (int r = 0; r < 6; r++)
			for (int c = 0; c < 5; c++)
				assertEquals(whole[(r + 2) * W + c + 3], part[r * 5 + c]);
	}
}
