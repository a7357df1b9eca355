package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/** Brings images and masks onto another grid: itk::ResampleImageFilter with the identity transform. */
final class GridResampler {

	/** Parts of the work for each thread. */
	private static final int PARTS = 8;

	private GridResampler() {}

	/** An image on another grid, in its own pixel type; 0 where the grid reaches out of the image. */
	static Volume image(final Volume image, final Geometry grid, final Interpolator interpolator,
		final Progress progress)
	{
		final ScanLines lines = new ScanLines(grid, image.geometry());
		final BoundingBox box = Block.around(lines, image.geometry());
		progress.check();
		final Block block = interpolator == Interpolator.BSPLINE ? SplineCoefficients.of(image, box, progress) : Block.of(
			image, box);
		final boolean single = image.type() == VoxelType.FLOAT32;
		final int voxels = Math.toIntExact(grid.voxels());
		final float[] floats = new float[single ? voxels : 0];
		final double[] doubles = new double[single ? 0 : voxels];
		final LineTarget target = single ? (values, at) -> narrow(values, floats, at) : (values, at) -> System.arraycopy(
			values, 0, doubles, at, values.length);
		final AtomicInteger done = new AtomicInteger();
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int chunk = 1 + lines.lines() / (PARTS * executor.getParallelism());
		final List<Integer> starts = IntStream.iterate(0, i -> i < lines.lines(), i -> i + chunk).boxed().toList();
		executor.forEach(starts, start -> {
			progress.check();
			final int end = Math.min(lines.lines(), start + chunk);
			sample(lines, block, sampler(interpolator, block, lines.size(0)), start, end, (values, at) -> {
				PixelCast.apply(image.type(), values, 0, values.length);
				target.put(values, at);
			});
			progress.update(done.addAndGet(end - start) / (double) lines.lines(), "Resampling");
		});
		return single ? VoxelArrays.volume(floats, grid, image.info()) : VoxelArrays.volume(doubles, grid, image.type(), image
			.info());
	}

	/** Gets lines of samples. */
	@FunctionalInterface
	private interface LineTarget {

		/** @param at voxel of the grid that is the first of the line */
		void put(double[] values, int at);
	}

	private static void narrow(final double[] values, final float[] to, final int at) {
		for (int i = 0; i < values.length; i++)
			to[at + i] = (float) values[i];
	}

	private static LineSampler sampler(final Interpolator interpolator, final Block block, final int samples) {
		return switch (interpolator) {
			case NEAREST_NEIGHBOR -> new NearestSampler(block);
			case LINEAR -> new LinearSampler(block, samples);
			case LABEL_GAUSSIAN -> new LabelGaussianSampler(block);
			case BSPLINE -> new TapSampler(block, new SplineTaps(block), TapSampler.Order.WEIGHTS_FIRST, samples);
			case GAUSSIAN -> new TapSampler(block, new GaussianTaps(block, 0.8, 4), TapSampler.Order.NORMALIZED, samples);
			default -> new TapSampler(block, new SincTaps(block, interpolator), TapSampler.Order.VALUE_FIRST, samples);
		};
	}

	private static void sample(final ScanLines lines, final Block block, final LineSampler sampler, final int start,
		final int end, final LineTarget target)
	{
		final int n = lines.size(0);
		final double[][] index = new double[3][n];
		final double[] out = new double[n];
		final boolean[] inside = new boolean[n];
		for (int i = start; i < end; i++) {
			final int line = lines.line(i);
			lines.place(line, index);
			final boolean all = covers(block, index, 0) && covers(block, index, n - 1);
			for (int x = 0; x < n; x++)
				inside[x] = all || covers(block, index, x);
			sampler.sample(index, inside, out);
			for (int x = 0; x < n; x++)
				if (!inside[x]) out[x] = 0;
			target.put(out, line * n);
		}
	}

	private static boolean covers(final Block block, final double[][] index, final int sample) {
		return block.covers(0, index[0][sample]) && block.covers(1, index[1][sample]) && block.covers(2, index[2][sample]);
	}

