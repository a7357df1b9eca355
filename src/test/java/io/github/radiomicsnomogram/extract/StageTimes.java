package io.github.radiomicsnomogram.extract;

import com.google.gson.Gson;

import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import net.imglib2.parallel.Parallelization;

/**
 * CPU time of each {@link Stage} on one thread, and what this machine can do at best: how fast memory is read and
 * written, how fast tables are counted in and numbers multiplied and added where memory doesn't matter, and how fast a
 * checksum is made. Prints a line
 * of JSON; src/test/scripts/benchmark.py makes a table of it. CPU time, so that a busy machine does little harm.
 */
final class StageTimes {

	/** CPU seconds to warm up, and to measure. */
	private static final double WARM_UP = 2, MEASURE = 0.7;

	private static final int FEWEST = 3;

	/** Larger than any cache; in doubles. */
	private static final int LARGE = 1 << 24;

	/** Fits the first cache. */
	private static final int SMALL = 1 << 11;

	private static final int REPEATS = 1 << 10;

	private static final int BYTES = 1 << 20;

	private StageTimes() {}

	/** @param args voxels of the ROI, then stages; all but maps if there are none */
	public static void main(final String... args) {
		final int voxels = Integer.parseInt(args[0]);
		final List<Stage> stages = args.length > 1 ? Arrays.stream(args, 1, args.length).map(Stage::valueOf).toList() : Arrays
			.stream(Stage.values()).filter(s -> s != Stage.GLCM_MAPS).toList();
		final Map<String, Double> results = new LinkedHashMap<>();
		Parallelization.runSingleThreaded(() -> measure(voxels, stages, results));
		System.out.println(new Gson().toJson(results));
	}

	private static void measure(final int voxels, final List<Stage> stages, final Map<String, Double> results) {
		results.put("triad GB/s", 24.0 * LARGE / seconds(triad()) / 1e9);
		results.put("counts/ns", (double) SMALL * REPEATS / seconds(counting()) / 1e9);
		results.put("flops/ns", 2.0 * SMALL * REPEATS / seconds(multiplyAdd()) / 1e9);
		results.put("checksum GB/s", (double) BYTES / seconds(checksum()) / 1e9);
		final SyntheticRoi roi = SyntheticRoi.of(voxels);
		results.put("voxels", (double) roi.mask().voxelCount());
		results.put("box", (double) roi.mask().box().voxels());
		results.put("image", (double) roi.volume().geometry().voxels());
		for (final Stage stage : stages)
			results.put(stage.name(), seconds(stage.on(roi)));
	}

	/** STREAM's: two arrays are read, one is written. */
	private static Supplier<Object> triad() {
		final double[] a = new double[LARGE], b = new double[LARGE], c = new double[LARGE];
		Arrays.fill(b, 1);
		Arrays.fill(c, 2);
		return () -> {
			for (int i = 0; i < a.length; i++)
				a[i] = b[i] + 3 * c[i];
			return a[LARGE / 2];
		};
	}

	/** What texture matrices are made by: a pair of levels, a cell of a table, one more. */
	private static Supplier<Object> counting() {
		final int[] levels = new Random(1).ints(SMALL + 1, 1, 17).toArray();
		final int[] table = new int[17 * 17];
		return () -> {
			for (int r = 0; r < REPEATS; r++)
				for (int i = 0; i < SMALL; i++)
					table[levels[i] * 17 + levels[i + 1]]++;
			return table[20];
		};
	}

	private static Supplier<Object> multiplyAdd() {
		final double[] a = new double[SMALL], b = new double[SMALL];
		Arrays.fill(b, 1e-9);
		return () -> {
			for (int r = 0; r < REPEATS; r++)
				for (int i = 0; i < SMALL; i++)
					a[i] = a[i] * 0.999 + b[i];
			return a[5];
		};
	}

	private static Supplier<Object> checksum() {
		final byte[] bytes = new byte[BYTES];
		return () -> {
			try {
				return MessageDigest.getInstance("SHA-1").digest(bytes);
			}
			catch (final NoSuchAlgorithmException e) {
				throw new AssertionError(e);
			}
		};
	}

	/** CPU seconds of the fastest of some runs. */
	private static double seconds(final Supplier<Object> work) {
		final long start = cpu();
		for (int i = 0; i < FEWEST || cpu() - start < WARM_UP * 1e9; i++)
			keep(work.get());
		final long begun = cpu();
		double best = Double.POSITIVE_INFINITY;
		for (int i = 0; i < FEWEST || cpu() - begun < MEASURE * 1e9; i++) {
			final long before = cpu();
			keep(work.get());
			best = Math.min(best, (cpu() - before) / 1e9);
		}
		return best;
	}

	private static void keep(final Object result) {
		if (result == null) throw new AssertionError();
	}

	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}
}
