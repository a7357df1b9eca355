package io.github.radiomicsnomogram.survival;

import com.sun.management.OperatingSystemMXBean;

import io.github.radiomicsnomogram.Progress;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * Times a univariate screen and a cross-validated LASSO on the data that survival_benchmark.R writes and times itself; run
 * by src/test/scripts/benchmark_survival.sh. Arguments: folder of the data, runs.
 */
public final class SurvivalBenchmark {

	private SurvivalBenchmark() {}

	/** @param args folder, runs */
	public static void main(final String[] args) throws IOException {
		final Path folder = Path.of(args[0]);
		final int runs = Integer.parseInt(args[1]);
		final Data screen = Data.read(folder.resolve("screen.bin"));
		final Data net = Data.read(folder.resolve("net.bin"));
		print("net_lambda_min", crossValidate(net).lambdaMin());
		time("net", runs, () -> crossValidate(net));
		final double[] coefficients = UnivariateScreen.of(screen.times, screen.names, screen.columns, Ties.EFRON,
			Progress.NONE).rows().stream().mapToDouble(r -> r.fit().coefficient(0)).toArray();
		print("screen_sum", Arrays.stream(coefficients).map(Math::abs).sum());
		time("screen", runs, () -> UnivariateScreen.of(screen.times, screen.names, screen.columns, Ties.EFRON, Progress.NONE));
	}

	private static CoxNetCrossValidation crossValidate(final Data data) {
		return CoxNetCrossValidation.of(data.times, data.names, data.columns, CoxNetOptions.alpha(1), data.fold,
			CoxNetCrossValidation.Measure.GROUPED_DEVIANCE, Progress.NONE);
	}

	private static void time(final String what, final int runs, final Runnable work) {
		median(what + "_1_thread", runs, () -> Parallelization.runSingleThreaded(work));
		median(what + "_all_threads", runs, () -> Parallelization.runMultiThreaded(work));
	}

	/** Prints the median of the time on the clock, and of that of the processors, compiler and garbage collector included. */
	private static void median(final String what, final int runs, final Runnable work) {
		final double[] clock = new double[runs], processor = new double[runs];
		for (int i = 0; i < runs; i++) {
			final long start = System.nanoTime(), used = processorTime();
			work.run();
			clock[i] = (System.nanoTime() - start) / 1e9;
			processor[i] = (processorTime() - used) / 1e9;
		}
		Arrays.sort(clock);
		Arrays.sort(processor);
		print(what, clock[runs / 2]);
		print(what + "_cpu", processor[runs / 2]);
	}

	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static void print(final String key, final double value) {
		System.out.printf(Locale.ROOT, "%s %.10g%n", key, value);
	}

	/** Numbers of patients and covariates, times, events, folds, then covariate by covariate: big-endian doubles. */
	private record Data(SurvivalTimes times, int[] fold, List<String> names, double[][] columns) {

		static Data read(final Path file) throws IOException {
			final ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
			final int n = (int) in.getDouble(), p = (int) in.getDouble();
			final double[] time = column(in, n), event = column(in, n), fold = column(in, n);
			final boolean[] events = new boolean[n];
			for (int i = 0; i < n; i++)
				events[i] = event[i] == 1;
			final double[][] columns = new double[p][];
			for (int j = 0; j < p; j++)
				columns[j] = column(in, n);
			return new Data(new SurvivalTimes(time, events), Arrays.stream(fold).mapToInt(v -> (int) v).toArray(), IntStream
				.range(0, p).mapToObj(j -> "x" + j).toList(), columns);
		}

		private static double[] column(final ByteBuffer in, final int n) {
			final double[] v = new double[n];
			for (int i = 0; i < n; i++)
				v[i] = in.getDouble();
			return v;
		}
	}
}
