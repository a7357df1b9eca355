package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.filter.ExponentialFilter;
import io.github.radiomicsnomogram.filter.GradientFilter;
import io.github.radiomicsnomogram.filter.ImageFilter;
import io.github.radiomicsnomogram.filter.Lbp2DFilter;
import io.github.radiomicsnomogram.filter.Lbp3DFilter;
import io.github.radiomicsnomogram.filter.LogFilter;
import io.github.radiomicsnomogram.filter.LogarithmFilter;
import io.github.radiomicsnomogram.filter.SquareFilter;
import io.github.radiomicsnomogram.filter.SquareRootFilter;
import io.github.radiomicsnomogram.filter.WaveletFilter;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.preprocess.Interpolator;
import io.github.radiomicsnomogram.preprocess.Normalization;
import io.github.radiomicsnomogram.preprocess.Resampled;
import io.github.radiomicsnomogram.preprocess.Resampling;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Preprocessed and filtered images against PyRadiomics', voxel by voxel, for the record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageConformanceTest {

	/** Of the largest value: functions of the C library and NumPy are off by a unit in the last place or two. */
	private static final double LIBRARY = 1e-14;

	private static final List<ImageFilter> FILTERS = List.of(new LogFilter(List.of(1.0, 2.0, 3.0)), new WaveletFilter(
		"coif1", 2, 0, false, 0), new SquareFilter(), new SquareRootFilter(), new LogarithmFilter(), new ExponentialFilter(),
		new GradientFilter(true), Lbp2DFilter.DEFAULT, Lbp3DFilter.DEFAULT);

	private final ConformanceRecord record = new ConformanceRecord();
	private int done;

	@ParameterizedTest
	@ValueSource(strings = { "edge_float", "edge_rotated", "edge_border" })
	void voxelsAreThoseOfPyRadiomics(final String name) {
		final Volume image = Golden.image(name);
		final Mask mask = Golden.mask(name, 1);
		compare(name, "normalized", "normalized", new Normalization(100, OptionalDouble.of(3)).apply(image, Progress.NONE));
		for (final double mm : List.of(1.0, 2.0))
			resampled(name, image, mask, mm);
		final BoundingBox all = image.geometry().box();
		for (final ImageFilter filter : FILTERS)
			filter.apply(image, mask, all, Progress.NONE, made -> compare(name, made.name(), row(made.name()), made.volume()));
		done++;
	}

	private void resampled(final String name, final Volume image, final Mask mask, final double mm) {
		final Resampled made = new Resampling(List.of(mm, mm, mm), Interpolator.BSPLINE, 5).apply(image, mask, Progress.NONE);
		final String file = "resampled_" + (int) mm;
		final String type = image.type().isInteger() ? " (integers)" : " (floating point)";
		compare(name, file + "_image", "resampled to " + (int) mm + " mm" + type, made.image());
		final Volume expected = read(name, file + "_mask");
		final Mask theirs = Mask.ofLabel("expected", expected.geometry(), expected.voxels(), 1);
		assertEquals(theirs.box(), made.mask().box());
		record.addVoxels(new ConformanceRecord.Place("voxels", "resampled mask", name), doubles(theirs), doubles(made.mask()), 1,
			name);
	}

	private static double[] doubles(final Mask mask) {
		final byte[] inside = mask.toBytes();
		final double[] values = new double[inside.length];
		for (int i = 0; i < inside.length; i++)
			values[i] = inside[i];
		return values;
	}

	private static String row(final String image) {
		return image.replaceFirst("^(wavelet2?)-.*", "$1").replaceFirst("^log-sigma.*", "log-sigma").replace("wavelet2",
			"wavelet level 2").replaceFirst("^wavelet$", "wavelet level 1");
	}

	private void compare(final String name, final String file, final String row, final Volume made) {
		final Volume expected = read(name, file);
		assertEquals(expected.type(), made.type(), file);
		final double[] e = VoxelArrays.doubles(expected), v = VoxelArrays.doubles(made);
		final double scale = DoubleStream.of(e).map(Math::abs).max().orElseThrow();
		record.addVoxels(new ConformanceRecord.Place("voxels", row, name), e, v, scale, name + " " + file);
		for (int i = 0; i < e.length; i++)
			assertEquals(e[i], v[i] + 0.0, LIBRARY * scale, file + " voxel " + i);
	}

	private static Volume read(final String name, final String file) {
		return ImageFiles.with().read(Golden.root().resolve(name).resolve("filters").resolve(file + ".nrrd"), Progress.NONE);
	}

	@AfterAll
	void publish() throws IOException {
		if (done == 3) record.publish();
	}
}
