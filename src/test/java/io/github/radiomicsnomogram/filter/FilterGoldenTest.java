package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole filtered images, voxel by voxel, against PyRadiomics'. */
class FilterGoldenTest {

	/** NumPy's logarithm and exponential are off by some units in the last place, depending on the processor. */
	private static final double LIBRARY = 1e-15;

	private static final List<ImageFilter> EXACT = List.of(new LogFilter(List.of(1.0, 2.0, 3.0)), new WaveletFilter(
		"coif1", 2, 0, false, 0), new SquareFilter(), new SquareRootFilter(), new GradientFilter(true));

	@ParameterizedTest
	@ValueSource(strings = { "edge_float", "edge_rotated", "edge_border" })
	void filteredImagesAreTheSame(final String name) {
		final Path folder = Shared.path("golden/radiomics/" + name);
		final Volume image = new NrrdFormat().read(folder.resolve("image.nrrd"), Progress.NONE);
		final Map<String, Volume> exact = new LinkedHashMap<>();
		for (final ImageFilter filter : EXACT)
			exact.putAll(FilterImages.all(filter, image));
		assertEquals(3 + 15 + 3, exact.size());
		exact.forEach((type, volume) -> compare(folder, type, volume, 0));
		FilterImages.all(new LogarithmFilter(), image).forEach((type, volume) -> compare(folder, type, volume, LIBRARY));
		FilterImages.all(new ExponentialFilter(), image).forEach((type, volume) -> compare(folder, type, volume, LIBRARY));
	}

	private static void compare(final Path folder, final String type, final Volume volume, final double relative) {
		final Volume expected = new NrrdFormat().read(folder.resolve("filters/" + type + ".nrrd"), Progress.NONE);
		assertEquals(expected.type(), volume.type(), type);
		final double[] e = VoxelArrays.doubles(expected);
		final double[] v = VoxelArrays.doubles(volume);
		for (int i = 0; i < e.length; i++)
			if (e[i] != v[i]) assertEquals(e[i], v[i], relative * Math.abs(e[i]), type + " voxel " + i);
	}
}
