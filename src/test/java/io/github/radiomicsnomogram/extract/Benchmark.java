package io.github.radiomicsnomogram.extract;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import com.sun.management.OperatingSystemMXBean;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

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
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import net.imglib2.parallel.Parallelization;

/**
 * Times extractions in a warm Java. src/test/scripts/benchmark.py writes a line for each (extract or maps, image, mask,
 * label, parameter file, families by comma or "all", runs; tabs between) and reads a line of JSON. A line "version" asks
 * for the names of IBSI of all features too.
 */
final class Benchmark {

	/** CPU seconds before the clock counts, so that hot loops are compiled, and the fewest extractions in them. */
	private static final double WARM_UP = 20;
	/** Nanoseconds that runs last at the least: the system counts processors' time in steps of 10 ms. */
	private static final double LEAST = 1e9;
	private static final int FEWEST = 3;

	private static final Gson JSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

	/**
	 * What was measured.
	 *
	 * @param seconds median time of a run; least: of the fastest
	 * @param cpu mean CPU seconds of a run, of the whole process
	 * @param values features by column; none for maps
	 */
	private record Result(double seconds, double least, double cpu, int runs, long voxels, Map<String, Double> values) {}

	/**
	 * @param ibsi codes by feature, of those whose value is IBSI's
	 */
	private record About(String version, Map<String, String> ibsi) {}

	private record Failure(String failure) {}

	private Benchmark() {}

	/** @param args number of threads; 1 if there is none */
	public static void main(final String... args) throws IOException {
		final int threads = args.length == 0 ? 1 : Integer.parseInt(args[0]);
		final BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
		for (String line; (line = in.readLine()) != null;)
			System.out.println(JSON.toJson(answer(line.split("\t"), threads)));
	}

	private static Object answer(final String[] words, final int threads) {
		if (words[0].equals("version")) return new About("here", FeatureRegistry.DEFAULT.features().stream().filter(f -> !f
			.ibsi().equals("-") && f.differsFromIbsi().isEmpty()).collect(Collectors.toMap(Feature::id, Feature::ibsi)));
		try {
			final Supplier<Result> task = task(words);
			return threads == 1 ? Parallelization.runSingleThreaded(task::get) : Parallelization.runWithNumThreads(threads,
				task::get);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			return new Failure(e.toString());
		}
	}

	private static Supplier<Result> task(final String[] words) {
		final Volume image = ImageFiles.with().read(Path.of(words[1]), Progress.NONE);
		final Mask mask = ImageFiles.with().readMask(Path.of(words[2]), Integer.parseInt(words[3]), Progress.NONE);
		final ExtractionSettings settings = chosen(ParameterFile.read(Path.of(words[4])).settings(), words[5]);
		final int runs = Integer.parseInt(words[6]);
		if (words[0].equals("extract")) return () -> timed(() -> new Extractor().extract(image, mask, settings, Progress.NONE)
			.entries(), mask, runs);
		return () -> timed(() -> {
			new MapExtractor().extract(image, mask, settings, Progress.NONE, map -> {});
			return List.of();
		}, mask, runs);
	}

	private static ExtractionSettings chosen(final ExtractionSettings settings, final String families) {
		if (families.equals("all")) return settings;
		final Set<String> wanted = Set.of(families.split(","));
		return settings.withFeatures(settings.features().stream().filter(f -> wanted.contains(f.family())).toList());
	}

	private static Result timed(final Supplier<List<Extraction.Entry>> work, final Mask mask, final int runs)
	{
		final long start = cpu();
		List<Extraction.Entry> entries = List.of();
		for (int i = 0; i < FEWEST || cpu() - start < WARM_UP * 1e9; i++)
			entries = work.get();
		final List<Double> seconds = new ArrayList<>();
		final long cpu = cpu(), begun = System.nanoTime();
		while (seconds.size() < runs || System.nanoTime() - begun < LEAST) {
			final long before = System.nanoTime();
			work.get();
			seconds.add((System.nanoTime() - before) / 1e9);
		}
		final int done = seconds.size();
		final double used = (cpu() - cpu) / 1e9 / done;
		final double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		final Map<String, Double> values = new LinkedHashMap<>();
		entries.forEach(e -> values.put(e.column(), e.value().value()));
		return new Result(Arrays.stream(sorted, (done - 1) / 2, done / 2 + 1).average().orElseThrow(), sorted[0], used, done,
			mask.voxelCount(), values);
	}

	/** Nanoseconds of the process, its collector and what is left of compiling included. */
	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}
}
