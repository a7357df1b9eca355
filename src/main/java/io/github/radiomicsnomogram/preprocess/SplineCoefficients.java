package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.math.BigDecimal;
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
		final int plane = box.size(0) * box.size(1);
		final double[] all = new double[Math.multiplyExact(plane, window.size(2))];
		forEach(window.size(2), progress, z -> filterSlice(image, box, window, z, all, z * plane));
		forEach(box.size(1), progress, y -> filter(all, y * box.size(0), window.size(2), plane, box.size(0)));
		final int from = (box.z0() - window.z0()) * plane;
		return new Block(java.util.Arrays.copyOfRange(all, from, from + plane * box.size(2)), box, image.geometry());
	}

	private static void forEach(final int n, final Progress progress, final java.util.function.IntConsumer work) {
		final List<Integer> tasks = IntStream.range(0, n).boxed().toList();
		Parallelization.getTaskExecutor().forEach(tasks, i -> {
			progress.check();
			work.accept(i);
		});
	}

	/** Filters a slice along x and y; each filter runs on many lines at once, so lines along x are turned first. */
	private static void filterSlice(final Volume image, final BoundingBox box, final BoundingBox window, final int slice,
		final double[] to, final int at)
	{
		final int nx = window.size(0), ny = window.size(1), z = window.z0() + slice;
		final double[] values = VoxelArrays.doubles(image, new BoundingBox(window.x0(), window.y0(), z, window.x1(), window
			.y1(), z));
		final double[] turned = new double[values.length];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				turned[x * ny + y] = values[y * nx + x];
		filter(turned, 0, nx, ny, ny);
		final int bx = box.size(0), x0 = box.x0() - window.x0(), y0 = box.y0() - window.y0();
		for (int x = 0; x < bx; x++)
			for (int y = 0; y < ny; y++)
				values[y * bx + x] = turned[(x0 + x) * ny + y];
		filter(values, 0, ny, bx, bx);
		System.arraycopy(values, y0 * bx, to, at, bx * box.size(1));
	}

	/**
	 * Turns the values of neighbouring lines into coefficients. Sample k of line i is at {@code first + k stride + i}.
	 *
	 * @param a values
	 * @param first sample of the first line
	 * @param n samples in each line
	 * @param stride between the samples of a line
	 * @param lines side by side
	 */
	static void filter(final double[] a, final int first, final int n, final int stride, final int lines) {
		if (n == 1) return;
		for (int k = 0; k < n; k++)
			scale(a, first + k * stride, lines, GAIN);
		if (HORIZON < n) startLong(a, first, stride, lines);
		else startShort(a, first, n, stride, lines);
		for (int k = 1; k < n; k++)
			add(a, first + (k - 1) * stride, POLE, first + k * stride, lines);
		final int last = first + (n - 1) * stride;
		for (int i = 0; i < lines; i++)
			a[last + i] = POLE / (POLE * POLE - 1.0) * (POLE * a[last - stride + i] + a[last + i]);
		for (int at = last - stride; at >= first; at -= stride)
			back(a, at, at + stride, lines);
	}

	private static void scale(final double[] a, final int at, final int lines, final double factor) {
		for (int i = at; i < at + lines; i++)
			a[i] *= factor;
	}

	private static void add(final double[] a, final int from, final double factor, final int to, final int lines) {
		for (int i = 0; i < lines; i++)
			a[to + i] += factor * a[from + i];
	}

	private static void back(final double[] a, final int at, final int next, final int lines) {
		for (int i = 0; i < lines; i++)
			a[at + i] = POLE * (a[next + i] - a[at + i]);
	}

	private static void startLong(final double[] a, final int first, final int stride, final int lines) {
		double power = POLE;
		for (int k = 1; k < HORIZON; k++) {
			add(a, first + k * stride, power, first, lines);
			power *= POLE;
		}
	}

	private static void startShort(final double[] a, final int first, final int n, final int stride, final int lines) {
		final double inverse = 1.0 / POLE;
		double up = POLE, down = BigDecimal.valueOf(1).multiply(new BigDecimal(POLE).pow(n - 1)).doubleValue();
		add(a, first + (n - 1) * stride, down, first, lines);
		down *= down * inverse;
		for (int k = 1; k <= n - 2; k++) {
			add(a, first + k * stride, up + down, first, lines);
			up *= POLE;
			down *= inverse;
		}
		for (int i = first; i < first + lines; i++)
			a[i] = a[i] / (1.0 - up * up);
	}
}
