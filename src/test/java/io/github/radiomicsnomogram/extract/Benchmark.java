package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import net.imglib2.parallel.Parallelization;

/** Times the extraction of PyRadiomics' default features in a warm Java; src/test/scripts/benchmark.py calls it. */
final class Benchmark {

	/** Seconds before the clock counts, so that hot loops are compiled. */
	private static final double WARM_UP = 3;

	private Benchmark() {}

	/**
	 * Prints the median seconds with the default threads and with one.
	 *
	 * @param args image, mask, label, number of runs
	 */
	public static void main(final String... args) {
		final Volume image = ImageFiles.with().read(Path.of(args[0]), Progress.NONE);
		final int label = Integer.parseInt(args[2]), runs = Integer.parseInt(args[3]);
		final Mask mask = ImageFiles.with().readMask(Path.of(args[1]), label, Progress.NONE);
		System.out.printf(Locale.ROOT, "%d %.6f %.6f%n", mask.voxelCount(), median(image, mask, runs), Parallelization
			.runSingleThreaded(() -> median(image, mask, runs)));
	}

	private static double median(final Volume image, final Mask mask, final int runs) {
		for (double warm = 0; warm < WARM_UP;)
			warm += seconds(image, mask);
		final double[] seconds = new double[runs];
		for (int i = 0; i < runs; i++)
			seconds[i] = seconds(image, mask);
		Arrays.sort(seconds);
		return (seconds[(runs - 1) / 2] + seconds[runs / 2]) / 2;
	}

	private static double seconds(final Volume image, final Mask mask) {
		final long start = System.nanoTime();
		new Extractor().extract(image, mask, ExtractionSettings.defaults(), Progress.NONE);
		return (System.nanoTime() - start) / 1e9;
	}
}
