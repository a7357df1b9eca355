package io.github.radiomicsnomogram.extract;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import net.imglib2.parallel.Parallelization;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each {@link Stage} on a synthetic ROI. Run by the Maven profile "benchmark"; see src/site/markdown/speed.md. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class StageBenchmark {

	/** What is timed. */
	@Param
	public Stage stage;

	/** Voxels of the ROI, about. */
	@Param({ "100000" })
	public int voxels;

	/** Threads. */
	@Param({ "1" })
	public int threads;

	private Supplier<Object> work;

	/** Makes the case. */
	@Setup
	public void prepare() {
		work = stage.on(SyntheticRoi.of(voxels));
	}

	/** One time. */
	@Benchmark
	public Object run() throws Exception {
		return threads == 1 ? Parallelization.runSingleThreaded(work::get) : Parallelization.runWithNumThreads(threads,
			work::get);
	}
}
