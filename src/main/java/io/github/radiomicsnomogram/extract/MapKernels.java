package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.KernelFeatures;
import io.github.radiomicsnomogram.feature.KernelInput;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/** Goes through the voxels of a ROI, row by row, and computes features of the kernel around each. */
final class MapKernels {

	/** Tasks for each that the executor asks for: rows of a ROI differ in length. */
	private static final int TASKS = 4;

	private final Volume image;
	private final Mask mask;
	private final KernelInput input;

	/**
	 * @param image the region that kernels may reach
	 * @param mask ROI on its grid
	 * @param input made of the same
	 */
	MapKernels(final Volume image, final Mask mask, final KernelInput input) {
		this.image = image;
		this.mask = mask;
		this.input = input;
	}

	/**
	 * The voxels of each feature's map, x fastest.
	 *
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	double[][] compute(final List<Feature> wanted, final Supplier<KernelFeatures> kernels, final Progress progress) {
		final double[][] maps = new double[wanted.size()][Math.toIntExact(image.geometry().voxels())];
		for (final double[] map : maps)
			Arrays.fill(map, input.initValue());
		final byte[] inside = mask.toBytes();
		final BoundingBox box = mask.box();
		final int rows = box.size(1) * box.size(2);
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int tasks = Math.min(rows, TASKS * executor.suggestNumberOfTasks());
		final List<Integer> numbers = new ArrayList<>();
		for (int t = 0; t < tasks; t++)
			numbers.add(t);
		final AtomicInteger done = new AtomicInteger();
		executor.forEach(numbers, t -> {
			final KernelFeatures features = kernels.get();
			for (int row = (int) ((long) rows * t / tasks); row < (int) ((long) rows * (t + 1) / tasks); row++) {
				progress.check();
				computeRow(row, inside, features, maps);
				progress.update((double) done.incrementAndGet() / rows, "");
			}
		});
		return maps;
	}

	private void computeRow(final int row, final byte[] inside, final KernelFeatures features, final double[][] maps) {
		final BoundingBox box = mask.box(), counted = input.voxels().box();
		final int nx = box.size(0), y = box.y0() + row % box.size(1), z = box.z0() + row / box.size(1);
		final long width = image.geometry().size(0), height = image.geometry().size(1);
		final double[] values = new double[maps.length];
		for (int x = box.x0(), i = row * nx; x <= box.x1(); x++, i++) {
			if (inside[i] == 0) continue;
			features.compute(x - counted.x0(), y - counted.y0(), z - counted.z0(), values);
			final int voxel = (int) ((z * height + y) * width + x);
			for (int f = 0; f < maps.length; f++)
				maps[f][voxel] = values[f];
		}
	}
}
