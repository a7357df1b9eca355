package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * The coefficients of the cubic B-spline through all voxels of an image, by recursive filters along x, y and z (M.
 * Unser, Splines: a perfect fit for signal and image processing, IEEE Signal Processing Magazine 16(6), 1999, box 2),
 * in the order of operations of itk::BSplineDecompositionImageFilter. Only the coefficients of a box are kept.
 */
final class SplineCoefficients {

	private static final double POLE = Math.sqrt(3.0) - 2.0;
	private static final double GAIN = (1.0 - POLE) * (1.0 - 1.0 / POLE);
	/** Samples that the first causal coefficient is summed over, for a tolerance of 1e-10; on shorter lines, all. */
	private static final int HORIZON = (int) Math.ceil(Math.log(1e-10) / Math.log(Math.abs(POLE)));
	/**
	 * Voxels beyond the box from which the filters may start on integer images. What a start elsewhere changes shrinks by
	 * 0.27 a voxel: below a double's last bit after 30 voxels, and after 30 more both ways round to the same numbers.
	 */
	private static final int RUN_IN = 64;

	private SplineCoefficients() {}

	/** The coefficients of the part of an image that a box holds. */
	static Block of(final Volume image, final BoundingBox box, final Progress progress) {
		// Not a number anywhere on a line of floats spoils all of it; integers have no such far reach.
		final BoundingBox window = image.type().isInteger() ? box.padded(RUN_IN, image.geometry()) : image.geometry().box();
		return of(image, box, window, progress);
	}

	static Block of(final Volume image, final BoundingBox box, final BoundingBox window, final Progress progress) {
		final int nx = box.size(0), ny = box.size(1), from = box.z0() - window.z0();
		final double[][][] slices = new double[window.size(2)][][];
		forEach(slices.length, progress, z -> slices[z] = filterSlice(image, box, window, z));
		final double[] values = new double[Math.multiplyExact(nx * ny, box.size(2))];
		forEach(ny, progress, y -> {
			final double[][] rows = new double[slices.length][];
			for (int z = 0; z < rows.length; z++)
				rows[z] = slices[z][y];
			filter(rows, nx);
			for (int z = 0; z < box.size(2); z++)
				System.arraycopy(rows[from + z], 0, values, (z * ny + y) * nx, nx);
		});
		return new Block(values, box, image.geometry());
	}

	private static void forEach(final int n, final Progress progress, final java.util.function.IntConsumer work) {
		final List<Integer> tasks = IntStream.range(0, n).boxed().toList();
		Parallelization.getTaskExecutor().forEach(tasks, i -> {
			progress.check();
			work.accept(i);
		});
	}

	/** Filters a slice along x and y; gives the rows along x that the box has. */
	private static double[][] filterSlice(final Volume image, final BoundingBox box, final BoundingBox window,
		final int slice)
	{
		final int nx = window.size(0), ny = window.size(1), z = window.z0() + slice;
		final double[] values = VoxelArrays.doubles(image, new BoundingBox(window.x0(), window.y0(), z, window.x1(), window
			.y1(), z));
		final double[][] columns = new double[nx][ny];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				columns[x][y] = values[y * nx + x];
		filter(columns, ny);
		final int x0 = box.x0() - window.x0(), y0 = box.y0() - window.y0();
		final double[][] rows = new double[ny][box.size(0)];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < rows[y].length; x++)
				rows[y][x] = columns[x0 + x][y];
		filter(rows, box.size(0));
		return Arrays.copyOfRange(rows, y0, y0 + box.size(1));
	}

	/**
	 * Turns the values of neighbouring lines into coefficients.
	 *
	 * @param rows values; {@code rows[k][i]} is sample k of line i, so that all lines are filtered side by side
	 * @param lines side by side
	 */
	static void filter(final double[][] rows, final int lines) {
		final int n = rows.length;
		if (n == 1) return;
		for (final double[] row : rows)
			scale(row, lines);
		if (HORIZON < n) startLong(rows, lines);
		else startShort(rows, lines);
		for (int k = 1; k < n; k++)
			add(rows[k], POLE, rows[k - 1], lines);
		final double[] last = rows[n - 1], before = rows[n - 2];
		for (int i = 0; i < lines; i++)
			last[i] = POLE / (POLE * POLE - 1.0) * (POLE * before[i] + last[i]);
		for (int k = n - 2; k >= 0; k--)
			back(rows[k], rows[k + 1], lines);
	}

	private static void scale(final double[] row, final int lines) {
		for (int i = 0; i < lines; i++)
			row[i] *= GAIN;
	}

	private static void add(final double[] row, final double factor, final double[] other, final int lines) {
		for (int i = 0; i < lines; i++)
			row[i] += factor * other[i];
	}

	private static void back(final double[] row, final double[] next, final int lines) {
		for (int i = 0; i < lines; i++)
			row[i] = POLE * (next[i] - row[i]);
	}

	private static void startLong(final double[][] rows, final int lines) {
		double power = POLE;
		for (int k = 1; k < HORIZON; k++) {
			add(rows[0], power, rows[k], lines);
			power *= POLE;
		}
	}

	private static void startShort(final double[][] rows, final int lines) {
		final int n = rows.length;
		final double inverse = 1.0 / POLE;
		double up = POLE, down = BigDecimal.valueOf(1).multiply(new BigDecimal(POLE).pow(n - 1)).doubleValue();
		add(rows[0], down, rows[n - 1], lines);
		down *= down * inverse;
		for (int k = 1; k <= n - 2; k++) {
			add(rows[0], up + down, rows[k], lines);
			up *= POLE;
			down *= inverse;
		}
		for (int i = 0; i < lines; i++)
			rows[0][i] = rows[0][i] / (1.0 - up * up);
	}
}