	/**
	 * A ROI on another grid: each voxel there takes the nearest one of the ROI's grid.
	 *
	 * @throws InputException if no voxel of the new grid falls into the ROI
	 */
	static Mask mask(final Mask mask, final Geometry grid) {
		final ScanLines lines = new ScanLines(grid, mask.geometry());
		final int n = lines.size(0);
		final byte[] inside = new byte[Math.toIntExact(grid.voxels())];
		final double[][] index = new double[3][n];
		final double[] alongX = new double[n];
		final int[] nearestX = new int[n];
		Arrays.fill(alongX, Double.NaN);
		boolean any = false;
		for (int line = 0; line < lines.lines(); line++) {
			lines.place(line, index);
			if (!Arrays.equals(alongX, index[0])) for (int i = 0; i < n; i++) {
				alongX[i] = index[0][i];
				nearestX[i] = nearest(mask, 0, alongX[i]);
			}
			any |= line(mask, index, nearestX, inside, line * n);
		}
		if (!any) throw new InputException("The ROI '" + mask.name() + "' of " + mask.voxelCount() +
			" voxels vanishes on the new grid: no voxel centre there lies nearest to one of its voxels.\n  ROI:      " + mask
				.geometry().describe() + "\n  new grid: " + grid.describe() +
			"\nChoose a smaller voxel spacing, or draw a larger ROI.");
		return Mask.of(mask.name(), grid, grid.box(), inside);
	}

	/** Marks the samples of a line that lie in a ROI, given their nearest x; says whether there are any. */
	private static boolean line(final Mask mask, final double[][] index, final int[] nearestX, final byte[] inside,
		final int at)
	{
		final int n = nearestX.length;
		final boolean still = index[1][0] == index[1][n - 1] && index[2][0] == index[2][n - 1];
		int y = nearest(mask, 1, index[1][0]), z = nearest(mask, 2, index[2][0]);
		if (still && (y < mask.box().y0() || y > mask.box().y1() || z < mask.box().z0() || z > mask.box().z1())) return false;
		boolean any = false;
		for (int i = 0; i < n; i++) {
			if (!still) {
				y = nearest(mask, 1, index[1][i]);
				z = nearest(mask, 2, index[2][i]);
			}
			if (!mask.contains(nearestX[i], y, z)) continue;
			inside[at + i] = 1;
			any = true;
		}
		return any;
	}

	private static int nearest(final Mask mask, final int axis, final double index) {
		final long last = mask.geometry().size(axis) - 1;
		if (!(index >= -0.5 && index < last + 0.5)) return -1;
		return (int) Math.min(LineSampler.round(index), last);
	}

	/**
	 * Checks that a ROI lies in an image, corner to corner of its bounding box.
	 *
	 * @throws InputException if it reaches out by more than a thousandth of a voxel
	 */
	static void requireInside(final Volume image, final Mask mask) {
		final BoundingBox box = mask.box();
		final ItkGrid from = new ItkGrid(mask.geometry()), to = new ItkGrid(image.geometry());
		final double[] a = to.indexOf(from.pointAt(new double[] { box.x0() - 0.5, box.y0() - 0.5, box.z0() - 0.5 }));
		final double[] b = to.indexOf(from.pointAt(new double[] { box.x1() + 1 - 0.5, box.y1() + 1 - 0.5, box.z1() + 1 -
			0.5 }));
		for (int d = 0; d < 3; d++) {
			final double low = Math.min(a[d], b[d]), high = Math.max(a[d], b[d]);
			if (low < -0.5 - 1e-3 || high > image.geometry().size(d) - 0.5 + 1e-3) throw new InputException(
				"The ROI '" + mask.name() + "' reaches out of the image '" + image.info().name() + "': along " + "xyz".charAt(d) +
					" it runs from " + low + " to " + high + ", the image from -0.5 to " + (image.geometry().size(d) - 0.5) +
					" (in voxels of the image).\n  image: " + image.geometry().describe() + "\n  ROI:   " + mask.geometry()
						.describe() + "\nUse the mask that was drawn on this image, or crop it to the image.");
		}
	}
}
