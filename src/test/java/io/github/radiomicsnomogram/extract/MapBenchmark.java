package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import net.imglib2.parallel.Parallelization;

/** Times the maps of each family; src/test/scripts/benchmark_maps.py calls it. */
final class MapBenchmark {

	private MapBenchmark() {}

	/**
	 * Prints for each family the CPU seconds of the process, its compiler and collector included, for the first time and
	 * as the mean of further times, with one thread.
	 *
	 * @param args image, mask, label, kernelRadius, number of further times
	 */
	public static void main(final String... args) {
		final Volume image = ImageFiles.with().read(Path.of(args[0]), Progress.NONE);
		final Mask mask = ImageFiles.with().readMask(Path.of(args[1]), Integer.parseInt(args[2]), Progress.NONE);
		final VoxelSettings voxel = new VoxelSettings(Integer.parseInt(args[3]), true, 0, VoxelSettings.ALL);
		final int runs = Integer.parseInt(args[4]);
		for (final FeatureFamily family : FeatureRegistry.DEFAULT.families()) {
			if (family.isShape()) continue;
			final ExtractionSettings settings = ExtractionSettings.defaults().withVoxel(voxel).withFeatures(family.features()
				.stream().filter(f -> !f.deprecated()).toList());
			final double first = seconds(image, mask, settings, 1);
			for (int warm = 0; warm < 3; warm++)
				seconds(image, mask, settings, runs);
			System.out.printf(Locale.ROOT, "%s %d %.4f %.4f%n", family.id(), mask.voxelCount(), first, seconds(image, mask,
				settings, runs));
		}
	}

	private static double seconds(final Volume image, final Mask mask, final ExtractionSettings settings, final int runs) {
		final long start = cpu();
		for (int run = 0; run < runs; run++) {
			final List<FeatureMap> maps = Parallelization.runSingleThreaded(() -> new MapExtractor().extract(image, mask,
				settings, Progress.NONE));
			if (maps.isEmpty()) throw new AssertionError();
		}
		return (cpu() - start) / 1e9 / runs;
	}

	private static long cpu() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}
}
