package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against values of PyRadiomics on images that {@code src/test/scripts/make_lbp_oracle.py} and {@link LbpImages} make
 * alike. Tolerance 0: the arithmetic is the same, operation by operation.
 */
class LbpOracleTest {

	private static final Path FOLDER = Path.of("src/test/resources/filter");

	static List<String> slices() throws IOException {
		return Files.readAllLines(FOLDER.resolve("lbp2d.txt"));
	}

	static List<String> spheres() throws IOException {
		return Files.readAllLines(FOLDER.resolve("lbp3d.txt"));
	}

	@ParameterizedTest
	@MethodSource("slices")
	void lbp2D(final String line) {
		final String[] c = line.split(" ");
		final Volume image = image(c);
		final Lbp2DFilter filter = new Lbp2DFilter(Double.parseDouble(c[5]), Integer.parseInt(c[6]), Lbp2DMethod.ofName(
			c[7]), Integer.parseInt(c[8]));
		final Volume result = LbpImages.filtered(filter, image, LbpImages.roi(image.geometry(), 0), image.geometry().box())
			.get("lbp-2D");
		assertEquals(image.type(), result.type());
		assertArrayEquals(values(c, 9), plain(VoxelArrays.doubles(result)));
	}

	@ParameterizedTest
	@MethodSource("spheres")
	void lbp3D(final String line) {
		final String[] c = line.split(" ");
		final Volume image = image(c);
		final Mask roi = LbpImages.roi(image.geometry(), Integer.parseInt(c[8]));
		final Lbp3DFilter filter = new Lbp3DFilter(Integer.parseInt(c[5]), Double.parseDouble(c[6]), Integer.parseInt(
			c[7]));
		final Volume result = LbpImages.filtered(filter, image, roi, image.geometry().box()).get(c[9]);
		assertEquals(VoxelType.FLOAT64, result.type());
		assertArrayEquals(values(c, 10), plain(VoxelArrays.doubles(result, roi.box())));
	}

	@Test
	void voxelsOutsideTheRoiAreZero() {
		final Volume image = LbpImages.image("noise", 7, 6, 5, VoxelType.INT16);
		final Mask roi = LbpImages.roi(image.geometry(), 3);
		LbpImages.filtered(Lbp3DFilter.DEFAULT, image, roi, image.geometry().box()).forEach((name, volume) -> {
			final double[] below = VoxelArrays.doubles(volume, new BoundingBox(0, 0, 0, 6, 5, 2));
			assertTrue(Arrays.stream(below).allMatch(v -> v == 0), name);
		});
	}

	private static Volume image(final String[] c) {
		return LbpImages.image(c[0], Integer.parseInt(c[1]), Integer.parseInt(c[2]), Integer.parseInt(c[3]), VoxelType
			.valueOf(c[4]));
	}

	private static double[] values(final String[] c, final int from) {
		return plain(Arrays.stream(c).skip(from).mapToDouble(v -> v.equals("nan") ? Double.NaN : Double.parseDouble(v))
			.toArray());
	}

	/** Zeros without signs. */
	private static double[] plain(final double[] values) {
		return Arrays.stream(values).map(v -> v + 0.0).toArray();
	}
}
