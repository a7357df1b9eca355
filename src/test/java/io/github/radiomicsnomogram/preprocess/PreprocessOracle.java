package io.github.radiomicsnomogram.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The project's own volumes and what PyRadiomics made of them (src/test/scripts/make_preprocess_oracle.py). */
final class PreprocessOracle {

	private static final Path VOLUMES = Path.of("src/test/resources/oracle");
	private static final Path EXPECTED = Path.of("src/test/resources/preprocess");

	private PreprocessOracle() {}

	/** Rows of a table without its header. */
	static List<String[]> rows(final String table) {
		try {
			return Files.readAllLines(EXPECTED.resolve(table)).stream().skip(1).map(line -> line.split(",", -1)).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Volume read(final Path file) {
		return new NrrdFormat().read(file, Progress.NONE);
	}

	static Mask readMask(final Path file) {
		final Volume labels = read(file);
		return Mask.ofLabel(file.getFileName().toString(), labels.geometry(), labels.voxels(), 1);
	}

	static Volume input(final String volume) {
		return read(VOLUMES.resolve(volume + ".nrrd"));
	}

	/** A volume in another pixel type; unsigned ones are clamped to 0..255 first, as in the script. */
	static Volume input(final String volume, final String pixel) {
		final Volume image = input(volume);
		if (pixel.isEmpty()) return image;
		final double[] values = VoxelArrays.doubles(image);
		if (pixel.startsWith("U")) for (int i = 0; i < values.length; i++)
			values[i] = Math.max(0, Math.min(255, values[i]));
		return VoxelArrays.volume(values, image.geometry(), VoxelType.valueOf(pixel.toUpperCase()), image.info());
	}

	static Mask inputMask(final String volume) {
		return readMask(VOLUMES.resolve(volume + "-mask.nrrd"));
	}

	static Volume expected(final String name) {
		return read(EXPECTED.resolve(name + ".nrrd"));
	}

	static Mask expectedMask(final String name) {
		return readMask(EXPECTED.resolve(name + "-mask.nrrd"));
	}

	/** Numbers apart by blanks. */
	static List<Double> numbers(final String text) {
		return Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
	}

	/** Every voxel within a tolerance relative to the greatest value; 0 asks for the same bits. */
	static void assertVoxels(final String name, final Volume expected, final Volume actual, final double tolerance) {
		assertGeometry(name, expected.geometry(), actual.geometry());
		assertEquals(expected.type(), actual.type(), name);
		final double[] e = VoxelArrays.doubles(expected), a = VoxelArrays.doubles(actual);
		final double scale = Arrays.stream(e).map(Math::abs).max().orElse(1);
		int wrong = 0;
		for (int i = 0; i < e.length; i++)
			if (!(Math.abs(e[i] - a[i]) <= tolerance * scale)) wrong++;
		assertEquals(0, wrong, name + ": voxels that differ, of " + e.length);
	}

	static void assertMask(final String name, final Mask expected, final Mask actual) {
		assertGeometry(name, expected.geometry(), actual.geometry());
		assertEquals(expected.box(), actual.box(), name);
		assertEquals(Arrays.toString(expected.toBytes()), Arrays.toString(actual.toBytes()), name);
	}

	/** The file's text keeps 17 digits of spacing times cosine, so both come back with an error of the last bit. */
	private static void assertGeometry(final String name, final Geometry expected, final Geometry actual) {
		assertEquals(java.util.Optional.empty(), expected.firstDifference(actual, 1e-12), name);
	}
}
