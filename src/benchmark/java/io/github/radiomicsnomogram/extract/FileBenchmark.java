package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ImageFiles;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading an image and a mask; "-p image=F -p mask=F" names other files than the phantom's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class FileBenchmark {

	/** Image to read. */
	@Param("test-images/breast-ct.tif")
	public String image;

	/** Label image to read. */
	@Param("test-images/breast-ct-labels.tif")
	public String mask;

	/** The image. */
	@Benchmark
	public Object readImage() {
		return ImageFiles.with().read(Path.of(image), Progress.NONE);
	}

	/** The ROI of label 1. */
	@Benchmark
	public Object readMask() {
		return ImageFiles.with().readMask(Path.of(mask), 1, Progress.NONE);
	}
}
