package io.github.radiomicsnomogram.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Normalising, resegmenting, correcting and cropping, against what PyRadiomics made of the same volumes. */
class PreprocessTest {

	static List<String[]> normalized() {
		return PreprocessOracle.rows("normalized.csv");
	}

	static List<String[]> resegmented() {
		return PreprocessOracle.rows("resegmented.csv");
	}

	/** The same bits: sums of integers are exact, those of floats agree to the last bit here. */
	@ParameterizedTest
	@MethodSource("normalized")
	void normalizesAsPyRadiomics(final String name, final String volume, final double scale, final String outliers) {
		final Volume actual = new Normalization(scale, outliers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double
			.parseDouble(outliers))).apply(PreprocessOracle.input(volume), Progress.NONE);
		PreprocessOracle.assertVoxels(name, PreprocessOracle.expected(name), actual, 0);
	}

	/** ITK's compensated sum of floats depends on its threads in the last bit, which the variance enlarges: 1e-14. */
	@ParameterizedTest
	@ValueSource(strings = { "edge_float", "edge_rotated", "edge_border" })
	void normalizesTheGoldenImages(final String golden) {
		final Path folder = Shared.path("golden/radiomics").resolve(golden);
		final Volume actual = new Normalization(100, OptionalDouble.of(3)).apply(PreprocessOracle.read(folder.resolve(
			"image.nrrd")), Progress.NONE);
		PreprocessOracle.assertVoxels(golden, PreprocessOracle.read(folder.resolve("filters/normalized.nrrd")), actual,
			1e-14);
	}

	@Test
	void normalizingDoesNotDependOnThreads() {
		final Volume image = PreprocessOracle.input("float32");
		final Normalization n = new Normalization(1, OptionalDouble.empty());
		assertArrayEquals(VoxelArrays.doubles(Parallelization.runSingleThreaded(() -> n.apply(image, Progress.NONE))),
			VoxelArrays.doubles(Parallelization.runWithNumThreads(3, () -> n.apply(image, Progress.NONE))));
	}

	@Test
	void refusesToNormalizeAFlatImage() {
		final Volume flat = image(0.1, 0.1, 0.1, 0.1);
		final Normalization n = new Normalization(1, OptionalDouble.empty());
		assertTrue(assertThrows(InputException.class, () -> n.apply(flat, Progress.NONE)).getMessage().contains(
			"from 0.1 to 0.1"));
		assertThrows(InputException.class, () -> n.apply(image(1, 2, Double.NaN, 4), Progress.NONE));
		assertThrows(InputException.class, () -> new Normalization(0, OptionalDouble.empty()));
		assertThrows(InputException.class, () -> new Normalization(1, OptionalDouble.of(-3)));
	}

	@ParameterizedTest
	@MethodSource("resegmented")
	void resegmentsAsPyRadiomics(final String name, final String volume, final String mode, final String range) {
		final Mask actual = new Resegmentation(PreprocessOracle.numbers(range), Resegmentation.Mode.ofName(mode)).apply(
			PreprocessOracle.input(volume), PreprocessOracle.inputMask(volume));
		PreprocessOracle.assertMask(name, PreprocessOracle.expectedMask(name), actual);
	}

	@Test
	void refusesToLeaveOneVoxel() {
		final Volume image = image(1, 2, 3, 4);
		final Mask mask = Mask.of("roi", image.geometry(), image.geometry().box(), new byte[] { 1, 1, 1, 1 });
		final String message = assertThrows(InputException.class, () -> new Resegmentation(List.of(9.0, 3.5),
			Resegmentation.Mode.ABSOLUTE).apply(image, mask)).getMessage();
		assertTrue(message.contains("leaves 1 of 4 voxels") && message.contains("from 3.5 to 9.0"), message);
	}

	@Test
	void refusesWrongRangesAndModes() {
		assertThrows(InputException.class, () -> new Resegmentation(List.of(), Resegmentation.Mode.SIGMA));
		assertThrows(InputException.class, () -> new Resegmentation(List.of(1.0, 2.0, 3.0), Resegmentation.Mode.SIGMA));
		assertTrue(assertThrows(InputException.class, () -> Resegmentation.Mode.ofName("z")).getMessage().contains(
			"absolute, relative or sigma"));
	}

	@Test
	void correctsAMaskOfAnotherGridAsPyRadiomics() {
		final Volume image = PreprocessOracle.input("int16");
		PreprocessOracle.assertMask("corrected", PreprocessOracle.expectedMask("corrected"), MaskCorrection.onto(image,
			PreprocessOracle.expectedMask("moved")));
	}

	@Test
	void cropsAsFarAsTheImageGoes() {
		final Volume image = PreprocessOracle.input("int16");
		final Mask mask = PreprocessOracle.inputMask("int16");
		final Resampled tight = RoiCrop.apply(image, mask, 0);
		assertEquals(tight.mask().box(), tight.image().geometry().box());
		final Resampled wide = RoiCrop.apply(image, mask, 100);
		assertArrayEquals(VoxelArrays.doubles(image), VoxelArrays.doubles(wide.image()));
		assertEquals(mask.box(), wide.mask().box());
		assertEquals(new BoundingBox(0, 0, 0, 12, 14, 10), wide.image().geometry().box());
	}

	private static Volume image(final double... values) {
		return VoxelArrays.volume(values, Geometry.axisAligned(new long[] { values.length, 1, 1 }, new double[] { 1, 1, 1 }),
			VoxelType.FLOAT64, ImageInfo.of("row", ""));
	}
}
