package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.parallel.Parallelization;

/**
 * Times extractions with one thread in a warm Java. src/test/scripts/benchmark.py writes a line for each (extract or
 * maps, image, mask, label, parameter file, runs; tabs between) and reads a line of JSON.
 */
final class Benchmark {

	/** Seconds before the clock counts, so that hot loops are compiled, and the fewest extractions in them. */
	private static final double WARM_UP = 2;
	private static final int FEWEST = 3;

	private static final Gson JSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

	/**
	 * What was measured.
	 *
	 * @param seconds median time of a run
	 * @param cpu mean CPU seconds of a run's thread, and of the collector meanwhile
	 * @param values features by column; none for maps
	 */
	private record Result(double seconds, double cpu, long voxels, Map<String, Double> values) {}

	private Benchmark() {}

	public static void main(final String... args) throws IOException {
		final BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
		for (String line; (line = in.readLine()) != null;)
			System.out.println(JSON.toJson(Parallelization.runSingleThreaded(task(line.split("\t"))::get)));
	}

	private static java.util.function.Supplier<Result> task(final String[] words) {
		final Volume image = ImageFiles.with().read(Path.of(words[1]), Progress.NONE);
		final Mask mask = ImageFiles.with().readMask(Path.of(words[2]), Integer.parseInt(words[3]), Progress.NONE);
		final ExtractionSettings settings = ParameterFile.read(Path.of(words[4])).settings();
		final int runs = Integer.parseInt(words[5]);
		if (words[0].equals("extract")) return () -> timed(() -> new Extractor().extract(image, mask, settings, Progress.NONE)
			.entries(), mask, runs);
		return () -> timed(() -> {
			new MapExtractor().extract(image, mask, settings, Progress.NONE, map -> {});
			return List.of();
		}, mask, runs);
	}

	private static Result timed(final java.util.function.Supplier<List<Extraction.Entry>> work, final Mask mask,
		final int runs)
	{
		final long start = System.nanoTime();
		List<Extraction.Entry> entries = List.of();
		for (int i = 0; i < FEWEST || System.nanoTime() - start < WARM_UP * 1e9; i++)
			entries = work.get();
		final List<Double> seconds = new ArrayList<>();
		final long cpu = cpu();
		for (int i = 0; i < runs; i++) {
			final long before = System.nanoTime();
			work.get();
			seconds.add((System.nanoTime() - before) / 1e9);
		}
		final double used = (cpu() - cpu) / 1e9 / runs;
		final double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		final Map<String, Double> values = new LinkedHashMap<>();
		entries.forEach(e -> values.put(e.column(), e.value().value()));
		return new Result(Arrays.stream(sorted, (runs - 1) / 2, runs / 2 + 1).average().orElseThrow(), used, mask.voxelCount(),
			values);
	}

	/** Nanoseconds of this thread and of the collector; the compiler is not counted, as it stops in the end. */
	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + 1_000_000 * ManagementFactory
			.getGarbageCollectorMXBeans().stream().mapToLong(c -> Math.max(0, c.getCollectionTime())).sum();
	}
}
